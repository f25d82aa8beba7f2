package org.quadrille.cubes.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quadrille.cubes.analysis.BidAnalysis.Bids;
import org.quadrille.cubes.result.ResultMember;

/**
 * Bids by region and rival, with the totals that the cube gave.
 *
 * @param everywhere unique name of the region that stands for all of them
 * @param everybody unique name of the rival that stands for all of them
 */
public record BidGrid(String everywhere, String everybody, List<Field> fields) {
  /** Bids in a region against a rival. */
  public record Field(ResultMember region, ResultMember rival, Bids bids) {
    public Field {
      Objects.requireNonNull(region, "region");
      Objects.requireNonNull(rival, "rival");
      Objects.requireNonNull(bids, "bids");
    }
  }

  public BidGrid {
    Objects.requireNonNull(everywhere, "everywhere");
    Objects.requireNonNull(everybody, "everybody");
    fields = List.copyOf(fields);
  }

  /** All bids; empty where there are none. */
  public Optional<Bids> whole() {
    return fields.stream()
        .filter(f -> isEverywhere(f) && isEverybody(f))
        .map(Field::bids)
        .findFirst();
  }

  /** By rival, in all regions. */
  public List<Bids> byRival() {
    List<Bids> bids = new ArrayList<>();
    for (Field field : fields) {
      if (isEverywhere(field) && isOneRival(field)) {
        bids.add(new Bids(field.rival(), field.bids().now(), field.bids().before()));
      }
    }
    return distinct(bids);
  }

  /** By region, against all rivals. */
  public List<Bids> byRegion() {
    List<Bids> bids = new ArrayList<>();
    for (Field field : fields) {
      if (isOneRegion(field) && isEverybody(field)) {
        bids.add(new Bids(field.region(), field.bids().now(), field.bids().before()));
      }
    }
    return distinct(bids);
  }

  /** Regions against rivals, without the totals. */
  public List<Field> inside() {
    return fields.stream().filter(f -> isOneRegion(f) && isOneRival(f)).distinct().toList();
  }

  private boolean isEverywhere(Field field) {
    return field.region().uniqueName().equals(everywhere);
  }

  private boolean isEverybody(Field field) {
    return field.rival().uniqueName().equals(everybody);
  }

  /** A member without children is its own total. */
  private boolean isOneRegion(Field field) {
    return !isEverywhere(field) || fields.stream().allMatch(this::isEverywhere);
  }

  private boolean isOneRival(Field field) {
    return !isEverybody(field) || fields.stream().allMatch(this::isEverybody);
  }

  /** A member without children was asked for twice. */
  private static List<Bids> distinct(List<Bids> bids) {
    return bids.stream().distinct().toList();
  }
}
