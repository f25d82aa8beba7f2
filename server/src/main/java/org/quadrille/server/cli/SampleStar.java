package org.quadrille.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.quadrille.etl.report.LoadReport;
import org.quadrille.etl.sample.SampleGenerator;

/** The sample company in a folder: source files and star, made once and then reused. */
final class SampleStar {
  private static final String JOB = "sample.yaml";
  private static final String SCHEMA = "sample.xml";
  private static final String SETTINGS = "serve.yaml";

  private final Console console;
  private final Path folder;
  private final double scale;

  /**
   * Describes the company of a folder.
   *
   * @param folder belongs to the sample alone
   */
  SampleStar(Console console, Path folder, double scale) {
    this.console = console;
    this.folder = folder;
    this.scale = scale;
  }

  /** The settings for serving it. */
  Path settings() {
    return folder.resolve(SETTINGS);
  }

  /** Makes and loads the company unless it is there as wanted. */
  void prepare() throws IOException {
    Path made = folder.resolve(".made");
    String wanted = fingerprint();
    if (Files.exists(made)
        && !databases().isEmpty()
        && Files.readString(made, StandardCharsets.UTF_8).equals(wanted)
        && isOwn(JOB)
        && isOwn(SCHEMA)) {
      console.say("Using the sample company in " + Home.shown(folder));
      return;
    }
    Files.deleteIfExists(made);
    for (Path database : databases()) {
      Files.delete(database);
    }
    console.say("Making the sample company in " + Home.shown(folder));
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, scale).generate(folder, console::progress);
    console.say("Loading it");
    LoadReport report = LoadCommand.load(console, folder.resolve(JOB), folder);
    if (report.rejected() > 0) {
      console.say("The rejected rows are dirt that was put in; docs/sample-data.md counts them.");
    }
    // Written last, so that an interrupted start begins again.
    Files.writeString(made, wanted, StandardCharsets.UTF_8);
  }

  /** The star, and what the database keeps beside it. */
  private List<Path> databases() throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.duckdb*")) {
      all.forEach(files::add);
    }
    return files;
  }

  /** Whether a file of the folder is that of this program; another version may have written it. */
  private boolean isOwn(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), inProgram(name));
  }

  private static byte[] inProgram(String name) throws IOException {
    try (InputStream in = SampleGenerator.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing in the program");
      }
      return in.readAllBytes();
    }
  }

  /** What the data depends on: scale, and job and schema of this version of the program. */
  private String fingerprint() throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
    for (String name : List.of(JOB, SCHEMA, SETTINGS)) {
      digest.update(inProgram(name));
    }
    return "scale " + scale + ", program " + HexFormat.of().formatHex(digest.digest()) + "\n";
  }
}
