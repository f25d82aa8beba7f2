package org.quadrille.cubes.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads tables, views, inline tables, joins and the SQL in them. */
final class RelationReader {
  /** Element names of relations. */
  static final Set<String> ELEMENTS = Set.of("Table", "View", "InlineTable", "Join");

  private final CommonReader common;

  RelationReader(CommonReader common) {
    this.common = common;
  }

  /** Reads a relation of a dimension. */
  Relation read(XmlElement element) {
    for (XmlElement child : element.children(Set.of("AggName", "AggPattern", "AggExclude"))) {
      throw new Refusal(
          "<" + child.name() + "> belongs to the fact table of a cube", child.location());
    }
    return switch (element.name()) {
      case "Table" -> table(element);
      case "View" -> new Relation.View(element.require("alias"), sql(element), element.location());
      case "InlineTable" -> inlineTable(element);
      default -> join(element);
    };
  }

  /** Reads the relation of facts, which has to be a single one. */
  Relation fact(XmlElement element) {
    if (element.name().equals("Join")) {
      throw new Refusal(
          "the facts of a cube are one table or <View>, not a <Join>; write the join as a <View>",
          element.location());
    }
    return element.name().equals("Table") ? table(element) : read(element);
  }

  /** Reads a table; aggregate tables in it are read by {@link AggregateReader}. */
  Relation.Table table(XmlElement element) {
    String name = element.require("name");
    String alias = element.get("alias");
    XmlElement filter = element.child("SQL");
    return new Relation.Table(
        element.get("schema"),
        name,
        alias == null ? name : alias,
        filter == null
            ? null
            : new SqlExpression.Text(alias == null ? name : alias, List.of(dialectText(filter))),
        element.location());
  }

  /** The SQL children of an element, one for each dialect. */
  List<SqlExpression.DialectText> sql(XmlElement element) {
    return element.children("SQL").stream().map(RelationReader::dialectText).toList();
  }

  private static SqlExpression.DialectText dialectText(XmlElement sql) {
    if (sql.text().isEmpty()) {
      throw new Refusal("<SQL> is empty", sql.location());
    }
    String dialect = sql.get("dialect");
    return new SqlExpression.DialectText(dialect == null ? "generic" : dialect, sql.text());
  }

  private Relation.InlineTable inlineTable(XmlElement element) {
    List<Relation.InlineColumn> columns = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (XmlElement definitions : element.children("ColumnDefs")) {
      for (XmlElement column : definitions.children("ColumnDef")) {
        String name = column.require("name");
        if (names.contains(name)) {
          throw new Refusal("there are two columns '" + name + "'", column.place("name"));
        }
        names.add(name);
        columns.add(new Relation.InlineColumn(name, common.type(column.get("type"))));
      }
    }
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (XmlElement holder : element.children("Rows")) {
      holder.children("Row").forEach(row -> rows.add(row(row, names)));
    }
    return new Relation.InlineTable(element.require("alias"), columns, rows, element.location());
  }

  /** The values of a row in the order of the columns; a column without a value is null. */
  private static List<@Nullable String> row(XmlElement row, List<String> columns) {
    List<@Nullable String> values = new ArrayList<>();
    columns.forEach(c -> values.add(null));
    for (XmlElement value : row.children("Value")) {
      String column = value.require("column");
      int index = columns.indexOf(column);
      if (index < 0) {
        throw new Refusal(
            "the inline table has no column '" + column + "'" + new Nearest(columns).hint(column),
            value.place("column"));
      }
      values.set(index, value.rawText());
    }
    return Collections.unmodifiableList(values);
  }

  private Relation.Join join(XmlElement element) {
    List<XmlElement> sides = element.children(ELEMENTS);
    Relation left = read(sides.get(0));
    Relation right = read(sides.get(1));
    Aliases leftAliases = new Aliases(left);
    Aliases rightAliases = new Aliases(right);
    for (String alias : rightAliases.names()) {
      if (leftAliases.names().contains(alias)) {
        throw new Refusal(
            "the join has the alias '" + alias + "' twice; give one of the tables another alias",
            element.location());
      }
    }
    return new Relation.Join(
        left,
        side(element, "leftAlias", leftAliases, leftAliases.single()),
        element.require("leftKey"),
        right,
        side(element, "rightAlias", rightAliases, rightAliases.names().get(0)),
        element.require("rightKey"),
        element.location());
  }

  private static String side(
      XmlElement join, String attribute, Aliases aliases, @Nullable String whenLeftOut) {
    String alias = join.get(attribute);
    if (alias == null && whenLeftOut == null) {
      throw new Refusal(
          "<Join> needs '"
              + attribute
              + "', because that side has more than one table: "
              + String.join(", ", aliases.names()),
          join.location());
    }
    String chosen = alias == null ? String.valueOf(whenLeftOut) : alias;
    if (!aliases.names().contains(chosen)) {
      throw new Refusal(
          "that side of the join has no table '"
              + chosen
              + "'; it has "
              + String.join(", ", aliases.names())
              + new Nearest(aliases.names()).hint(chosen),
          join.place(attribute));
    }
    return chosen;
  }
}
