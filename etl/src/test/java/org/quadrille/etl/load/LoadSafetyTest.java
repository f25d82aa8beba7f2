package org.quadrille.etl.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quadrille.etl.LoadException;
import org.quadrille.etl.report.LoadProgress;
import org.quadrille.etl.report.LoadReport;
import org.quadrille.etl.report.Outcome;

/** Loads that are killed, or find the star held by somebody else. */
class LoadSafetyTest {
  @TempDir Path folder;

  @BeforeEach
  void firstLoad() throws IOException {
    Files.writeString(
        folder.resolve("job.yaml"),
        """
        job: safety
        sources:
          rows: {file: rows.csv}
        dimensions:
          name: {from: rows, business_key: name, columns: {name: VARCHAR}, distinct: true}
        facts:
          rows:
            from: rows
            unique: id
            columns: {id: INTEGER, name_key: {lookup: name, by: name}}
        """);
    Files.writeString(folder.resolve("rows.csv"), "id,name\n1,one\n2,two\n");
    assertThat(load().outcome()).isEqualTo(Outcome.LOADED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"read rows", "load name", "load rows", "commit"})
  void aKilledLoadLeavesTheStarAsItWas(String step) throws Exception {
    Files.writeString(folder.resolve("rows.csv"), "id,name\n1,three\n3,four\n");
    Process child = LoadChild.start("die", folder.toString(), step);
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(9);

    assertThat(query("SELECT count(*) || ' ' || max(id) FROM rows")).isEqualTo("2 2");
    assertThat(query("SELECT string_agg(name, ' ' ORDER BY name_key) FROM name"))
        .isEqualTo("one two");
    assertThat(query("SELECT max(data_version) FROM etl_load")).isEqualTo("1");

    LoadReport again = load();
    assertThat(again.outcome()).isEqualTo(Outcome.LOADED);
    assertThat(again.dataVersion()).isEqualTo(2);
    assertThat(query("SELECT count(*) || ' ' || max(id) FROM rows")).isEqualTo("3 3");
    assertThat(filesInData()).containsExactly("star.duckdb");
  }

  @Test
  void aStarThatAnotherProcessHoldsIsNamedAndLeftAlone() throws Exception {
    Files.writeString(folder.resolve("rows.csv"), "id,name\n5,five\n");
    Process child = LoadChild.start("hold", star().toString());
    try {
      assertThat(child.inputReader().readLine()).isEqualTo("open");
      assertThatThrownBy(this::load)
          .isInstanceOf(LoadException.class)
          .hasMessageStartingWith(star() + " is in use by ")
          .hasMessageContaining("PID " + child.pid())
          .hasMessageEndingWith("Nothing was changed");
    } finally {
      child.getOutputStream().close();
      assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(load().dataVersion()).isEqualTo(2);
  }

  @Test
  void aStarThatThisProcessHoldsIsNamedAndLeftAlone() throws Exception {
    Files.writeString(folder.resolve("rows.csv"), "id,name\n5,five\n");
    try (Connection held = DriverManager.getConnection("jdbc:duckdb:" + star())) {
      assertThat(held.isClosed()).isFalse();
      assertThatThrownBy(this::load)
          .isInstanceOf(LoadException.class)
          .hasMessage(
              star()
                  + " is open in this very process; close it before loading. Nothing was changed");
    }
    assertThat(query("SELECT count(*) FROM rows")).isEqualTo("2");
  }

  @Test
  void aFileThatIsNoStarIsLeftAlone() throws Exception {
    Files.writeString(
        star(), "not a database, but somebody's notes, longer than a header\n".repeat(200));
    assertThatThrownBy(this::load)
        .isInstanceOf(LoadException.class)
        .hasMessage(
            star() + " is no DuckDB file; name another file in \"into\". Nothing was changed");
    assertThat(Files.readString(star())).startsWith("not a database");
  }

  private LoadReport load() {
    return new Loader(Clock.systemUTC())
        .load(
            new LoadRequest(
                folder.resolve("job.yaml"), folder.resolve("data"), LoadProgress.silent()));
  }

  private Path star() {
    return folder.resolve("data").resolve("star.duckdb").toAbsolutePath();
  }

  private List<String> filesInData() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("data"))) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private String query(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + star());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
