package org.quadrille.etl.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quadrille.etl.LoadException;

/** The names of a file's columns. */
record Header(Path file, List<String> names) {
  Header {
    names = List.copyOf(names);
  }

  /**
   * Names as they stand in the file; blanks around them do not count, and a column without one is
   * called by its number.
   *
   * @throws LoadException where a name stands twice
   */
  static Header of(Path file, long line, List<String> written) {
    List<String> names = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < written.size(); i++) {
      String name = written.get(i).strip();
      name = name.isEmpty() ? "column" + (i + 1) : name;
      if (!seen.add(name.toLowerCase(Locale.ROOT))) {
        throw new LoadException(
            file + ":" + line + ": the column " + name + " stands twice; rename one of them");
      }
      if (name.startsWith("_")) {
        throw new LoadException(
            file + ":" + line + ": the column " + name + " begins with _; rename it");
      }
      names.add(name);
    }
    return new Header(file, names);
  }

  /**
   * For each of this header's columns its index in {@code first}, which must have the same ones.
   *
   * @throws LoadException where they differ
   */
  int[] indexesIn(Header first) {
    Map<String, Integer> indexes = new HashMap<>();
    for (int i = 0; i < first.names().size(); i++) {
      indexes.put(first.names().get(i).toLowerCase(Locale.ROOT), i);
    }
    int[] result = new int[names.size()];
    for (int i = 0; i < result.length; i++) {
      Integer index = indexes.remove(names.get(i).toLowerCase(Locale.ROOT));
      if (index == null) {
        throw new LoadException(
            file
                + " has a column "
                + names.get(i)
                + " that "
                + first.file()
                + " has not; files of one source must have the same columns");
      }
      result[i] = index;
    }
    if (!indexes.isEmpty()) {
      throw new LoadException(
          file
              + " lacks the column "
              + first.names().get(indexes.values().stream().min(Integer::compare).orElseThrow())
              + " that "
              + first.file()
              + " has; files of one source must have the same columns");
    }
    return result;
  }
}
