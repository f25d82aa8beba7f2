package org.quadrille.server.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.quadrille.server.app.CatalogsOpener;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The table of commands. */
public final class CommandLines {
  private CommandLines() {}

  /**
   * The command line that prints to a console.
   *
   * @param opener opens the catalogs for commands that need them
   */
  public static CommandLine of(Console console, CatalogsOpener opener) {
    Failures failures = new Failures(console);
    CommandLine commands =
        new CommandLine(new Root())
            .addSubcommand(new DemoCommand(console, opener))
            .addSubcommand(new GenerateCommand(console))
            .addSubcommand(new LoadCommand(console))
            .addSubcommand(new ServeCommand(console, opener))
            .addSubcommand(new MdxCommand(console, opener))
            .addSubcommand(new SqlCommand(console, opener))
            .addSubcommand(new ReportCommand(console, opener))
            .addSubcommand(new BenchCommand(console, opener))
            .addSubcommand(new HelpCommand());
    commands.getSubcommands().values().forEach(CommandLines::addHelp);
    addHelp(commands);
    return commands
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  private static void addHelp(CommandLine command) {
    if (command.getCommandSpec().findOption("--help") == null) {
      command
          .getCommandSpec()
          .addOption(
              OptionSpec.builder("-h", "--help")
                  .usageHelp(true)
                  .description("Show this help.")
                  .build());
    }
  }

  @Command(
      name = "quadrille",
      description = "Cubes over a DuckDB star: MDX, SQL, XMLA, REST and pages.",
      synopsisSubcommandLabel = "COMMAND")
  static final class Root implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
        names = "--verbose",
        scope = ScopeType.INHERIT,
        description = "Print the details of an error.")
    private boolean verbose;

    @Override
    public void run() {
      throw new ParameterException(spec.commandLine(), "a command is missing");
    }
  }
}
