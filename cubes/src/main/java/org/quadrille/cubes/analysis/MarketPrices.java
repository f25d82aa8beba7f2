package org.quadrille.cubes.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.analysis.MarketAnalysis.PartIndexes;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.catalog.FactAnswer;
import org.quadrille.cubes.catalog.FactQuestion;
import org.quadrille.cubes.result.ResultMember;

/**
 * Price indexes on matched items, summed by the database in one statement: items are the members of
 * the lowest level of products within a part of the market.
 */
final class MarketPrices {
  private static final String SQL =
      """
      with item as (
        select %1$s{p}, o, sum(v) as v, sum(u) as u from {facts} f group by %1$s{p}, o
        having sum(v) > 0 and sum(u) > 0),
      rival as (
        select %1$s{p}, -1 as o, sum(v) as v, sum(u) as u from item where o <> %4$d group by %1$s{p}
        union all select %1$s{p}, o, v, u from item where o <> %4$d)
      select %2$sr.o as rival, count(*) as matched,
        sum(cast(a.v as double precision) / a.u * r.u) as ownatother, sum(r.v) as other,
        sum(a.v) as own, sum(cast(r.v as double precision) / r.u * a.u) as otheratown
      from item a join rival r on {a=r:p}%3$s
      where a.o = %4$d group by %2$sr.o
      """;

  private final CubeReader reader;
  private final Slice slice;
  private final ResultMember period;
  private final HierarchyInfo products;
  private final LevelInfo companyLevel;

  MarketPrices(CubeReader reader, ResultMember period, Slice slice) {
    this.reader = Objects.requireNonNull(reader, "reader");
    this.period = Objects.requireNonNull(period, "period");
    this.slice = Objects.requireNonNull(slice, "slice");
    this.products = reader.roles().needHierarchy(DimensionRole.PRODUCT);
    HierarchyInfo competitors = reader.roles().needHierarchy(DimensionRole.COMPETITOR);
    this.companyLevel = DrillSets.topLevel(competitors);
  }

  /** Indexes of each member of a level, in hierarchical order; of the whole for null. */
  List<PartIndexes> by(@Nullable LevelInfo group) {
    List<ResultMember> companies = reader.levelMembers(companyLevel.uniqueName());
    int own = ownPlace(companies);
    FactAnswer answer = reader.facts(question(group, own));
    Map<String, Part> parts = new LinkedHashMap<>();
    for (int row = 0; row < answer.rows().size(); row++) {
      ResultMember member = group == null ? null : answer.member(row, answer.column("g"));
      if (group == null || member != null) {
        String key = member == null ? "" : member.uniqueName();
        int rival = (int) answer.number(row, answer.column("rival"));
        parts.computeIfAbsent(key, k -> new Part(member)).put(rival, index(answer, row));
      }
    }
    return sorted(parts, group).stream().map(part -> part.indexes(companies)).toList();
  }

  /** The indexes of a part by the place of the rival, -1 for all of them. */
  private record Part(@Nullable ResultMember member, Map<Integer, PriceIndex> byRival) {
    Part(@Nullable ResultMember member) {
      this(member, new HashMap<>());
    }

    void put(int rival, PriceIndex index) {
      byRival.put(rival, index);
    }

    PartIndexes indexes(List<ResultMember> companies) {
      Map<Competitor, PriceIndex> each = new LinkedHashMap<>();
      for (int place = 0; place < companies.size(); place++) {
        PriceIndex index = byRival.get(place);
        if (index != null) {
          each.put(new Competitor(companies.get(place), false), index);
        }
      }
      return new PartIndexes(member, byRival.getOrDefault(-1, PriceIndex.NONE), each);
    }
  }

  private static PriceIndex index(FactAnswer answer, int row) {
    return PriceIndex.of(
        answer.number(row, answer.column("ownatother")),
        answer.number(row, answer.column("other")),
        answer.number(row, answer.column("own")),
        answer.number(row, answer.column("otheratown")),
        (int) answer.number(row, answer.column("matched")));
  }

  private List<Part> sorted(Map<String, Part> parts, @Nullable LevelInfo group) {
    List<Part> all = new ArrayList<>(parts.values());
    if (group != null) {
      Map<String, Integer> places = new HashMap<>();
      for (ResultMember member : reader.levelMembers(group.uniqueName())) {
        places.put(member.uniqueName(), places.size());
      }
      all.sort(
          Comparator.comparingInt(
              part ->
                  part.member() == null
                      ? -1
                      : places.getOrDefault(part.member().uniqueName(), Integer.MAX_VALUE)));
    }
    return all;
  }

  private int ownPlace(List<ResultMember> companies) {
    String own =
        reader
            .roles()
            .needDimension(DimensionRole.COMPETITOR)
            .annotations()
            .getOrDefault(CubeRoles.OWN, "");
    for (int place = 0; place < companies.size(); place++) {
      if (companies.get(place).name().equalsIgnoreCase(own)) {
        return place;
      }
    }
    return -1;
  }

  private FactQuestion question(@Nullable LevelInfo group, int own) {
    LevelInfo items = products.levels().get(products.levels().size() - 1);
    String value = reader.roles().needMeasure(MeasureRole.MARKET_VALUE).uniqueName();
    String units = reader.roles().needMeasure(MeasureRole.MARKET_UNITS).uniqueName();
    List<FactQuestion.Need> needs = new ArrayList<>();
    needs.add(new FactQuestion.Members("p", items.uniqueName()));
    needs.add(new FactQuestion.Ordinals("o", companyLevel.uniqueName()));
    needs.add(new FactQuestion.Amount("v", value));
    needs.add(new FactQuestion.Amount("u", units));
    if (group != null) {
      needs.add(new FactQuestion.Members("g", group.uniqueName()));
    }
    boolean grouped = group != null;
    String sql =
        SQL.formatted(
            grouped ? "{g}, " : "", grouped ? "{r.g}, " : "", grouped ? " and {a=r:g}" : "", own);
    HierarchyInfo competitors = reader.roles().needHierarchy(DimensionRole.COMPETITOR);
    List<String> members = new ArrayList<>(slice.outside(competitors.uniqueName()));
    members.add(period.uniqueName());
    String cell =
        "SELECT {%s} ON COLUMNS FROM %s WHERE (%s)"
            .formatted(value, MdxSelect.quote(reader.cube().name()), String.join(", ", members));
    return new FactQuestion(cell, needs, sql);
  }
}
