package org.quadrille.cubes.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.extension.Extension;

/**
 * Prints a schema for scripts: one line for each element, indented below its owner. What is at its
 * default is left out.
 */
final class SchemaText {
  private final StringBuilder out = new StringBuilder();

  String print(Schema schema) {
    line(0, "schema", q(schema.name()), opt("description", schema.description()));
    word(1, "measuresCaption", schema.measuresCaption());
    word(1, "defaultRole", schema.defaultRole());
    annotations(1, schema.annotations());
    schema.parameters().forEach(this::parameter);
    schema.userFunctions().forEach(f -> line(1, "function", q(f.name()), code(f.implementation())));
    schema.namedSets().forEach(s -> set(1, s));
    schema.cubes().forEach(this::cube);
    new TreeMap<>(schema.roles()).values().forEach(this::role);
    schema
        .faults()
        .forEach(
            f ->
                line(
                    0,
                    "fault",
                    f.cube().isEmpty() ? "outside cubes:" : "in " + q(f.cube()) + ":",
                    f.toString()));
    return out.toString();
  }

  private void parameter(Parameter p) {
    line(
        1,
        "parameter",
        q(p.name()),
        p.type() == null ? "member" : lower(p.type()),
        opt("default", p.defaultValue()),
        p.modifiable() ? "" : "fixed",
        opt("description", p.description()));
  }

  private void cube(Cube c) {
    line(
        1,
        c.virtual() ? "virtual cube" : "cube",
        q(c.name()),
        labels(c.caption(), c.description(), c.visible()),
        opt("default", c.defaultMeasure()));
    annotations(2, c.annotations());
    c.dimensions().forEach(this::dimension);
    c.measureGroups().forEach(this::group);
    c.measures().forEach(this::measure);
    c.calculatedMembers().forEach(this::calculated);
    c.namedSets().forEach(s -> set(2, s));
  }

  private void dimension(Dimension d) {
    line(
        2,
        d.time() ? "time dimension" : "dimension",
        q(d.name()),
        d.sourceName().equals(d.name()) ? "" : "of " + q(d.sourceName()),
        labels(d.caption(), d.description(), d.visible()),
        d.highCardinality() ? "highCardinality" : "");
    annotations(3, d.annotations());
    d.hierarchies().forEach(this::hierarchy);
  }

  private void hierarchy(Hierarchy h) {
    line(
        3,
        "hierarchy",
        opt("", h.name()),
        labels(h.caption(), h.description(), h.visible()),
        h.hasAll() ? "" : "no All",
        opt("all", h.allMemberName()),
        opt("allCaption", h.allMemberCaption()),
        opt("allLevel", h.allLevelName()),
        opt("key", h.primaryKey()),
        opt("in", h.primaryKeyTable()),
        opt("default", h.defaultMember()));
    annotations(4, h.annotations());
    if (h.relation() != null) {
      line(4, "from", relation(h.relation()));
    }
    h.levels().forEach(this::level);
  }

  private void level(Level l) {
    line(
        4,
        "level",
        q(l.name()),
        labels(l.caption(), l.description(), l.visible()),
        sql("key", l.key()),
        sql("name", l.nameKey()),
        sql("caption", l.captionKey()),
        sql("ordinal", l.ordinalKey()),
        sql("parent", l.parentKey()),
        opt("nullParent", l.nullParentValue()),
        lower(l.type()),
        l.uniqueMembers() ? "unique" : "",
        l.levelType().isTime() ? lower(l.levelType()) : "",
        l.hideMemberIf() == Level.HideMemberIf.NEVER ? "" : "hide " + lower(l.hideMemberIf()),
        l.approxRowCount() == null ? "" : "rows " + l.approxRowCount(),
        code(l.formatter()));
    annotations(5, l.annotations());
    Level.Closure closure = l.closure();
    if (closure != null) {
      line(
          5,
          "closure",
          relation(closure.table()),
          closure.parentColumn(),
          "over",
          closure.childColumn());
    }
    for (Level.Property p : l.properties()) {
      line(
          5,
          "property",
          q(p.name()),
          labels(p.caption(), p.description(), true),
          sql("=", p.expression()),
          lower(p.type()),
          code(p.formatter()));
    }
  }

  private void group(MeasureGroup g) {
    line(
        2,
        "facts",
        q(g.name()),
        relation(g.fact()),
        g.ignoreUnrelatedDimensions() ? "ignoring unrelated dimensions" : "");
    for (MeasureGroup.Link l : g.links()) {
      line(
          3,
          "link",
          q(l.dimension()),
          opt("by", l.foreignKey()),
          opt("level", l.level()),
          opt("prefix", l.usagePrefix()));
    }
    g.aggregates().forEach(this::aggregate);
  }

  private void aggregate(AggregateTable a) {
    line(
        3,
        "aggregate",
        opt("table", a.name()),
        opt("pattern", a.pattern()),
        a.excludedPatterns().isEmpty() ? "" : "without " + a.excludedPatterns(),
        a.ignoreCase() ? "" : "regarding case",
        opt("count", a.factCountColumn()));
    a.measureFactCounts().forEach(c -> line(4, "count of", c.factColumn(), "in", c.column()));
    a.ignoredColumns().forEach(c -> line(4, "ignored", c));
    a.foreignKeys().forEach(k -> line(4, "key", k.factColumn(), "in", k.aggregateColumn()));
    a.measures()
        .forEach(m -> line(4, "measure", m.measure(), "in", m.column(), opt("by", m.rollupType())));
    for (AggregateTable.AggregateLevel l : a.levels()) {
      line(
          4,
          "level",
          l.level(),
          "in",
          l.column(),
          opt("name", l.nameColumn()),
          opt("caption", l.captionColumn()),
          opt("ordinal", l.ordinalColumn()),
          l.collapsed() ? "" : "not collapsed");
      l.properties().forEach(p -> line(5, "property", q(p.property()), "in", p.column()));
    }
  }

  private void measure(Measure m) {
    line(
        2,
        "measure",
        q(m.name()),
        "of " + q(m.group()),
        labels(m.caption(), m.description(), m.visible()),
        lower(m.aggregator()),
        sql("of", m.expression()),
        m.dataType() == null ? "" : lower(m.dataType()),
        opt("format", m.formatString()),
        code(m.formatter()));
    annotations(3, m.annotations());
    m.properties().forEach(this::property);
  }

  private void calculated(CalculatedMember m) {
    line(
        2,
        "calculated",
        m.hierarchy(),
        q(m.name()),
        "of " + q(m.sourceCube()),
        labels(m.caption(), m.description(), m.visible()),
        opt("parent", m.parent()),
        opt("format", m.formatString()),
        code(m.formatter()),
        "= " + m.formula());
    annotations(3, m.annotations());
    m.properties().forEach(this::property);
  }

  private void property(CalculatedMember.Property p) {
    line(3, "property", p.name(), opt("=", p.expression()), opt("value", p.value()));
  }

  private void set(int indent, NamedSet s) {
    line(
        indent, "set", q(s.name()), labels(s.caption(), s.description(), true), "= " + s.formula());
    annotations(indent + 1, s.annotations());
  }

  private void role(Role r) {
    line(1, "role", q(r.name()), r.union().isEmpty() ? "" : "uniting " + r.union());
    annotations(2, r.annotations());
    for (Role.SchemaGrant s : r.grants()) {
      line(2, "schema", lower(s.access()));
      for (Role.CubeGrant c : s.cubes()) {
        line(3, "cube", q(c.cube()), lower(c.access()));
        c.dimensions().forEach(d -> line(4, "dimension", d.dimension(), lower(d.access())));
        for (Role.HierarchyGrant h : c.hierarchies()) {
          line(
              4,
              "hierarchy",
              h.hierarchy(),
              lower(h.access()),
              opt("top", h.topLevel()),
              opt("bottom", h.bottomLevel()),
              "totals " + lower(h.rollupPolicy()));
          h.members().forEach(m -> line(5, m.visible() ? "show" : "hide", m.member()));
        }
      }
    }
  }

  private static String relation(Relation relation) {
    if (relation instanceof Relation.Table t) {
      return "table "
          + (t.schema() == null ? "" : t.schema() + ".")
          + t.name()
          + (t.alias().equals(t.name()) ? "" : " as " + t.alias())
          + (t.filter() == null ? "" : " where " + t.filter().variants());
    }
    if (relation instanceof Relation.View v) {
      return "view " + v.alias() + " " + v.sql();
    }
    if (relation instanceof Relation.InlineTable t) {
      return "inline " + t.alias() + " " + t.columns() + " " + t.rows();
    }
    Relation.Join j = (Relation.Join) relation;
    return "("
        + relation(j.left())
        + " join "
        + relation(j.right())
        + " on "
        + j.leftAlias()
        + "."
        + j.leftKey()
        + " = "
        + j.rightAlias()
        + "."
        + j.rightKey()
        + ")";
  }

  private static String sql(String label, @Nullable SqlExpression expression) {
    if (expression == null) {
      return "";
    }
    if (expression instanceof SqlExpression.Column c) {
      return label + " " + (c.table() == null ? "" : c.table() + ".") + c.name();
    }
    SqlExpression.Text t = (SqlExpression.Text) expression;
    return label + " sql" + (t.table() == null ? "" : " on " + t.table()) + " " + t.variants();
  }

  private static String code(@Nullable Extension<?> code) {
    return code == null ? "" : "class " + code.className();
  }

  private static String labels(
      @Nullable String caption, @Nullable String description, boolean visible) {
    List<String> parts = new ArrayList<>();
    parts.add(opt("caption", caption));
    parts.add(opt("description", description));
    parts.add(visible ? "" : "hidden");
    parts.removeIf(String::isEmpty);
    return String.join(" ", parts);
  }

  private void annotations(int indent, Annotations annotations) {
    annotations.values().forEach((name, value) -> line(indent, "annotation", name, "=", value));
  }

  private void word(int indent, String label, @Nullable String value) {
    if (value != null) {
      line(indent, label, q(value));
    }
  }

  private void line(int indent, String... parts) {
    List<String> written = new ArrayList<>(List.of(parts));
    written.removeIf(String::isEmpty);
    out.append("  ".repeat(indent)).append(String.join(" ", written)).append('\n');
  }

  private static String opt(String label, @Nullable String value) {
    return value == null ? "" : label.isEmpty() ? q(value) : label + " " + q(value);
  }

  private static String q(String text) {
    return "'" + text + "'";
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
