package org.quadrille.cubes.store;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlLibrary;
import org.apache.calcite.sql.fun.SqlLibraryOperatorTableFactory;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.util.SqlShuttle;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.apache.calcite.sql2rel.StandardConvertletTable;
import org.quadrille.cubes.schema.SqlExpression;
import org.quadrille.cubes.schema.SqlExpression.DialectText;

/** SQL that a schema brings as text, taken into the algebra. */
final class SqlText {
  private static final SqlParser.Config PARSER =
      SqlParser.config()
          .withQuoting(Quoting.DOUBLE_QUOTE)
          .withUnquotedCasing(Casing.UNCHANGED)
          .withQuotedCasing(Casing.UNCHANGED)
          .withConformance(SqlConformanceEnum.LENIENT);

  private final Algebra algebra;

  SqlText(Algebra algebra) {
    this.algebra = algebra;
  }

  /** The text for this database: its own, else one for a like one, else the generic one. */
  static String choose(List<DialectText> variants) {
    for (String wanted : List.of("duckdb", "generic", "ansi", "postgres", "postgresql", "hsqldb")) {
      for (DialectText variant : variants) {
        if (variant.dialect().toLowerCase(Locale.ROOT).equals(wanted)) {
          return variant.sql().trim();
        }
      }
    }
    return variants.get(0).sql().trim();
  }

  /**
   * An expression over columns.
   *
   * @param columns by {@code alias.column} and by {@code column} in lower case
   */
  RexNode expression(SqlExpression.Text text, Map<String, RexNode> columns) {
    String sql = choose(text.variants());
    try {
      SqlNode parsed = SqlParser.create(sql, PARSER).parseExpression();
      Map<String, RexNode> used = new HashMap<>();
      SqlNode simple =
          parsed.accept(
              new SqlShuttle() {
                @Override
                public SqlNode visit(SqlIdentifier id) {
                  String name = String.join(".", id.names).toLowerCase(Locale.ROOT);
                  RexNode column = columns.get(name);
                  if (column == null) {
                    return id;
                  }
                  String plain = "c" + Integer.toHexString(name.hashCode()) + "_" + name.length();
                  used.put(plain, column);
                  return new SqlIdentifier(plain, id.getParserPosition());
                }
              });
      Map<String, RelDataType> types = new HashMap<>();
      used.forEach((name, node) -> types.put(name, node.getType()));
      SqlValidator validator = validator();
      SqlNode valid = validator.validateParameterizedExpression(simple, types);
      return converter(validator).convertExpression(valid, used);
    } catch (SqlParseException | RuntimeException e) {
      throw new StoreException(
          "the SQL of the schema is not understood: " + sql + ": " + message(e), e);
    }
  }

  /** A query. */
  RelNode query(List<DialectText> variants) {
    String sql = choose(variants);
    try {
      SqlNode parsed = SqlParser.create(sql, PARSER).parseQuery();
      SqlValidator validator = validator();
      SqlNode valid = validator.validate(parsed);
      return converter(validator).convertQuery(valid, false, true).project();
    } catch (SqlParseException | RuntimeException e) {
      throw new StoreException(
          "the view of the schema is not understood: " + sql + ": " + message(e), e);
    }
  }

  private static String message(Throwable e) {
    String text = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    return text == null ? e.getClass().getSimpleName() : text.lines().findFirst().orElse("");
  }

  private SqlValidator validator() {
    return SqlValidatorUtil.newValidator(
        SqlLibraryOperatorTableFactory.INSTANCE.getOperatorTable(
            SqlLibrary.STANDARD, SqlLibrary.POSTGRESQL, SqlLibrary.MYSQL),
        algebra.reader(),
        algebra.typeFactory(),
        SqlValidator.Config.DEFAULT
            .withConformance(SqlConformanceEnum.LENIENT)
            .withIdentifierExpansion(true));
  }

  private SqlToRelConverter converter(SqlValidator validator) {
    return new SqlToRelConverter(
        (rowType, queryString, schemaPath, viewPath) -> {
          throw new UnsupportedOperationException("views are not expanded");
        },
        validator,
        algebra.reader(),
        algebra.cluster(),
        StandardConvertletTable.INSTANCE,
        SqlToRelConverter.config().withExpand(false).withTrimUnusedFields(false));
  }
}
