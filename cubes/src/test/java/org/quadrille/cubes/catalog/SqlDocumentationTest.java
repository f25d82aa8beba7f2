package org.quadrille.cubes.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quadrille.cubes.sql.SqlCursor;

/** The examples of docs/sql.md give rows. */
class SqlDocumentationTest {
  private static final Pattern EXAMPLE = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);

  @Test
  void examplesGiveRows() throws IOException {
    Path docs = Path.of("docs/sql.md");
    String text = Files.readString(Files.exists(docs) ? docs : Path.of("..").resolve(docs));
    Matcher examples = EXAMPLE.matcher(text);
    int count = 0;
    try (FoodMartCatalog catalog = FoodMartCatalog.whole()) {
      while (examples.find()) {
        try (SqlCursor cursor =
            catalog
                .catalog()
                .sql()
                .run(examples.group(1), List.of(), QueryContext.DEFAULT, stop -> {})) {
          assertThat(cursor.next()).as(examples.group(1)).isTrue();
        }
        count++;
      }
    }
    assertThat(count).isGreaterThan(1);
  }
}
