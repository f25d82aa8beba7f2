package org.quadrille.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.server.app.CatalogsOpener;
import org.quadrille.server.app.ReportPages;
import org.quadrille.server.app.ServerMark;
import org.quadrille.server.config.ServeSettings;
import org.quadrille.server.config.SettingsReader;
import org.quadrille.web.Pages;
import org.quadrille.web.drawing.PaperFonts;
import org.quadrille.web.report.Report;
import org.quadrille.web.report.ReportException;
import org.quadrille.web.report.ReportRequest;
import org.quadrille.web.text.Language;
import org.quadrille.web.view.PassingViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes one report as PDF. */
@Command(
    name = "report",
    description = {
      "Makes one report as PDF: executive-summary, pareto, customer-classes, profit, competitors,",
      "or a file of one's own.",
      "Where a server holds the database, that server makes it."
    })
final class ReportCommand implements Callable<Integer> {
  private final Console console;
  private final CatalogsOpener opener;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "Settings of serve.")
  private Path config = Path.of("");

  @Parameters(paramLabel = "NAME", description = "The report.")
  private String name = "";

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The PDF to write.")
  private Path out = Path.of("");

  @Option(names = "--lang", paramLabel = "LANG", description = "en (the default) or zh.")
  private String lang = "en";

  @Option(names = "--role", paramLabel = "NAME", description = "Role to act under.")
  private @Nullable String role;

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "A parameter of the report, such as period=[Time].[2025]; may be repeated.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  ReportCommand(Console console, CatalogsOpener opener) {
    this.console = console;
    this.opener = opener;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Language language =
        Language.of(lang)
            .orElseThrow(
                () -> new CommandFailure("language " + lang + " is not known; use en or zh"));
    ServeSettings settings = SettingsReader.read(config);
    Optional<String> server =
        settings.catalogs().stream()
            .flatMap(each -> ServerMark.find(each.jdbcUrl()).stream())
            .findFirst();
    if (server.isPresent()) {
      write(new RemoteReports(server.get()).pdf(name, language, role, parameters));
      return 0;
    }
    try (Catalogs catalogs = opener.open(settings.catalogs())) {
      Pages pages = ReportPages.of(catalogs, settings.reports(), new PassingViews());
      Map<String, List<String>> values = new LinkedHashMap<>();
      parameters.forEach((key, value) -> values.put(key, List.of(value)));
      Report report =
          pages
              .reports()
              .make(name, new ReportRequest(language, role, values, ZonedDateTime.now()));
      write(pages.printer().print(report.html()));
      report.problems().forEach(problem -> console.say("quadrille: left out: " + problem));
      return 0;
    } catch (ReportException | PaperFonts.MissingFontException e) {
      throw new CommandFailure(String.valueOf(e.getMessage()), e);
    }
  }

  private void write(byte[] pdf) throws IOException {
    Path parent = out.toAbsolutePath().getParent();
    if (!Files.isDirectory(parent)) {
      throw new CommandFailure("there is no folder " + parent);
    }
    Files.write(out, pdf);
    console.say("Wrote " + out);
  }
}
