package org.quadrille.server.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.server.app.CatalogsOpener;
import org.quadrille.server.app.ServerMark;
import org.quadrille.server.config.ServeSettings;
import org.quadrille.server.config.SettingsReader;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs one query, here or at a server; what kind of query the command says. */
abstract class QueryCommand implements Callable<Integer> {
  private final Console console;
  private final CatalogsOpener opener;

  @ArgGroup private @Nullable Where where;

  @Option(names = "--catalog", paramLabel = "NAME", description = "Needed if there are several.")
  private @Nullable String catalog;

  @Option(names = "--role", paramLabel = "NAME", description = "Role to act under.")
  private @Nullable String role;

  @Option(names = "--lang", paramLabel = "TAG", description = "Language, such as en or zh.")
  private @Nullable String lang;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "table (the default), csv or json.")
  private OutputFormat format = OutputFormat.TABLE;

  @Option(
      names = "--explain",
      description =
          "Tells how the query is answered: SQL, aggregates, and for MDX what runs in Java.")
  private boolean explain;

  @Parameters(
      arity = "0..1",
      paramLabel = "QUERY",
      description = "The query; standard input without it.")
  private @Nullable String query;

  QueryCommand(Console console, CatalogsOpener opener) {
    this.console = console;
    this.opener = opener;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    String text =
        query != null ? query : new String(console.in().readAllBytes(), StandardCharsets.UTF_8);
    if (text.isBlank()) {
      throw new CommandFailure("there is no query, neither as argument nor on standard input");
    }
    if (where != null && where.url != null) {
      ask(where.url, text);
      return 0;
    }
    Path config =
        where != null && where.config != null
            ? where.config
            : Home.data().resolve("sample").resolve("serve.yaml");
    if (where == null && !Files.exists(config)) {
      throw new CommandFailure(
          "there is no demo data yet; start ./quadrille demo once, or give --config or --url");
    }
    ServeSettings settings = SettingsReader.read(config);
    Optional<String> server =
        settings.catalogs().stream()
            .filter(each -> catalog == null || each.name().equalsIgnoreCase(catalog))
            .flatMap(each -> ServerMark.find(each.jdbcUrl()).stream())
            .findFirst();
    if (server.isPresent()) {
      ask(server.get(), text);
    } else {
      run(settings, text);
    }
    return 0;
  }

  private void ask(String url, String text) throws IOException, InterruptedException {
    RemoteQueries remote = new RemoteQueries(url);
    String name = catalog == null ? only(remote.catalogs()) : catalog;
    String answer = ask(remote, new Asked(name, text, role, lang), format, explain);
    console.out().print(answer);
    if (!answer.endsWith("\n")) {
      console.out().println();
    }
    console.out().flush();
  }

  private void run(ServeSettings settings, String text) throws IOException {
    try (Catalogs catalogs = opener.open(settings.catalogs())) {
      String name =
          catalog == null ? only(catalogs.all().stream().map(Catalog::name).toList()) : catalog;
      Catalog chosen = catalogs.get(name);
      Locale locale = lang == null ? Locale.US : Locale.forLanguageTag(lang);
      run(chosen, text, QueryContext.DEFAULT.withRole(role).withLocale(locale), format, explain);
      console.out().flush();
    }
  }

  /** What a server is asked. */
  record Asked(String catalog, String text, @Nullable String role, @Nullable String lang) {}

  /** Asks a server; gives what it answered. */
  abstract String ask(RemoteQueries remote, Asked asked, OutputFormat wanted, boolean explaining)
      throws IOException, InterruptedException;

  /** Runs the query, or tells how it is answered, and prints that. */
  abstract void run(
      Catalog chosen, String text, QueryContext context, OutputFormat wanted, boolean explaining)
      throws IOException;

  /** Where answers are printed. */
  PrintStream out() {
    return console.out();
  }

  private static String only(List<String> names) {
    if (names.size() != 1) {
      throw new CommandFailure(
          "say which catalog with --catalog; there are: " + String.join(", ", names));
    }
    return names.get(0);
  }

  /** Either settings or a server. */
  static final class Where {
    @Option(names = "--config", paramLabel = "FILE", description = "Settings of serve.")
    private @Nullable Path config;

    @Option(names = "--url", paramLabel = "URL", description = "Address of a server.")
    private @Nullable String url;
  }
}
