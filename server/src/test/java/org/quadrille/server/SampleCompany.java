package org.quadrille.server;

import java.nio.file.Path;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.etl.sample.SampleTruth;

/**
 * The sample company that {@link SampleServer} serves, for tests that look behind the pages.
 *
 * @param folder with the source files
 * @param truth what the generator put into them
 */
public record SampleCompany(Path folder, Catalog catalog, SampleTruth truth) {}
