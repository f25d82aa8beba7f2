package org.quadrille.cubes.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.schema.DataType;
import org.quadrille.cubes.schema.Relation.InlineColumn;
import org.quadrille.cubes.schema.Relation.InlineTable;

/**
 * Binary values of inline tables, written {@code X'4546'} whatever type their column says: the
 * column becomes one of text that holds the digits, which compare and sort as the bytes do.
 */
final class BinaryTexts {
  private static final Pattern BINARY = Pattern.compile("\\s*[xX]'(?:[0-9a-fA-F]{2})*'\\s*");

  private BinaryTexts() {}

  /** The table with its binary columns as text; itself where it has none. */
  static InlineTable asText(InlineTable table) {
    List<InlineColumn> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      InlineColumn column = table.columns().get(i);
      columns.add(isBinary(table, i) ? new InlineColumn(column.name(), DataType.STRING) : column);
    }
    if (columns.equals(table.columns())) {
      return table;
    }
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (List<@Nullable String> row : table.rows()) {
      List<@Nullable String> texts = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        boolean changed = columns.get(i) != table.columns().get(i);
        String value = row.get(i);
        texts.add(changed && value != null ? digits(value) : value);
      }
      rows.add(texts);
    }
    return new InlineTable(table.alias(), columns, rows, table.location());
  }

  /** Texts stay what they are: a column of text may hold anything that looks binary. */
  private static boolean isBinary(InlineTable table, int column) {
    return table.columns().get(column).type() != DataType.STRING
        && table.rows().stream()
            .map(row -> row.get(column))
            .anyMatch(value -> value != null && BINARY.matcher(value).matches());
  }

  private static String digits(String value) {
    return BINARY.matcher(value).matches()
        ? value.strip().substring(2, value.strip().length() - 1).toUpperCase(Locale.ROOT)
        : value;
  }
}
