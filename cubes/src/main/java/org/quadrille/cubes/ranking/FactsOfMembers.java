package org.quadrille.cubes.ranking;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.analysis.CubeReader;
import org.quadrille.cubes.analysis.CubeRoles;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.MeasureRole;
import org.quadrille.cubes.analysis.Slice;
import org.quadrille.cubes.analysis.TimeLine;
import org.quadrille.cubes.analysis.TimeLine.Span;
import org.quadrille.cubes.catalog.CubeMetadata.DimensionInfo;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureInfo;
import org.quadrille.cubes.catalog.CubeMetadata.PropertyInfo;
import org.quadrille.cubes.catalog.FactAnswer;
import org.quadrille.cubes.catalog.FactQuestion;
import org.quadrille.cubes.catalog.FactQuestion.Need;

/**
 * Counts of each member of a level, in one statement, all that rankings ask for. Facts are first
 * added up by member, month and order, so that a largest order or month is one of net amounts.
 */
public final class FactsOfMembers {
  private final CubeReader reader;
  private final TimeLine time;
  private final String level;
  private final String measure;
  private final @Nullable MeasureInfo sales;
  private final @Nullable MeasureInfo quantity;
  private final @Nullable MeasureInfo orders;
  private final FactQuestion.@Nullable Property consumable;

  /**
   * Prepares to count.
   *
   * @param level unique name
   * @param measure unique name of a measure that adds up
   */
  public FactsOfMembers(CubeReader reader, TimeLine time, String level, String measure) {
    this.reader = Objects.requireNonNull(reader, "reader");
    this.time = Objects.requireNonNull(time, "time");
    this.level = Objects.requireNonNull(level, "level");
    this.measure = Objects.requireNonNull(measure, "measure");
    CubeRoles roles = reader.roles();
    this.sales = roles.measure(MeasureRole.SALES).orElse(null);
    this.quantity = roles.measure(MeasureRole.QUANTITY).orElse(null);
    this.orders = roles.measure(MeasureRole.ORDERS).filter(m -> !m.calculated()).orElse(null);
    this.consumable = consumable(roles);
  }

  private static FactQuestion.@Nullable Property consumable(CubeRoles roles) {
    Optional<DimensionInfo> product = roles.dimension(DimensionRole.PRODUCT);
    String name =
        product.map(d -> d.annotations().get(CubeRoles.CONSUMABLE)).map(String::strip).orElse("");
    if (name.isEmpty()) {
      return null;
    }
    for (HierarchyInfo hierarchy : product.orElseThrow().hierarchies()) {
      for (LevelInfo one : hierarchy.levels()) {
        for (PropertyInfo property : one.properties()) {
          if (property.name().equalsIgnoreCase(name)) {
            return new FactQuestion.Property("c", one.uniqueName(), property.name());
          }
        }
      }
    }
    return null;
  }

  /**
   * Whether a ranking by the measure makes sense: it adds up over members. A calculated measure is
   * believed to where it has the role of profit or cost.
   */
  public static boolean additive(MeasureInfo measure) {
    String aggregator = measure.aggregator();
    if (!measure.visible()) {
      return false;
    }
    if (aggregator != null) {
      return aggregator.equalsIgnoreCase("sum") || aggregator.equalsIgnoreCase("count");
    }
    String role = measure.annotations().getOrDefault(CubeRoles.ANNOTATION, "");
    return role.equals(MeasureRole.PROFIT.code()) || role.equals(MeasureRole.COST.code());
  }

  /** The criteria that the cube has what is needed for. */
  public Set<Criterion> criteria() {
    Set<Criterion> criteria = EnumSet.of(Criterion.VALUE, Criterion.RECENCY);
    if (quantity != null) {
      criteria.add(Criterion.YEAR_QUANTITY);
    }
    if (sales != null) {
      criteria.add(Criterion.YEAR_SALES);
    }
    if (consumable != null && orders != null) {
      criteria.add(Criterion.CONSUMABLES);
    }
    return criteria;
  }

  /** Whether the cube knows orders; else only months tell one-off purchases. */
  public boolean knowsOrders() {
    return orders != null;
  }

  /** Whether the last order is known to the day. */
  public boolean knowsDays() {
    return time.day() != null;
  }

  /** Counts within a slice; a member of time in it does not matter. */
  public List<MemberFacts> read(Slice slice, Span period) {
    FactAnswer answer =
        reader.facts(
            new FactQuestion(
                time.cell(reader.cube().name(), measure, slice), needs(), sql(period)));
    List<MemberFacts> facts = new ArrayList<>(answer.rows().size());
    for (int row = 0; row < answer.rows().size(); row++) {
      if (answer.member(row, 0) != null) {
        facts.add(facts(answer, row));
      }
    }
    return facts;
  }

  private List<Need> needs() {
    List<Need> needs = new ArrayList<>();
    needs.add(new FactQuestion.Members("m", level));
    needs.add(new FactQuestion.Ordinals("t", time.months().uniqueName()));
    needs.add(new FactQuestion.Ordinals("y", time.years().uniqueName()));
    needs.add(new FactQuestion.Amount("a", measure));
    if (time.day() != null) {
      needs.add(new FactQuestion.Property("d", time.day().level(), time.day().property()));
    }
    if (orders != null) {
      needs.add(new FactQuestion.Input("o", orders.uniqueName()));
    }
    if (sales != null) {
      needs.add(new FactQuestion.Amount("s", sales.uniqueName()));
    }
    if (quantity != null) {
      needs.add(new FactQuestion.Amount("q", quantity.uniqueName()));
    }
    if (consumable != null) {
      needs.add(consumable);
    }
    return needs;
  }

  private String sql(Span period) {
    String order = orders == null ? "" : ", o";
    String inPeriod = "t >= " + period.first();
    return """
        with g as (
          select {m}, y, t%1$s, sum(a) as a, %2$s as s, %3$s as q, %4$s as c, %5$s as d
          from {facts} f where t <= %6$d
          group by {m}, y, t%1$s),
        mo as (
          select {m}, sum(a) as a from g where %7$s group by {m}, t),
        mm as (
          select {m}, max(a) as lm, sum(case when a > 0 then 1 else 0 end) as k from mo group by {m}),
        ye as (
          select {m}, sum(s) as s, sum(q) as q from g group by {m}, y),
        my as (
          select {m}, max(s) as ys, max(q) as yq from ye group by {m}),
        ge as (
          select {m}, sum(case when %7$s then a end) as v,
            sum(case when %7$s and a > 0 then 1 else 0 end) as n,
            max(case when %7$s then a end) as lo,
            max(case when a > 0 then t end) as lt,
            max(case when a > 0 then d end) as ld,
            sum(case when %7$s and a > 0 then c end) as cn
          from g group by {m})
        select {ge.m}, v, n, lo, lt, ld, cn, lm, k, ys, yq
        from ge join my on {ge=my:m} left join mm on {ge=mm:m}
        """
        .formatted(
            order,
            sales == null ? "null" : "sum(s)",
            quantity == null ? "null" : "sum(q)",
            consumable == null ? "null" : "max(case when c then 1 else 0 end)",
            time.day() == null ? "null" : "max(d)",
            period.last(),
            inPeriod);
  }

  private MemberFacts facts(FactAnswer answer, int row) {
    double month = answer.number(row, 4);
    Object day = answer.rows().get(row).get(5);
    double last =
        day instanceof java.time.LocalDate date
            ? date.toEpochDay()
            : day instanceof java.time.LocalDateTime moment
                ? moment.toLocalDate().toEpochDay()
                : month;
    return new MemberFacts(
        Objects.requireNonNull(answer.member(row, 0)),
        answer.number(row, 1),
        whole(answer.number(row, 2)),
        whole(answer.number(row, 8)),
        last,
        Double.isNaN(month) ? -1 : (int) month,
        orders == null ? Double.NaN : answer.number(row, 3),
        answer.number(row, 7),
        answer.number(row, 10),
        answer.number(row, 9),
        answer.number(row, 6));
  }

  private static int whole(double value) {
    return Double.isNaN(value) ? 0 : (int) value;
  }
}
