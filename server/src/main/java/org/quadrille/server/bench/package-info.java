/**
 * Benchmarks: data, queries in MDX and in SQL, and what measures them. Answers are compared with
 * plain SQL before anything is timed. Uses the engine through its catalogs; the command line starts
 * it. Other engines can be measured beside ours as a {@link
 * org.quadrille.server.bench.BenchEngine}.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.server.bench;
