package org.quadrille.cubes.store;

import java.sql.Types;
import java.util.List;
import java.util.Properties;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.rel2sql.RelToSqlConverter;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.tools.RelBuilder;
import org.quadrille.cubes.store.TableCatalog.ColumnInfo;
import org.quadrille.cubes.store.TableCatalog.TableInfo;

/**
 * Relational algebra over the tables of one database, and its SQL. Made for one statement; not for
 * use by several threads.
 */
final class Algebra {
  private final TableCatalog tables;
  private final SqlDialect dialect;
  private final RelDataTypeFactory typeFactory = StarSql.typeFactory();
  private final CalciteCatalogReader reader;
  private final RelOptCluster cluster;
  private final RelBuilder builder;

  Algebra(TableCatalog tables, SqlDialect dialect) {
    this.tables = tables;
    this.dialect = dialect;
    CalciteSchema root = CalciteSchema.createRootSchema(false, false);
    for (TableInfo table : tables.tables()) {
      if (tables.find(null, table.name()) == table) {
        root.add(table.name(), new StarTable(table));
      }
    }
    Properties properties = new Properties();
    properties.setProperty(CalciteConnectionProperty.CASE_SENSITIVE.camelName(), "false");
    this.reader =
        new CalciteCatalogReader(
            root, List.of(), typeFactory, new CalciteConnectionConfigImpl(properties));
    this.cluster =
        RelOptCluster.create(
            new HepPlanner(HepProgram.builder().build()), new RexBuilder(typeFactory));
    this.builder =
        RelFactories.LOGICAL_BUILDER
            .create(cluster, reader)
            .transform(c -> c.withPruneInputOfAggregate(false).withBloat(-1).withSimplify(false));
  }

  RelBuilder builder() {
    return builder;
  }

  TableCatalog tables() {
    return tables;
  }

  RelOptCluster cluster() {
    return cluster;
  }

  CalciteCatalogReader reader() {
    return reader;
  }

  RelDataTypeFactory typeFactory() {
    return typeFactory;
  }

  /** The SQL of an expression of the algebra. */
  String toSql(RelNode rel) {
    return new RelToSqlConverter(dialect)
        .visitRoot(rel)
        .asStatement()
        .toSqlString(
            c ->
                c.withDialect(dialect)
                    .withAlwaysUseParentheses(false)
                    .withSelectListItemsOnSeparateLines(false)
                    .withUpdateSetListNewline(false)
                    .withIndentation(1)
                    .withLineFolding(org.apache.calcite.sql.SqlWriterConfig.LineFolding.TALL))
        .getSql();
  }

  /** A table as Calcite sees it. */
  static final class StarTable extends AbstractTable {
    private final TableInfo info;

    StarTable(TableInfo info) {
      this.info = info;
    }

    @Override
    public RelDataType getRowType(RelDataTypeFactory factory) {
      RelDataTypeFactory.Builder row = factory.builder();
      for (ColumnInfo column : info.columns()) {
        row.add(column.name(), type(factory, column));
      }
      return row.build();
    }

    static RelDataType type(RelDataTypeFactory factory, ColumnInfo column) {
      RelDataType type =
          switch (column.jdbcType()) {
            case Types.BOOLEAN, Types.BIT -> factory.createSqlType(SqlTypeName.BOOLEAN);
            case Types.TINYINT -> factory.createSqlType(SqlTypeName.TINYINT);
            case Types.SMALLINT -> factory.createSqlType(SqlTypeName.SMALLINT);
            case Types.INTEGER -> factory.createSqlType(SqlTypeName.INTEGER);
            case Types.BIGINT -> factory.createSqlType(SqlTypeName.BIGINT);
            case Types.REAL -> factory.createSqlType(SqlTypeName.REAL);
            case Types.FLOAT, Types.DOUBLE -> factory.createSqlType(SqlTypeName.DOUBLE);
            case Types.DECIMAL, Types.NUMERIC ->
                factory.createSqlType(
                    SqlTypeName.DECIMAL,
                    column.precision() <= 0 ? 38 : Math.min(38, column.precision()),
                    Math.max(0, column.scale()));
            case Types.DATE -> factory.createSqlType(SqlTypeName.DATE);
            case Types.TIME -> factory.createSqlType(SqlTypeName.TIME);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                factory.createSqlType(SqlTypeName.TIMESTAMP);
            case Types.JAVA_OBJECT, Types.OTHER ->
                factory.createSqlType(SqlTypeName.DECIMAL, 38, 0);
            default -> factory.createSqlType(SqlTypeName.VARCHAR);
          };
      return factory.createTypeWithNullability(type, true);
    }
  }
}
