package org.quadrille.mondrian;

import java.nio.file.Path;
import org.quadrille.server.bench.BenchEngine;
import org.quadrille.server.bench.BenchEngineFactory;

/** Puts Mondrian beside our engine in the benchmarks. */
public final class MondrianFactory implements BenchEngineFactory {
  @Override
  public BenchEngine open(Path schema, Path duckdbFile) {
    return new MondrianEngine(schema, duckdbFile);
  }
}
