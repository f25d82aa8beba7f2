package org.quadrille.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.quadrille.cubes.catalog.CatalogSettings;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.etl.load.LoadRequest;
import org.quadrille.etl.load.Loader;
import org.quadrille.etl.report.LoadProgress;
import org.quadrille.etl.sample.SampleGenerator;
import org.quadrille.etl.sample.SampleTruth;
import org.quadrille.server.config.SettingsReader;

/**
 * Gives tests a {@link RunningServer} on a small sample company, made and loaded once for all of
 * them by the same steps as {@code ./quadrille demo}.
 */
public final class SampleServer implements ParameterResolver {
  private static final double SCALE = 0.02;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == RunningServer.class || type == SampleCompany.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Sample sample =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(SampleServer.class))
            .computeIfAbsent("sample", key -> Sample.make(), Sample.class);
    return parameter.getParameter().getType() == RunningServer.class
        ? sample.server()
        : sample.company();
  }

  /** The company and the server on it; closed after the last test. */
  private record Sample(SampleCompany company, RunningServer server) implements AutoCloseable {
    static Sample make() {
      try {
        Path folder = Files.createTempDirectory("sample");
        SampleTruth truth =
            new SampleGenerator(SampleGenerator.DEFAULT_SEED, SCALE).generate(folder, line -> {});
        Path job = folder.resolve("sample.yaml");
        new Loader(Clock.systemUTC()).load(new LoadRequest(job, folder, LoadProgress.silent()));
        List<CatalogSettings> catalogs =
            SettingsReader.read(folder.resolve("serve.yaml")).catalogs();
        Catalogs open = Catalogs.open(catalogs, Clock.systemUTC());
        return new Sample(
            new SampleCompany(folder, open.get("Sample"), truth),
            new RunningServer(open, catalogs));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
      try (Stream<Path> files = Files.walk(company.folder())) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
