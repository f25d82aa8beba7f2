package org.quadrille.server.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.cubes.mdx.StatementKind;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.server.app.CatalogsOpener;
import org.quadrille.server.format.CellSetCsv;
import org.quadrille.server.format.CellSetJson;
import org.quadrille.server.format.TextTable;
import picocli.CommandLine.Command;

/** Runs one MDX query, here or at a server. */
@Command(
    name = "mdx",
    description = {
      "Runs an MDX query and prints the answer.",
      "Without --config and --url it asks the demo's data. Where a server holds the database,"
          + " that server is asked."
    })
final class MdxCommand extends QueryCommand {
  MdxCommand(Console console, CatalogsOpener opener) {
    super(console, opener);
  }

  @Override
  String ask(RemoteQueries remote, Asked asked, OutputFormat format, boolean explain)
      throws IOException, InterruptedException {
    return explain
        ? remote.explain(asked.catalog(), asked.text(), asked.role(), asked.lang())
        : remote.mdx(asked.catalog(), asked.text(), asked.role(), asked.lang(), format);
  }

  @Override
  void run(Catalog catalog, String mdx, QueryContext context, OutputFormat format, boolean explain)
      throws IOException {
    if (explain || StatementKind.of(mdx) == StatementKind.EXPLAIN) {
      catalog.explain(mdx, context).steps().forEach(out()::println);
      return;
    }
    CellSet cellSet = catalog.execute(mdx, context);
    switch (format) {
      case TABLE -> out().print(TextTable.draw(cellSet));
      case CSV -> {
        Writer writer = new OutputStreamWriter(out(), StandardCharsets.UTF_8);
        CellSetCsv.write(cellSet, writer);
        writer.flush();
      }
      case JSON -> {
        CellSetJson.write(catalog.name(), cellSet, out());
        out().println();
      }
    }
  }
}
