package org.quadrille.cubes.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.result.ResultMember;

/** A promotion with its first day. */
public record Campaign(ResultMember member, LocalDate start) {
  public Campaign {
    Objects.requireNonNull(member, "member");
    Objects.requireNonNull(start, "start");
  }

  /**
   * The promotions of a cube, latest first; empty where it has none, or its dimension does not name
   * the property with the first day (annotation {@value CubeRoles#START}).
   */
  public static List<Campaign> all(CubeReader reader) {
    Optional<String> property =
        reader
            .roles()
            .dimension(DimensionRole.PROMOTION)
            .map(dimension -> dimension.annotations().get(CubeRoles.START));
    if (property.isEmpty()) {
      return List.of();
    }
    HierarchyInfo hierarchy = reader.roles().needHierarchy(DimensionRole.PROMOTION);
    LevelInfo level = hierarchy.levels().get(hierarchy.levels().size() - 1);
    if (level.properties().stream().noneMatch(p -> p.name().equals(property.get()))) {
      return List.of();
    }
    String sales = reader.roles().needMeasure(MeasureRole.SALES).uniqueName();
    MdxSelect query =
        MdxSelect.of(reader.cube().name(), MdxSelect.set(List.of(sales)))
            .rows(
                "NON EMPTY %s.Members DIMENSION PROPERTIES %s.%s"
                    .formatted(
                        level.uniqueName(), level.uniqueName(), MdxSelect.quote(property.get())));
    List<Campaign> campaigns = new ArrayList<>();
    for (Row row : reader.rows(query)) {
      LocalDate start = DateValues.date(row.member().properties().get(property.get()));
      if (start != null) {
        campaigns.add(new Campaign(row.member(), start));
      }
    }
    campaigns.sort(Comparator.comparing(Campaign::start).reversed());
    return campaigns;
  }
}
