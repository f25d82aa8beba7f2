package org.quadrille.etl.source;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import org.quadrille.etl.LoadException;
import org.quadrille.etl.job.Place;

/** The files that a path or pattern of a job means. */
final class SourceFiles {
  private SourceFiles() {}

  /**
   * In the order of their names.
   *
   * @param folder to which {@code pattern} is relative
   * @throws LoadException where there is none, or one cannot be read
   */
  static List<Path> find(Path folder, String pattern, Place place) {
    try {
      List<Path> files =
          hasWildcard(pattern) ? matching(folder, pattern) : List.of(folder.resolve(pattern));
      if (files.isEmpty()) {
        throw place.refuse("no file fits " + pattern + " in " + folder);
      }
      for (Path file : files) {
        if (!Files.isRegularFile(file)) {
          throw place.refuse("there is no file " + file + "; put it there or mend the path");
        }
        if (!Files.isReadable(file)) {
          throw place.refuse("the file " + file + " cannot be read; look at its permissions");
        }
      }
      return files;
    } catch (InvalidPathException e) {
      throw place.refuse(pattern + " is no path: " + e.getReason());
    } catch (IOException e) {
      throw place.refuse("the folder of " + pattern + " cannot be read: " + e.getMessage());
    }
  }

  private static boolean hasWildcard(String pattern) {
    return pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0;
  }

  private static List<Path> matching(Path folder, String pattern) throws IOException {
    // The part before the first wildcard is a folder as it stands; only what is below it is
    // searched.
    int wildcard = pattern.replace('?', '*').indexOf('*');
    int slash = pattern.lastIndexOf('/', wildcard);
    Path start = slash < 0 ? folder : folder.resolve(pattern.substring(0, Math.max(slash, 1)));
    String rest = pattern.substring(slash + 1);
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    String escaped = rest.replaceAll("([\\[\\]{}\\\\])", "\\\\$1");
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + escaped);
    int depth =
        rest.contains("**")
            ? Integer.MAX_VALUE
            : 1 + (int) rest.chars().filter(c -> c == '/').count();
    try (Stream<Path> walk = Files.walk(start, depth)) {
      return walk.filter(Files::isRegularFile)
          .filter(path -> matcher.matches(start.relativize(path)))
          .sorted()
          .toList();
    }
  }
}
