package org.quadrille.web.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reports there are: the ready-made ones, and the files of a folder, which are read each time
 * they are asked for; a file takes the place of a ready-made report of its name.
 */
public final class ReportLibrary {
  private static final String OWN = "/org/quadrille/web/report/";
  private static final List<String> READY =
      List.of("executive-summary", "pareto", "customer-classes", "profit", "competitors");
  private static final String SUFFIX = ".ftlh";

  private final @Nullable Path folder;

  /**
   * With a folder of reports of one's own.
   *
   * @param folder null for the ready-made reports only
   */
  public ReportLibrary(@Nullable Path folder) {
    this.folder = folder;
  }

  /** Names of all reports, the ready-made ones first. */
  public List<String> names() {
    List<String> names = new ArrayList<>(READY);
    if (folder != null && Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
        for (Path file : files) {
          String name = file.getFileName().toString();
          names.add(name.substring(0, name.length() - SUFFIX.length()));
        }
      } catch (IOException e) {
        throw new ReportException("the reports in " + folder + " cannot be listed: " + e, e);
      }
    }
    return names.stream().distinct().toList();
  }

  /** All reports that can be read, by name, and what is wrong with the others. */
  public Map<String, ReportFile> readable(List<String> problems) {
    Map<String, ReportFile> files = new LinkedHashMap<>();
    for (String name : names()) {
      try {
        files.put(name, get(name));
      } catch (ReportException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    return files;
  }

  /**
   * A report.
   *
   * @throws ReportException if there is none of that name or its file is not understood
   */
  public ReportFile get(String name) {
    if (!names().contains(name)) {
      throw new ReportException(
          "there is no report " + name + "; there are: " + String.join(", ", names()));
    }
    try {
      if (folder != null) {
        Path file = folder.resolve(name + SUFFIX);
        if (Files.isRegularFile(file)) {
          String text = Files.readString(file, StandardCharsets.UTF_8);
          return ReportFile.parse(name, file.toString(), text);
        }
      }
      return ReportFile.parse(name, name + SUFFIX, own(name + ".ftl"));
    } catch (IOException e) {
      throw new ReportException("the report " + name + " cannot be read: " + e, e);
    }
  }

  static String own(String file) {
    try (InputStream in = ReportLibrary.class.getResourceAsStream(OWN + file)) {
      if (in == null) {
        throw new IOException("missing on the class path: " + OWN + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
