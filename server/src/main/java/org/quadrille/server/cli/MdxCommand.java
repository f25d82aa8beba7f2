package org.quadrille.server.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
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
import org.quadrille.cubes.mdx.StatementKind;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.server.app.CatalogsOpener;
import org.quadrille.server.app.ServerMark;
import org.quadrille.server.config.ServeSettings;
import org.quadrille.server.config.SettingsReader;
import org.quadrille.server.format.CellSetCsv;
import org.quadrille.server.format.CellSetJson;
import org.quadrille.server.format.TextTable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs one MDX query, here or at a server. */
@Command(
    name = "mdx",
    description = {
      "Runs an MDX query and prints the answer.",
      "Without --config and --url it asks the demo's data. Where a server holds the database,"
          + " that server is asked."
    })
final class MdxCommand implements Callable<Integer> {
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
      description = "Tells how the query is answered: regions, SQL, aggregates, what runs in Java.")
  private boolean explain;

  @Parameters(
      arity = "0..1",
      paramLabel = "QUERY",
      description = "The query; standard input without it.")
  private @Nullable String query;

  MdxCommand(Console console, CatalogsOpener opener) {
    this.console = console;
    this.opener = opener;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    String mdx =
        query != null ? query : new String(console.in().readAllBytes(), StandardCharsets.UTF_8);
    if (mdx.isBlank()) {
      throw new CommandFailure("there is no query, neither as argument nor on standard input");
    }
    if (where != null && where.url != null) {
      ask(where.url, mdx);
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
      ask(server.get(), mdx);
    } else {
      run(settings, mdx);
    }
    return 0;
  }

  private void ask(String url, String mdx) throws IOException, InterruptedException {
    RemoteQueries remote = new RemoteQueries(url);
    String name = catalog == null ? only(remote.catalogs()) : catalog;
    String answer =
        explain ? remote.explain(name, mdx, role, lang) : remote.mdx(name, mdx, role, lang, format);
    console.out().print(answer);
    if (!answer.endsWith("\n")) {
      console.out().println();
    }
    console.out().flush();
  }

  private void run(ServeSettings settings, String mdx) throws IOException {
    try (Catalogs catalogs = opener.open(settings.catalogs())) {
      String name =
          catalog == null ? only(catalogs.all().stream().map(Catalog::name).toList()) : catalog;
      Catalog chosen = catalogs.get(name);
      Locale locale = lang == null ? Locale.US : Locale.forLanguageTag(lang);
      QueryContext context = QueryContext.DEFAULT.withRole(role).withLocale(locale);
      if (explain || StatementKind.of(mdx) == StatementKind.EXPLAIN) {
        chosen.explain(mdx, context).steps().forEach(console.out()::println);
        console.out().flush();
        return;
      }
      CellSet cellSet = chosen.execute(mdx, context);
      print(chosen.name(), cellSet);
    }
  }

  private void print(String name, CellSet cellSet) throws IOException {
    switch (format) {
      case TABLE -> console.out().print(TextTable.draw(cellSet));
      case CSV -> {
        Writer out = new OutputStreamWriter(console.out(), StandardCharsets.UTF_8);
        CellSetCsv.write(cellSet, out);
        out.flush();
      }
      case JSON -> {
        CellSetJson.write(name, cellSet, console.out());
        console.out().println();
      }
    }
    console.out().flush();
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
