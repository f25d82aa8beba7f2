package org.quadrille.server.xmla;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The XML Schema that an MDDataSet answer carries when it describes itself. */
final class DatasetSchema {
  static final String TEXT = read();

  private DatasetSchema() {}

  private static String read() {
    try (InputStream in = DatasetSchema.class.getResourceAsStream("mddataset.xsd")) {
      if (in == null) {
        throw new IllegalStateException("mddataset.xsd is missing in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
