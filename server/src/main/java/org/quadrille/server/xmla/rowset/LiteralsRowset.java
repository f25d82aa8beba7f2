package org.quadrille.server.xmla.rowset;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** DISCOVER_LITERALS: which characters names may have, and how they are quoted. */
final class LiteralsRowset implements Rowset {
  private static final int MAX_NAME = 255;
  private static final String NOT_FIRST = "0123456789";
  private static final List<Literal> LITERALS =
      List.of(
          new Literal("DBLITERAL_CATALOG_NAME", null, ".", NOT_FIRST, MAX_NAME),
          new Literal("DBLITERAL_CATALOG_SEPARATOR", ".", null, null, 0),
          new Literal("DBLITERAL_CUBE_NAME", null, ".", NOT_FIRST, MAX_NAME),
          new Literal("DBLITERAL_DIMENSION_NAME", null, ".", NOT_FIRST, MAX_NAME),
          new Literal("DBLITERAL_HIERARCHY_NAME", null, ".", NOT_FIRST, MAX_NAME),
          new Literal("DBLITERAL_LEVEL_NAME", null, ".", NOT_FIRST, MAX_NAME),
          new Literal("DBLITERAL_MEMBER_NAME", null, ".", NOT_FIRST, MAX_NAME),
          new Literal("DBLITERAL_PROPERTY_NAME", null, ".", NOT_FIRST, MAX_NAME),
          new Literal("DBLITERAL_QUOTE_PREFIX", "[", null, null, -1),
          new Literal("DBLITERAL_QUOTE_SUFFIX", "]", null, null, -1));

  @Override
  public String name() {
    return "DISCOVER_LITERALS";
  }

  @Override
  public String guid() {
    return "c3ef5ecb-0a07-4665-a140-b075722dbdc2";
  }

  @Override
  public String description() {
    return "Which characters names may have, and how they are quoted.";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.key("LiteralName"),
        Column.text("LiteralValue"),
        Column.text("LiteralInvalidChars"),
        Column.text("LiteralInvalidStartingChars"),
        Column.of("LiteralMaxLength", Column.Type.INT));
  }

  @Override
  public void rows(Discovery discovery, Consumer<Row> sink) {
    for (Literal literal : LITERALS) {
      sink.accept(
          new Row()
              .set("LiteralName", literal.name())
              .set("LiteralValue", literal.value())
              .set("LiteralInvalidChars", literal.invalid())
              .set("LiteralInvalidStartingChars", literal.invalidFirst())
              .set("LiteralMaxLength", literal.maxLength()));
    }
  }

  private record Literal(
      String name,
      @Nullable String value,
      @Nullable String invalid,
      @Nullable String invalidFirst,
      int maxLength) {}
}
