package org.quadrille.server.bench;

import java.nio.file.Path;

/** Makes an engine to measure beside ours; found with {@link java.util.ServiceLoader}. */
public interface BenchEngineFactory {
  /** An engine over a schema and a DuckDB file. */
  BenchEngine open(Path schema, Path duckdbFile);
}
