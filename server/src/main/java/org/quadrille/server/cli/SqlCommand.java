package org.quadrille.server.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.cubes.sql.SqlCursor;
import org.quadrille.cubes.sql.plan.SqlPlan;
import org.quadrille.server.app.CatalogsOpener;
import org.quadrille.server.format.SqlCsv;
import org.quadrille.server.format.SqlJson;
import org.quadrille.server.format.SqlText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs one query in SQL, here or at a server. */
@Command(
    name = "sql",
    description = {
      "Runs a query in SQL over the star's tables and the cubes, and prints the answer.",
      "Without --config and --url it asks the demo's data. Where a server holds the database,"
          + " that server is asked."
    })
final class SqlCommand extends QueryCommand {
  @Option(
      names = "--max-rows",
      paramLabel = "N",
      description = "Print at most so many rows (default: 10,000; all for csv).")
  private @Nullable Long maxRows;

  SqlCommand(Console console, CatalogsOpener opener) {
    super(console, opener);
  }

  @Override
  String ask(RemoteQueries remote, Asked asked, OutputFormat format, boolean explain)
      throws IOException, InterruptedException {
    return explain
        ? remote.explainSql(asked.catalog(), asked.text(), asked.role())
        : remote.sql(asked.catalog(), asked.text(), maxRows, asked.role(), asked.lang(), format);
  }

  @Override
  void run(Catalog catalog, String sql, QueryContext context, OutputFormat format, boolean explain)
      throws IOException {
    if (explain) {
      SqlPlan plan = catalog.sql().plan(sql, context);
      out().println(plan.statement());
      plan.notes().forEach(out()::println);
      return;
    }
    long started = System.nanoTime();
    long limit = maxRows != null ? maxRows : format == OutputFormat.CSV ? Long.MAX_VALUE : 10_000;
    try (SqlCursor cursor = catalog.sql().run(sql, List.of(), context, cancel -> {})) {
      switch (format) {
        case TABLE -> out().print(SqlText.draw(cursor, limit));
        case CSV -> {
          Writer writer = new OutputStreamWriter(out(), StandardCharsets.UTF_8);
          SqlCsv.write(cursor, cursor.next(), limit, writer);
          writer.flush();
        }
        case JSON -> {
          SqlJson.write(catalog.name(), cursor, cursor.next(), limit, started, out());
          out().println();
        }
      }
    }
  }
}
