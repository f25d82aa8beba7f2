package org.quadrille.server.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.result.Cell;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.QueryStatistics;
import org.quadrille.cubes.result.ResultAxis;
import org.quadrille.cubes.result.ResultHierarchy;
import org.quadrille.cubes.result.ResultMember;

/**
 * Writes a cell set as JSON, piece by piece. Cells stand in the order of their ordinals, empty ones
 * with value null. NaN and the infinities, which JSON does not have, are the strings {@code "NaN"},
 * {@code "Infinity"} and {@code "-Infinity"}.
 */
public final class CellSetJson {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final List<String> NAMES =
      List.of("COLUMNS", "ROWS", "PAGES", "CHAPTERS", "SECTIONS");

  private final JsonGenerator json;

  private CellSetJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes the cell set as UTF-8 and flushes; leaves the stream open. */
  public static void write(String catalog, CellSet cellSet, OutputStream out) throws IOException {
    try (JsonGenerator json =
        FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      new CellSetJson(json).cellSet(catalog, cellSet);
    }
  }

  private void cellSet(String catalog, CellSet cellSet) throws IOException {
    json.writeStartObject();
    json.writeStringField("catalog", catalog);
    json.writeStringField("cube", cellSet.cube());
    json.writeArrayFieldStart("axes");
    for (int i = 0; i < cellSet.axes().size(); i++) {
      axis(i < NAMES.size() ? NAMES.get(i) : "AXIS(" + i + ")", cellSet.axes().get(i));
    }
    json.writeEndArray();
    json.writeFieldName("slicer");
    axis("SLICER", cellSet.slicer());
    json.writeArrayFieldStart("cells");
    for (int i = 0; i < cellSet.cells().size(); i++) {
      cell(i, cellSet.cells().get(i));
    }
    json.writeEndArray();
    statistics(cellSet.statistics());
    json.writeEndObject();
  }

  private void axis(String name, ResultAxis axis) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeArrayFieldStart("hierarchies");
    for (ResultHierarchy hierarchy : axis.hierarchies()) {
      json.writeStartObject();
      json.writeStringField("uniqueName", hierarchy.uniqueName());
      json.writeStringField("caption", hierarchy.caption());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("tuples");
    for (List<ResultMember> position : axis.positions()) {
      json.writeStartArray();
      for (ResultMember member : position) {
        member(member);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void member(ResultMember member) throws IOException {
    json.writeStartObject();
    json.writeStringField("uniqueName", member.uniqueName());
    json.writeStringField("caption", member.caption());
    json.writeStringField("level", member.level());
    json.writeNumberField("depth", member.depth());
    if (!member.properties().isEmpty()) {
      json.writeObjectFieldStart("properties");
      for (Map.Entry<String, @Nullable Object> property : member.properties().entrySet()) {
        json.writeFieldName(property.getKey());
        value(property.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void cell(int ordinal, Cell cell) throws IOException {
    json.writeStartObject();
    json.writeNumberField("ordinal", ordinal);
    json.writeFieldName("value");
    value(cell.value());
    json.writeStringField("formatted", CellTexts.formatted(cell));
    if (cell.error() != null) {
      json.writeStringField("error", cell.error());
    }
    if (!cell.properties().isEmpty()) {
      json.writeObjectFieldStart("properties");
      for (Map.Entry<String, Object> property : new TreeMap<>(cell.properties()).entrySet()) {
        json.writeFieldName(property.getKey());
        value(property.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void value(@Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Double || value instanceof Float) {
      number(((Number) value).doubleValue());
    } else if (value instanceof BigDecimal decimal) {
      json.writeNumber(decimal.toPlainString());
    } else if (value instanceof BigInteger integer) {
      json.writeNumber(integer);
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else {
      json.writeString(value.toString());
    }
  }

  private void number(double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeString(Double.toString(value));
    }
  }

  private void statistics(QueryStatistics statistics) throws IOException {
    json.writeNumberField("statements", statistics.statements());
    json.writeNumberField("rounds", statistics.rounds());
    json.writeNumberField("millis", statistics.millis());
    json.writeStringField("dataVersion", statistics.dataVersion());
  }
}
