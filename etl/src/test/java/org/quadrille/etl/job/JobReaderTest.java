package org.quadrille.etl.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quadrille.etl.LoadException;

class JobReaderTest {
  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @Test
  void theExamplesOfTheManualAreJobs() throws IOException {
    String manual = Files.readString(Path.of("../docs/etl.md"));
    List<Job> jobs =
        EXAMPLE
            .matcher(manual)
            .results()
            .map(MatchResult::group)
            .map(text -> text.substring(text.indexOf('\n') + 1, text.length() - 3))
            .map(text -> JobReader.read("docs/etl.md", new StringReader(text)))
            .toList();
    assertThat(jobs).extracting(Job::name).containsExactly("shop", "foodmart");
    assertThat(jobs.get(0).dimensions())
        .extracting(Dimension::name)
        .containsExactly("region", "channel", "customer_class", "product", "customer", "employee");
    assertThat(jobs.get(1).tables().orElseThrow().covers("sales_fact_1997")).isTrue();
    assertThat(jobs.get(1).tables().orElseThrow().covers("tmp_sales")).isFalse();
  }

  @Test
  void dimensionsComeAfterThoseThatTheyLookUp() {
    Job job =
        JobReader.read(
            "job.yaml",
            new StringReader(
                """
                job: order
                sources:
                  rows: {columns: [id], rows: [[1]]}
                dimensions:
                  city: {from: rows, business_key: id, columns: {id: INTEGER, c: {lookup: county, by: id}}}
                  county: {from: rows, business_key: id, columns: {id: INTEGER}}
                """));
    assertThat(job.dimensions()).extracting(Dimension::name).containsExactly("county", "city");
  }

  @Test
  void aMissingFileIsNamed(@TempDir Path folder) {
    assertThatThrownBy(() -> JobReader.read(folder.resolve("none.yaml")))
        .isInstanceOf(LoadException.class)
        .hasMessage(
            "the job file %s cannot be read; is the path right?", folder.resolve("none.yaml"));
  }

  @Test
  void anotherEncodingIsNamed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("job.yaml");
    Files.write(file, "job: Müller\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> JobReader.read(file))
        .isInstanceOf(LoadException.class)
        .hasMessage("%s is not in UTF-8; save it in that encoding", file);
  }
}
