package org.quadrille.server.xmla.rowset;

import java.util.List;
import java.util.function.Consumer;
import org.quadrille.cubes.eval.FunctionDefinition;
import org.quadrille.cubes.eval.Kind;
import org.quadrille.cubes.function.BuiltinFunctions;

/** MDSCHEMA_FUNCTIONS: the functions of MDX, a row for each signature; themes as interfaces. */
final class FunctionsRowset implements Rowset {
  /** ORIGIN of a function that the server defines. */
  private static final int BUILT_IN = 1;

  /** RETURN_TYPE: a value of any type. */
  private static final int VARIANT = 12;

  @Override
  public String name() {
    return "MDSCHEMA_FUNCTIONS";
  }

  @Override
  public String guid() {
    return "a07ccd07-8148-11d0-87bb-00c04fc33942";
  }

  @Override
  public String description() {
    return "The functions of MDX.";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.key("FUNCTION_NAME"),
        Column.text("DESCRIPTION"),
        Column.text("PARAMETER_LIST"),
        Column.of("RETURN_TYPE", Column.Type.INT),
        Column.of("ORIGIN", Column.Type.INT).restricting(Column.Restriction.EQUAL),
        Column.key("INTERFACE_NAME"),
        Column.key("LIBRARY_NAME"),
        Column.text("CAPTION"));
  }

  @Override
  public void rows(Discovery discovery, Consumer<Row> sink) {
    BuiltinFunctions.themes()
        .forEach((theme, functions) -> functions.forEach(each -> sink.accept(row(theme, each))));
  }

  private static Row row(String theme, FunctionDefinition function) {
    return new Row()
        .set("FUNCTION_NAME", function.name())
        .set("DESCRIPTION", function.summary())
        .set("PARAMETER_LIST", function.signature())
        .set("RETURN_TYPE", type(function.result()))
        .set("ORIGIN", BUILT_IN)
        .set("INTERFACE_NAME", theme)
        .set("CAPTION", function.name());
  }

  private static int type(Kind kind) {
    return switch (kind) {
      case NUMERIC -> Codes.TYPE_DOUBLE;
      case INTEGER -> Codes.TYPE_INT;
      case STRING -> Codes.TYPE_TEXT;
      case LOGICAL -> Codes.TYPE_BOOLEAN;
      case DATETIME -> Codes.TYPE_DATE;
      case DIMENSION, HIERARCHY, LEVEL, MEMBER, TUPLE, SET, VALUE, SYMBOL, NULL, EMPTY -> VARIANT;
    };
  }
}
