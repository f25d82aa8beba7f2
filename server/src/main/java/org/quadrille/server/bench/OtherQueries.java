package org.quadrille.server.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A benchmark's data under another schema with other queries, both the user's.
 *
 * @param base whose data
 * @param schemaFile Mondrian 3 schema
 * @param queryFile queries, each after a line {@code -- name}, or in the form of our own files
 */
public record OtherQueries(Benchmark base, Path schemaFile, Path queryFile) implements Benchmark {
  @Override
  public String fileName() {
    return base.fileName();
  }

  @Override
  public void makeData(Path file) {
    base.makeData(file);
  }

  @Override
  public String schema() {
    return read(schemaFile);
  }

  @Override
  public List<BenchQuery> queries() {
    return QueryFile.parse(queryFile.toString(), read(queryFile));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new BenchException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
