package org.quadrille.server.xmla.rowset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row: values by the name of their column; absent ones are null. Nested rows are a list. */
public final class Row {
  private final Map<String, Object> values = new LinkedHashMap<>();

  /** Sets a value; null leaves it out. */
  Row set(String column, @Nullable Object value) {
    if (value != null) {
      values.put(column, value);
    }
    return this;
  }

  /** A value, null where there is none. */
  public @Nullable Object get(String column) {
    return values.get(column);
  }

  /** The names of the columns that have a value. */
  public Set<String> columns() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /** The nested rows of a column; empty where there are none. */
  public List<Row> rows(String column) {
    return values.get(column) instanceof List<?> list
        ? list.stream().map(Row.class::cast).toList()
        : List.of();
  }
}
