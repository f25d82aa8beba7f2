package org.quadrille.server;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Starts everything from an IDE: makes and loads the sample company into {@code data/} of the
 * repository where it is not there yet, and serves it at http://127.0.0.1:8080/. Arguments are
 * those of {@code ./quadrille demo}.
 */
public final class DevServer {
  private DevServer() {}

  /** Runs until it is stopped. */
  public static void main(String[] args) {
    Path here = Path.of("").toAbsolutePath();
    // IDEs start in the module or in the root.
    Path root = Files.exists(here.resolve("quadrille")) ? here : here.getParent();
    String[] all = new String[args.length + 3];
    all[0] = "demo";
    all[1] = "--data";
    all[2] = root.resolve("data").toString();
    System.arraycopy(args, 0, all, 3, args.length);
    Main.main(all);
  }
}
