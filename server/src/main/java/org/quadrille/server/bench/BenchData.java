package org.quadrille.server.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.quadrille.cubes.catalog.CatalogSettings;
import org.quadrille.cubes.catalog.VersionRule;

/**
 * A benchmark's files in a folder.
 *
 * @param database DuckDB file
 * @param schema schema file
 */
public record BenchData(Path database, Path schema) {

  /**
   * The files, made where they are missing. Data are made beside their place and moved there, so
   * that a file that is there is complete.
   *
   * @param progress is told what takes long
   */
  public static BenchData in(Path folder, Benchmark benchmark, Consumer<String> progress) {
    try {
      Files.createDirectories(folder);
      Path database = folder.resolve(benchmark.fileName());
      if (!Files.exists(database)) {
        progress.accept("making " + database.getFileName());
        Path part = Files.createTempDirectory(folder, "part");
        Path file = part.resolve(benchmark.fileName());
        benchmark.makeData(file);
        Files.move(file, database, StandardCopyOption.ATOMIC_MOVE);
        try (var rest = Files.list(part)) {
          for (Path each : rest.toList()) {
            Files.delete(each);
          }
        }
        Files.delete(part);
      }
      Path schema = folder.resolve(benchmark.fileName().replace(".duckdb", ".xml"));
      Files.writeString(schema, benchmark.schema(), StandardCharsets.UTF_8);
      return new BenchData(database, schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Settings of a catalog on them. */
  public CatalogSettings settings() {
    return new CatalogSettings(
        "bench", schema, "jdbc:duckdb:" + database, null, null, new VersionRule.Static());
  }
}
