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
import org.quadrille.server.config.SettingsReader;

/**
 * Gives tests a {@link RunningServer} on a small sample company, made and loaded once for all of
 * them by the same steps as {@code ./quadrille demo}.
 */
public final class SampleServer implements ParameterResolver {
  private static final double SCALE = 0.02;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SampleServer.class))
        .computeIfAbsent("sample", key -> Sample.make(), Sample.class)
        .server();
  }

  /** The folder and the server on it; closed after the last test. */
  private record Sample(Path folder, RunningServer server) implements AutoCloseable {
    static Sample make() {
      try {
        Path folder = Files.createTempDirectory("sample");
        new SampleGenerator(SampleGenerator.DEFAULT_SEED, SCALE).generate(folder, line -> {});
        Path job = folder.resolve("sample.yaml");
        new Loader(Clock.systemUTC()).load(new LoadRequest(job, folder, LoadProgress.silent()));
        List<CatalogSettings> catalogs =
            SettingsReader.read(folder.resolve("serve.yaml")).catalogs();
        return new Sample(
            folder, new RunningServer(Catalogs.open(catalogs, Clock.systemUTC()), catalogs));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
