package org.quadrille.server.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import org.quadrille.cubes.sql.SqlColumn;
import org.quadrille.cubes.sql.SqlCursor;

/**
 * Writes the answer to a query in SQL as JSON, row by row. Dates are texts in ISO form; NaN and the
 * infinities are texts too.
 */
public final class SqlJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private SqlJson() {}

  /**
   * Writes as UTF-8 and flushes; leaves the stream open.
   *
   * @param any whether the cursor stands on a first row
   * @param limit how many rows are written at most
   * @param started when the query began, by {@link System#nanoTime}
   */
  public static void write(
      String catalog, SqlCursor cursor, boolean any, long limit, long started, OutputStream out)
      throws IOException {
    try (JsonGenerator json =
        FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      json.writeStartObject();
      json.writeStringField("catalog", catalog);
      json.writeArrayFieldStart("columns");
      for (SqlColumn column : cursor.columns()) {
        json.writeStartObject();
        json.writeStringField("name", column.name());
        json.writeStringField("type", column.type());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("rows");
      int width = cursor.columns().size();
      long count = 0;
      boolean more = any;
      while (more && count < limit) {
        json.writeStartArray();
        for (int i = 0; i < width; i++) {
          RowSetJson.value(json, cursor.value(i));
        }
        json.writeEndArray();
        count++;
        more = cursor.next();
      }
      json.writeEndArray();
      json.writeNumberField("rowCount", count);
      json.writeBooleanField("cut", more);
      json.writeNumberField("statements", 1);
      json.writeStringField("statement", cursor.about().statement());
      json.writeArrayFieldStart("notes");
      for (String note : cursor.about().notes()) {
        json.writeString(note);
      }
      json.writeEndArray();
      json.writeNumberField("millis", (System.nanoTime() - started) / 1_000_000);
      json.writeStringField("dataVersion", cursor.about().dataVersion());
      json.writeEndObject();
    }
  }
}
