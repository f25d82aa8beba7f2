package org.quadrille.server.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.result.RowSet;

/**
 * Writes the rows of a DRILLTHROUGH as JSON, piece by piece. Dates are texts in ISO form; NaN and
 * the infinities are texts too.
 */
public final class RowSetJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private RowSetJson() {}

  /** Writes the rows as UTF-8 and flushes; leaves the stream open. */
  public static void write(String catalog, RowSet rows, OutputStream out) throws IOException {
    try (JsonGenerator json =
        FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      json.writeStartObject();
      json.writeStringField("catalog", catalog);
      json.writeStringField("cube", rows.cube());
      json.writeArrayFieldStart("columns");
      for (RowSet.Column column : rows.columns()) {
        json.writeStartObject();
        json.writeStringField("name", column.name());
        json.writeStringField("caption", column.caption());
        json.writeStringField("type", column.type().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("rows");
      for (List<@Nullable Object> row : rows.rows()) {
        json.writeStartArray();
        for (Object value : row) {
          value(json, value);
        }
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeBooleanField("cut", rows.cut());
      json.writeNumberField("limit", rows.limit());
      json.writeNumberField("statements", rows.statistics().statements());
      json.writeNumberField("millis", rows.statistics().millis());
      json.writeStringField("dataVersion", rows.statistics().dataVersion());
      json.writeEndObject();
    }
  }

  static void value(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof BigDecimal decimal) {
      json.writeNumber(decimal.toPlainString());
    } else if (value instanceof Double number && Double.isFinite(number)) {
      json.writeNumber(number);
    } else if (value instanceof Integer || value instanceof Long) {
      json.writeNumber(((Number) value).longValue());
    } else {
      json.writeString(value.toString());
    }
  }
}
