package org.quadrille.cubes.sql.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.util.SqlString;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.mdx.Place;
import org.quadrille.cubes.sql.SqlColumn;
import org.quadrille.cubes.sql.SqlException;
import org.quadrille.cubes.sql.view.SqlCatalog;
import org.quadrille.cubes.store.StarSql;
import org.quadrille.cubes.store.StoreException;
import org.quadrille.cubes.store.TableCatalog.ColumnInfo;
import org.quadrille.cubes.store.TableCatalog.TableInfo;

/** Plans queries over one catalog. Safe for use by many threads. */
public final class SqlPlanner {
  private final SqlCatalog catalog;
  private final StarSql star;
  private final SqlOperatorTable functions = SqlFunctions.table();

  /** Plans over what a role may read of the star. */
  public SqlPlanner(SqlCatalog catalog, StarSql star) {
    this.catalog = catalog;
    this.star = star;
  }

  /** The names of the functions that queries may use, in alphabetical order. */
  public static List<String> functions() {
    return SqlFunctions.names();
  }

  /**
   * Plans a query.
   *
   * @throws SqlException if it is refused
   */
  public SqlPlan plan(String text) {
    try {
      SqlNode parsed = SqlParsing.parse(text);
      TreeLimit.check(parsed);
      QueryRewriter rewriter = new QueryRewriter(catalog, star);
      QueryRewriter.Rewritten rewritten = rewriter.query(parsed, Set.of(), null);
      rewriter.finish();
      return validated(rewritten.query(), rewriter);
    } catch (StoreException e) {
      throw new SqlException(null, String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      throw new SqlException(null, "the query is nested too deeply");
    }
  }

  private SqlPlan validated(SqlNode query, QueryRewriter rewriter) {
    RelDataTypeFactory types = StarSql.typeFactory();
    SqlValidator validator = validator(types, rewriter);
    SqlNode valid;
    RelDataType row;
    RelDataType parameters;
    try {
      valid = validator.validate(query);
      row = validator.getValidatedNodeType(valid);
      parameters = validator.getParameterRowType(valid);
    } catch (CalciteContextException e) {
      throw new SqlException(place(e), ValidatorMessage.of(e.getCause(), catalog));
    } catch (RuntimeException e) {
      throw new SqlException(SqlException.Kind.REFUSED, null, ValidatorMessage.of(e, catalog), e);
    }
    SqlNode written = new StatementWriter(rewriter.uses(), validator).write(valid);
    SqlString sql =
        written.toSqlString(
            c ->
                c.withDialect(star.dialect())
                    .withAlwaysUseParentheses(false)
                    .withSelectListItemsOnSeparateLines(false)
                    .withUpdateSetListNewline(false)
                    .withIndentation(1));
    List<Integer> order =
        sql.getDynamicParameters() == null ? List.of() : List.copyOf(sql.getDynamicParameters());
    return new SqlPlan(sql.getSql(), columns(row), columns(parameters), order, rewriter.notes());
  }

  private static @Nullable Place place(CalciteContextException e) {
    return e.getPosLine() < 1 || e.getPosColumn() < 1
        ? null
        : new Place(e.getPosLine(), e.getPosColumn());
  }

  private static List<SqlColumn> columns(RelDataType row) {
    List<SqlColumn> columns = new ArrayList<>();
    for (RelDataTypeField field : row.getFieldList()) {
      columns.add(SqlTypes.column(field.getName(), field.getType(), null));
    }
    return columns;
  }

  private SqlValidator validator(RelDataTypeFactory types, QueryRewriter rewriter) {
    CalciteSchema root = CalciteSchema.createRootSchema(false, false);
    CalciteSchema tables = root.add(QueryRewriter.STAR, new AbstractSchema());
    for (TableInfo table : catalog.tables()) {
      tables.add(table.name(), starTable(table));
    }
    CalciteSchema cubes = root.add(QueryRewriter.CUBES, new AbstractSchema());
    for (CubeUse use : rewriter.uses()) {
      if (use.query != null) {
        cubes.add(use.tableName(), table(use.query.type()));
      }
    }
    Properties properties = new Properties();
    properties.setProperty(CalciteConnectionProperty.CASE_SENSITIVE.camelName(), "false");
    CalciteCatalogReader reader =
        new CalciteCatalogReader(
            root, List.of(), types, new CalciteConnectionConfigImpl(properties));
    return SqlValidatorUtil.newValidator(
        functions,
        reader,
        types,
        SqlValidator.Config.DEFAULT
            .withConformance(SqlParsing.CONFORMANCE)
            .withCallRewrite(false)
            .withIdentifierExpansion(true));
  }

  private static Table starTable(TableInfo info) {
    return new AbstractTable() {
      @Override
      public RelDataType getRowType(RelDataTypeFactory factory) {
        RelDataTypeFactory.Builder row = factory.builder();
        for (ColumnInfo column : info.columns()) {
          row.add(column.name(), StarSql.type(factory, column));
        }
        return row.build();
      }
    };
  }

  private static Table table(RelDataType type) {
    return new AbstractTable() {
      @Override
      public RelDataType getRowType(RelDataTypeFactory factory) {
        return factory.copyType(type);
      }
    };
  }
}
