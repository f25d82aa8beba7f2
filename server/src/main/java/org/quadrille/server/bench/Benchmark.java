package org.quadrille.server.bench;

import java.nio.file.Path;
import java.util.List;

/** Data, a schema over them, and queries. */
public interface Benchmark {
  /** Name of the DuckDB file; another one for other data. */
  String fileName();

  /**
   * Makes the data in a file that does not exist yet.
   *
   * @throws BenchException where that fails
   */
  void makeData(Path file);

  /** The Mondrian 3 schema as XML. */
  String schema();

  /** The queries in order. */
  List<BenchQuery> queries();
}
