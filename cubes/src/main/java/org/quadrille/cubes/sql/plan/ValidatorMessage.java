package org.quadrille.cubes.sql.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.Names;
import org.quadrille.cubes.sql.view.CubeView;
import org.quadrille.cubes.sql.view.SqlCatalog;
import org.quadrille.cubes.store.TableCatalog.ColumnInfo;
import org.quadrille.cubes.store.TableCatalog.TableInfo;

/** What Calcite's validator says, in one sentence with a remedy. */
final class ValidatorMessage {
  private static final Pattern COLUMN = Pattern.compile("Column '(.*)' not found in .*");
  private static final Pattern FUNCTION =
      Pattern.compile("No match found for function signature (\\w+)\\(.*");

  private ValidatorMessage() {}

  static String of(@Nullable Throwable error, SqlCatalog catalog) {
    String said = error == null || error.getMessage() == null ? "" : error.getMessage();
    String first = said.lines().findFirst().orElse("the query is not understood");
    Matcher column = COLUMN.matcher(first);
    if (column.matches()) {
      String name = column.group(1);
      return "there is no column " + name + Names.didYouMean(name, columns(catalog));
    }
    Matcher function = FUNCTION.matcher(first);
    if (function.matches()) {
      String name = function.group(1);
      boolean known = SqlFunctions.names().contains(name.toUpperCase(java.util.Locale.ROOT));
      return known
          ? "the function " + name + " does not take such arguments: " + first
          : "there is no function " + name + Names.didYouMean(name, SqlFunctions.names());
    }
    return first;
  }

  private static List<String> columns(SqlCatalog catalog) {
    List<String> names = new ArrayList<>();
    for (CubeView cube : catalog.cubes()) {
      names.addAll(cube.names());
    }
    for (TableInfo table : catalog.tables()) {
      table.columns().stream().map(ColumnInfo::name).forEach(names::add);
    }
    return names.stream().distinct().toList();
  }
}
