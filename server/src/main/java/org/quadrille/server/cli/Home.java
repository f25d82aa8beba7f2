package org.quadrille.server.cli;

import java.nio.file.Path;

/** The folder of the repository, which the launcher tells; the working folder without it. */
final class Home {
  private static final String VARIABLE = "QUADRILLE_HOME";

  private Home() {}

  /** Where data goes unless --data says otherwise. */
  static Path data() {
    String home = System.getenv(VARIABLE);
    return Path.of(home == null ? "" : home).resolve("data");
  }

  /** A path as a user may type it: relative to the working folder where that is shorter. */
  static String shown(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path here = Path.of("").toAbsolutePath();
    return absolute.startsWith(here) && !absolute.equals(here)
        ? here.relativize(absolute).toString()
        : absolute.toString();
  }
}
