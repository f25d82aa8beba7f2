package org.quadrille.cubes.exec;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.DataMember;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Keys;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.model.MemberTable;
import org.quadrille.cubes.model.StoredMember;
import org.quadrille.cubes.schema.Level;
import org.quadrille.cubes.schema.MeasureGroup;
import org.quadrille.cubes.schema.Relation;
import org.quadrille.cubes.schema.SqlExpression;

/**
 * The SQL of one cell, as plain text: an aggregate over the facts whose keys are among those of the
 * members. It shares nothing with the way in which cells are fetched together: no algebra, no joins
 * with facts, no closure tables, and a member is found by its keys and those of all its parents.
 */
final class PlainSql {
  private PlainSql() {}

  /**
   * The SQL of a cell; its row holds the value and the number of facts.
   *
   * @param current by ordinal of the hierarchy; null for one that a restriction stands for
   * @return null where no fact can belong to the cell
   */
  static @Nullable String of(
      MeasureMember measure, @Nullable Member[] current, List<Restriction> restrictions) {
    MeasureGroup group = measure.group();
    List<String> conditions = new ArrayList<>();
    for (Member member : current) {
      if (member == null || member.isAll() || member.hierarchy().isMeasures()) {
        continue;
      }
      if (member.isNull()) {
        return null;
      }
      if (applies(group, member.hierarchy())) {
        conditions.add(facts(group, member));
      } else if (!group.ignoreUnrelatedDimensions()
          && !member.equals(member.hierarchy().defaultMember())) {
        return null;
      }
    }
    for (Restriction restriction : restrictions) {
      conditions.add(anyOf(group, restriction));
    }
    return "select "
        + aggregate(measure)
        + ", count(*) from "
        + relation(group.fact())
        + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions));
  }

  private static boolean applies(MeasureGroup group, Hierarchy hierarchy) {
    return group.link(hierarchy.dimension().name()) != null;
  }

  private static String aggregate(MeasureMember measure) {
    SqlExpression expression = measure.definition().expression();
    String argument = expression == null ? "*" : expression(expression);
    return switch (measure.aggregator()) {
      case SUM -> "sum(" + argument + ")";
      case COUNT -> "count(" + argument + ")";
      case MIN -> "min(" + argument + ")";
      case MAX -> "max(" + argument + ")";
      case AVG -> "avg(" + argument + ")";
      case DISTINCT_COUNT -> "count(distinct " + argument + ")";
    };
  }

  private static String anyOf(MeasureGroup group, Restriction restriction) {
    List<String> alternatives = new ArrayList<>();
    for (List<Member> tuple : restriction.members()) {
      List<String> parts = new ArrayList<>();
      for (Member member : tuple) {
        if (!member.isAll()) {
          parts.add(applies(group, member.hierarchy()) ? facts(group, member) : "false");
        }
      }
      alternatives.add(parts.isEmpty() ? "true" : "(" + String.join(" and ", parts) + ")");
    }
    return "(" + String.join(" or ", alternatives) + ")";
  }

  /** The condition on facts that they belong to a member. */
  private static String facts(MeasureGroup group, Member member) {
    Hierarchy hierarchy = member.hierarchy();
    MeasureGroup.Link link = group.link(hierarchy.dimension().name());
    org.quadrille.cubes.schema.Hierarchy definition = hierarchy.definition();
    if (link == null || definition == null) {
      throw new IllegalStateException(member + " does not apply to " + group.name());
    }
    String keys = keys(member);
    if (link.foreignKey() == null || definition.relation() == null) {
      return keys;
    }
    String fact = ((Relation.Single) group.fact()).alias();
    return name(fact)
        + "."
        + name(link.foreignKey())
        + " in (select "
        + joinColumn(hierarchy, definition, link)
        + " from "
        + relation(definition.relation())
        + " where "
        + keys
        + ")";
  }

  private static String joinColumn(
      Hierarchy hierarchy,
      org.quadrille.cubes.schema.Hierarchy definition,
      MeasureGroup.Link link) {
    org.quadrille.cubes.model.Level level =
        link.level() == null ? null : hierarchy.level(link.level());
    if (level != null && level.definition() != null) {
      return expression(level.definition().key());
    }
    if (definition.primaryKey() == null) {
      throw new IllegalStateException(hierarchy.uniqueName() + " has no primary key");
    }
    String table = definition.primaryKeyTable();
    return (table == null ? "" : name(table) + ".") + name(definition.primaryKey());
  }

  private static String keys(Member member) {
    if (member instanceof DataMember own) {
      return equal(level(own.owner()), own.owner().hierarchy().members().key(own.owner().row()));
    }
    if (!(member instanceof StoredMember stored)) {
      throw new IllegalStateException(member + " is not stored");
    }
    MemberTable table = stored.hierarchy().members();
    if (level(stored).isParentChild()) {
      List<String> branch = new ArrayList<>();
      for (int row : table.branch(stored.row())) {
        branch.add(equal(level(stored), table.key(row)));
      }
      return "(" + String.join(" or ", branch) + ")";
    }
    List<String> path = new ArrayList<>();
    for (int row = stored.row(); row != MemberTable.NONE; row = table.keyParent(row)) {
      Level level = stored.hierarchy().levels().get(table.level(row)).definition();
      if (level != null) {
        path.add(equal(level, table.key(row)));
      }
    }
    return String.join(" and ", path);
  }

  private static Level level(StoredMember member) {
    Level level = member.level().definition();
    if (level == null) {
      throw new IllegalStateException(member + " has no key");
    }
    return level;
  }

  private static String equal(Level level, @Nullable Object key) {
    String column = expression(level.key());
    return key == null || key == Keys.NULL
        ? "(" + column + ") is null"
        : "(" + column + ") = " + literal(key);
  }

  private static String literal(Object value) {
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof LocalDate) {
      return "date '" + value + "'";
    }
    if (value instanceof LocalDateTime) {
      return "timestamp '" + value.toString().replace('T', ' ') + "'";
    }
    return text(value.toString());
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  private static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String expression(SqlExpression expression) {
    if (expression instanceof SqlExpression.Column column) {
      return (column.table() == null ? "" : name(column.table()) + ".") + name(column.name());
    }
    return choose(((SqlExpression.Text) expression).variants());
  }

  private static String choose(List<SqlExpression.DialectText> variants) {
    for (String wanted : List.of("duckdb", "generic")) {
      for (SqlExpression.DialectText variant : variants) {
        if (variant.dialect().equalsIgnoreCase(wanted)) {
          return variant.sql();
        }
      }
    }
    return variants.get(0).sql();
  }

  private static String relation(Relation relation) {
    if (relation instanceof Relation.Join join) {
      return "("
          + relation(join.left())
          + " join "
          + relation(join.right())
          + " on "
          + name(join.leftAlias())
          + "."
          + name(join.leftKey())
          + " = "
          + name(join.rightAlias())
          + "."
          + name(join.rightKey())
          + ")";
    }
    return single((Relation.Single) relation) + " as " + name(((Relation.Single) relation).alias());
  }

  private static String single(Relation.Single relation) {
    if (relation instanceof Relation.View view) {
      return "(" + choose(view.sql()) + ")";
    }
    if (relation instanceof Relation.InlineTable inline) {
      return inline.rows().stream()
          .map(row -> inlineRow(inline, row))
          .collect(Collectors.joining(" union all ", "(", ")"));
    }
    Relation.Table table = (Relation.Table) relation;
    String plain = (table.schema() == null ? "" : name(table.schema()) + ".") + name(table.name());
    return table.filter() == null
        ? plain
        : "(select * from "
            + plain
            + " as "
            + name(table.alias())
            + " where "
            + choose(table.filter().variants())
            + ")";
  }

  private static String inlineRow(Relation.InlineTable table, List<@Nullable String> row) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      String value = row.get(i);
      values.add(
          (value == null ? "null" : text(value)) + " as " + name(table.columns().get(i).name()));
    }
    return "select " + String.join(", ", values);
  }
}
