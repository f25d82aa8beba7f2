package org.quadrille.cubes.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.tools.RelBuilder;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.schema.DataType;
import org.quadrille.cubes.schema.Relation;
import org.quadrille.cubes.schema.SqlExpression;

/**
 * A growing join of single relations. Each is known by a node name; columns are found by node and
 * column name. First the single relation of the facts or the leaf of a dimension, then the others.
 */
final class RelationBuilder {
  private final Algebra algebra;
  private final RelBuilder builder;
  private final SqlText sqlText;
  private final Map<String, Integer> offsets = new HashMap<>();
  private final Map<String, List<String>> columns = new HashMap<>();
  private final Map<String, String> aliases = new HashMap<>();
  private int width;

  RelationBuilder(Algebra algebra) {
    this.algebra = algebra;
    this.builder = algebra.builder();
    this.sqlText = new SqlText(algebra);
  }

  RelBuilder builder() {
    return builder;
  }

  boolean has(String node) {
    return offsets.containsKey(node);
  }

  /** Begins with a relation. */
  void start(String node, Relation.Single relation) {
    push(relation);
    note(node, relation.alias(), fieldNames());
  }

  /** Joins a relation on the equality of a column that is there with one of its own. */
  void join(
      String node,
      Relation.Single relation,
      String leftNode,
      String leftColumn,
      String rightColumn) {
    push(relation);
    List<String> names = fieldNames();
    RexNode left = builder.field(2, 0, index(leftNode, leftColumn));
    RexNode right =
        builder.field(2, 1, indexIn(builder.peek().getRowType(), rightColumn, relation));
    builder.join(JoinRelType.INNER, builder.equals(left, right));
    note(node, relation.alias(), names);
  }

  /** Keeps the columns' own names, since a join renames those that are taken. */
  private void note(String node, String alias, List<String> names) {
    offsets.put(node, width);
    aliases.put(node, alias);
    columns.put(node, List.copyOf(names));
    width += names.size();
  }

  private List<String> fieldNames() {
    return builder.peek().getRowType().getFieldNames();
  }

  private void push(Relation.Single relation) {
    if (relation instanceof Relation.Table table) {
      TableCatalog.TableInfo info = algebra.tables().find(table.schema(), table.name());
      if (info == null) {
        throw new MissingTableException(
            "the database has no table "
                + table.name()
                + org.quadrille.cubes.model.Names.didYouMean(
                    table.name(), algebra.tables().tables().stream().map(t -> t.name()).toList())
                + " ("
                + table.location()
                + ")");
      }
      builder.scan(info.name());
      if (table.filter() != null) {
        builder.filter(sqlText.expression(table.filter(), plainColumns(table.alias())));
      }
    } else if (relation instanceof Relation.View view) {
      RelNode rel = sqlText.query(view.sql());
      builder.push(rel);
    } else {
      values(BinaryTexts.asText((Relation.InlineTable) relation));
    }
  }

  private Map<String, RexNode> plainColumns(String alias) {
    Map<String, RexNode> plain = new HashMap<>();
    List<String> names = builder.peek().getRowType().getFieldNames();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).toLowerCase(Locale.ROOT);
      plain.put(name, builder.field(i));
      plain.put(alias.toLowerCase(Locale.ROOT) + "." + name, builder.field(i));
    }
    return plain;
  }

  private void values(Relation.InlineTable table) {
    List<RelDataType> types = new ArrayList<>();
    for (Relation.InlineColumn column : table.columns()) {
      types.add(
          algebra
              .typeFactory()
              .createTypeWithNullability(
                  algebra.typeFactory().createSqlType(sqlType(column.type())), true));
    }
    RelDataType rowType =
        algebra
            .typeFactory()
            .createStructType(
                types, table.columns().stream().map(Relation.InlineColumn::name).toList());
    List<List<RexLiteral>> rows = new ArrayList<>();
    for (List<@Nullable String> row : table.rows()) {
      List<RexLiteral> literals = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        literals.add(literal(row.get(i), table.columns().get(i).type(), types.get(i)));
      }
      rows.add(literals);
    }
    builder.values(rows, rowType);
  }

  private static SqlTypeName sqlType(DataType type) {
    return switch (type) {
      case STRING -> SqlTypeName.VARCHAR;
      case NUMERIC -> SqlTypeName.DOUBLE;
      case INTEGER -> SqlTypeName.INTEGER;
      case LONG -> SqlTypeName.BIGINT;
      case BOOLEAN -> SqlTypeName.BOOLEAN;
      case DATE -> SqlTypeName.DATE;
      case TIME -> SqlTypeName.TIME;
      case TIMESTAMP -> SqlTypeName.TIMESTAMP;
    };
  }

  private RexLiteral literal(@Nullable String text, DataType type, RelDataType relType) {
    if (text == null) {
      return (RexLiteral) builder.getRexBuilder().makeNullLiteral(relType);
    }
    RexNode node =
        Literals.of(builder.getRexBuilder(), relType, Literals.parse(text.trim(), type, text));
    return (RexLiteral) node;
  }

  private int index(String node, String column) {
    List<String> names = columns.get(node);
    if (names == null) {
      throw new IllegalStateException("no relation " + node);
    }
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(column)) {
        return offsets.get(node) + i;
      }
    }
    throw new MissingTableException(
        "table "
            + aliases.get(node)
            + " has no column "
            + column
            + org.quadrille.cubes.model.Names.didYouMean(column, names));
  }

  private static int indexIn(RelDataType row, String column, Relation.Single relation) {
    for (int i = 0; i < row.getFieldCount(); i++) {
      if (row.getFieldNames().get(i).equalsIgnoreCase(column)) {
        return i;
      }
    }
    throw new MissingTableException(
        "table "
            + relation.alias()
            + " has no column "
            + column
            + org.quadrille.cubes.model.Names.didYouMean(column, row.getFieldNames())
            + " ("
            + relation.location()
            + ")");
  }

  /** A column of a node. */
  RexNode column(String node, String name) {
    return builder.field(index(node, name));
  }

  /**
   * An expression over nodes.
   *
   * @param node where columns without a table are
   * @param byAlias nodes by alias in lower case
   */
  RexNode expression(SqlExpression expression, String node, Map<String, String> byAlias) {
    if (expression instanceof SqlExpression.Column column) {
      String at =
          column.table() == null
              ? node
              : byAlias.getOrDefault(column.table().toLowerCase(Locale.ROOT), node);
      return column(at, column.name());
    }
    SqlExpression.Text text = (SqlExpression.Text) expression;
    Map<String, RexNode> visible = new HashMap<>();
    byAlias.forEach((alias, n) -> addColumns(visible, alias, n));
    addColumns(visible, aliases.getOrDefault(node, "").toLowerCase(Locale.ROOT), node);
    return sqlText.expression(text, visible);
  }

  private void addColumns(Map<String, RexNode> visible, String alias, String node) {
    List<String> names = columns.get(node);
    if (names == null) {
      return;
    }
    for (int i = 0; i < names.size(); i++) {
      RexNode field = builder.field(offsets.get(node) + i);
      String name = names.get(i).toLowerCase(Locale.ROOT);
      visible.put(alias + "." + name, field);
      visible.put(name, field);
    }
  }
}
