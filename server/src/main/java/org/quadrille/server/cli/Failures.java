package org.quadrille.server.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.schema.SchemaException;
import org.quadrille.cubes.sql.SqlException;
import org.quadrille.cubes.store.StoreException;
import org.quadrille.etl.LoadException;
import org.quadrille.server.config.ConfigException;
import org.quadrille.server.config.Spelling;
import org.quadrille.server.state.StateException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns exceptions into one line on standard error and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
  /** DuckDB's complaint about a file that another process has open. */
  private static final Pattern HELD =
      Pattern.compile("lock on file \"(.+?)\".*lock is held in (.+? \\(PID \\d+\\))");

  private final Console console;

  Failures(Console console) {
    this.console = console;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandName();
    boolean top = command.getParent() == null;
    String help = top ? "see ./quadrille help" : "see ./quadrille help " + name;
    console.say("quadrille: " + message(e, top) + "; " + help);
    return 2;
  }

  private static String message(ParameterException e, boolean top) {
    if (top && e instanceof UnmatchedArgumentException unmatched) {
      String typed = unmatched.getUnmatched().get(0);
      String near = Spelling.nearest(typed, e.getCommandLine().getSubcommands().keySet());
      return "there is no command " + typed + (near == null ? "" : "; did you mean " + near + "?");
    }
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("wrong usage");
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
    console.say("quadrille: " + describe(e));
    if (verbose(result)) {
      e.printStackTrace(console.err());
    }
    return 1;
  }

  private static boolean verbose(ParseResult result) {
    ParseResult current = result;
    while (current != null) {
      if (current.hasMatchedOption("--verbose")) {
        return true;
      }
      current = current.hasSubcommand() ? current.subcommand() : null;
    }
    return false;
  }

  /** What happened, in one line. */
  static String describe(Throwable e) {
    if (e instanceof MdxException mdx) {
      return held(mdx.describe());
    }
    if (e instanceof SqlException sql) {
      return held(sql.describe());
    }
    if (e instanceof StoreException store) {
      return held(String.valueOf(store.getMessage()));
    }
    boolean told =
        e instanceof CommandFailure
            || e instanceof ConfigException
            || e instanceof StateException
            || e instanceof LoadException
            || e instanceof UnknownNameException
            || e instanceof SchemaException
            || e instanceof IllegalArgumentException;
    if (told && e.getMessage() != null) {
      return e.getMessage();
    }
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + ": there is no such file or folder";
    }
    if (e instanceof AccessDeniedException denied) {
      return denied.getFile() + ": no permission";
    }
    if (e instanceof FileSystemException file) {
      return file.getFile() + ": " + file.getReason();
    }
    if (e instanceof IOException && e.getMessage() != null) {
      return e.getMessage();
    }
    return "an error inside the program ("
        + e
        + "); run the command with --verbose for its details";
  }

  /** A message of the database in one line, that of a file in use in plain words. */
  private static String held(String message) {
    Matcher held = HELD.matcher(message);
    if (held.find()) {
      return "the database "
          + held.group(1)
          + " is in use by "
          + held.group(2)
          + "; stop that process, or ask it with --url if it is a server";
    }
    return message.lines().findFirst().orElse("");
  }
}
