package org.quadrille.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quadrille.cubes.catalog.CatalogSettings;
import org.quadrille.cubes.catalog.VersionRule;
import org.quadrille.cubes.store.StoreLimits;
import org.quadrille.server.state.StateSettings;

class SettingsReaderTest {
  private static final Path FILE = Path.of("/srv/cubes/serve.yaml");

  @Test
  void defaults() {
    ServeSettings settings =
        parse("catalogs: [{name: A, schema: a.xml, jdbc: 'jdbc:duckdb:a.duckdb'}]");

    assertThat(settings)
        .isEqualTo(
            new ServeSettings(
                new ListenSettings("127.0.0.1", 8080),
                List.of(
                    new CatalogSettings(
                        "A",
                        Path.of("/srv/cubes/a.xml"),
                        "jdbc:duckdb:/srv/cubes/a.duckdb",
                        null,
                        null,
                        new VersionRule.LoadRow())),
                AuthMode.NONE,
                StateSettings.usual(Path.of("/srv/cubes/serve.state"))));
  }

  @Test
  void theStateHasAFolderOrADatabase() {
    String catalogs = "catalogs: [{name: A, schema: a.xml, jdbc: 'jdbc:duckdb:a.duckdb'}]\n";
    assertThat(parse(catalogs + "state: {folder: ../state}").state())
        .isEqualTo(StateSettings.embedded(Path.of("/srv/state")));
    assertThatThrownBy(() -> parse(catalogs + "state: {folder: x, user: q}"))
        .hasMessageContaining("only beside jdbc");
    assertThatThrownBy(() -> parse(catalogs + "state: {jdbc: 'jdbc:mysql://h/x'}"))
        .hasMessageContaining(":2:")
        .hasMessageContaining("PostgreSQL only");
    assertThatThrownBy(() -> parse(catalogs + "state: {}")).hasMessageContaining("jdbc is missing");
  }

  @Test
  void classesOfSchemasAreAllowedByName(@TempDir Path folder) {
    String catalogs = "catalogs: [{name: A, schema: a.xml, jdbc: 'jdbc:duckdb:a.duckdb'}]\n";
    assertThat(parse(catalogs).catalogs().get(0).extensions()).isNull();
    assertThat(parse(catalogs + "extensions: {java: false}").catalogs().get(0).extensions())
        .isNull();
    assertThat(parse(catalogs + "extensions: {java: true}").catalogs().get(0).extensions())
        .isNotNull();
    String path = "extensions: {java: true, path: '" + folder + "'}";
    assertThat(parse(catalogs + path).catalogs().get(0).extensions()).isNotNull();
    assertThatThrownBy(() -> parse(catalogs + "extensions: {java: true, path: nowhere}"))
        .hasMessageContaining(":2:")
        .hasMessageContaining("nowhere cannot be read");
    assertThatThrownBy(() -> parse(catalogs + "extensions: {java: maybe}"))
        .hasMessageContaining("java must be true");
    assertThatThrownBy(() -> parse(catalogs + "extensions: {script: true}"))
        .hasMessageContaining("script");
  }

  @Test
  void limits() {
    ServeSettings settings =
        parse(
            """
            catalogs: [{name: A, schema: a.xml, jdbc: "jdbc:duckdb:"}]
            limits: {timeout: 5 min, statements: 8, statementsPerUser: 3, rows: 1000}
            """);

    assertThat(settings.limits())
        .isEqualTo(new LimitSettings(Duration.ofMinutes(5), new StoreLimits(8, 3, 1000)));
    assertThat(parse("catalogs: [{name: A, schema: a.xml, jdbc: 'jdbc:duckdb:'}]").limits())
        .isEqualTo(LimitSettings.usual());
    assertThat(
            parse(
                    "limits: {statements: 2}\n"
                        + "catalogs: [{name: A, schema: a.xml, jdbc: 'jdbc:duckdb:'}]")
                .limits()
                .store()
                .statementsOfOne())
        .isEqualTo(1);
    String catalogs = "catalogs: [{name: A, schema: a.xml, jdbc: 'jdbc:duckdb:'}]\n";
    assertThatThrownBy(() -> parse(catalogs + "limits: {statements: 0}"))
        .hasMessage("/srv/cubes/serve.yaml:2:22: setting statements must be 1 or more, not 0");
    assertThatThrownBy(() -> parse(catalogs + "limits: {timeout: soon}"))
        .hasMessageContaining(":2:19: \"soon\" is no time");
    assertThatThrownBy(() -> parse(catalogs + "limits: {timout: 1 s}"))
        .hasMessageContaining("unknown setting timout in limits; did you mean timeout?");
  }

  @Test
  void fullMapping() {
    ServeSettings settings =
        parse(
            """
            server: {host: localhost, port: 9000}
            catalogs:
              - name: Food
                schema: ../schemas/food.xml
                jdbc: "jdbc:postgresql://db/food"
                user: reader
                password: secret
                version: {query: "select max(id) from load"}
              - {name: B, schema: /abs/b.xml, jdbc: "jdbc:duckdb:", version: static}
              - {name: C, schema: c.xml, jdbc: "jdbc:duckdb:/data/c.duckdb", version: {every: 5 min}}
            auth: {mode: none}
            state: {jdbc: "jdbc:postgresql://db/state", user: q, password: s}
            """);

    assertThat(settings.state())
        .isEqualTo(new StateSettings(null, "jdbc:postgresql://db/state", "q", "s", true));
    assertThat(settings.listen()).isEqualTo(new ListenSettings("localhost", 9000));
    assertThat(settings.catalogs())
        .containsExactly(
            new CatalogSettings(
                "Food",
                Path.of("/srv/schemas/food.xml"),
                "jdbc:postgresql://db/food",
                "reader",
                "secret",
                new VersionRule.Query("select max(id) from load")),
            new CatalogSettings(
                "B", Path.of("/abs/b.xml"), "jdbc:duckdb:", null, null, new VersionRule.Static()),
            new CatalogSettings(
                "C",
                Path.of("/srv/cubes/c.xml"),
                "jdbc:duckdb:/data/c.duckdb",
                null,
                null,
                new VersionRule.Every(Duration.ofMinutes(5))));
  }

  @Test
  void unknownKeyIsRefusedWithItsPlace() {
    assertRefused(
        "server: {prot: 8081}\ncatalogs: []",
        "/srv/cubes/serve.yaml:1:10: unknown setting prot in server; did you mean port?");
    assertRefused(
        "catalogs:\n  - {name: A, schema: a, jdbc: b, cache: 1}",
        ":2:35: unknown setting cache in a catalog");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "catalogs: []|:1:11: at least one catalog is needed",
        "server: {port: x}|:1:16: setting port must be a whole number, not \"x\"",
        "server: {port: 70000}|:1:16: port 70000 is not between 0 and 65535",
        "server: 8080|:1:9: server must be a mapping of: host, port",
        "catalogs: [{schema: a, jdbc: 'jdbc:x'}]|:1:12: setting name is missing",
        "catalogs: [{name: '', schema: a, jdbc: 'jdbc:x'}]|:1:19: setting name is empty",
        "catalogs: [{name: A, schema: a, jdbc: duck}]|a JDBC address begins with jdbc:",
        "catalogs: [{name: A, name: B}]|:1:22: setting name stands here twice",
        "auth: {mode: ldap}|:1:14: auth mode ldap is not known; known is: none",
        "catalogs: [{name: A, schema: a, jdbc: 'jdbc:x', version: x}]|:1:58: version x is not",
        "catalogs: [{name: A, schema: a, jdbc: 'jdbc:x', version: {every: soon}}]|is no time",
        "server: {host: 0.0.0.0}|at least one catalog",
        "server: [|not YAML",
      })
  void mistakesAreToldWithTheirPlace(String yaml, String message) {
    assertRefused(yaml, message);
  }

  @Test
  void hostsOfOtherMachinesNeedLogins() {
    assertRefused(
        "server: {host: 0.0.0.0}\ncatalogs: [{name: A, schema: a, jdbc: 'jdbc:x'}]",
        ":1:9: host 0.0.0.0 can be reached from other machines");
  }

  @Test
  void twoCatalogsOfOneNameAreRefused() {
    assertRefused(
        "catalogs: [{name: A, schema: a, jdbc: 'jdbc:x'}, {name: a, schema: a, jdbc: 'jdbc:x'}]",
        "two catalogs are named a");
  }

  @Test
  void missingFileIsNamed() {
    assertThatThrownBy(() -> SettingsReader.read(Path.of("nowhere.yaml")))
        .isInstanceOf(ConfigException.class)
        .hasMessage("nowhere.yaml: there is no such file");
  }

  private static ServeSettings parse(String yaml) {
    return SettingsReader.parse(FILE, yaml);
  }

  private static void assertRefused(String yaml, String message) {
    assertThatThrownBy(() -> parse(yaml))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(message);
  }
}
