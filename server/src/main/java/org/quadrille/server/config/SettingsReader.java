package org.quadrille.server.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.CatalogSettings;
import org.quadrille.cubes.catalog.VersionRule;
import org.quadrille.cubes.extension.ExtensionClasses;
import org.quadrille.cubes.extension.ExtensionException;
import org.quadrille.cubes.store.StoreLimits;
import org.quadrille.server.mail.MailSettings;
import org.quadrille.server.schedule.Schedule;
import org.quadrille.server.state.StateSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the settings of {@code serve} from YAML; relative paths start at the file's folder. */
public final class SettingsReader {
  private static final List<String> TOP =
      List.of(
          "server",
          "catalogs",
          "extensions",
          "limits",
          "auth",
          "state",
          "reports",
          "mail",
          "schedules");
  private static final List<String> SERVER = List.of("host", "port");
  private static final List<String> CATALOG =
      List.of("name", "schema", "jdbc", "user", "password", "version");
  private static final List<String> EXTENSIONS = List.of("java", "path");
  private static final List<String> LIMITS =
      List.of("timeout", "statements", "statementsPerUser", "rows");
  private static final List<String> AUTH = List.of("mode");
  private static final List<String> STATE = List.of("folder", "jdbc", "user", "password");
  private static final List<String> REPORTS = List.of("folder", "font", "keepDays");
  private static final List<String> MAIL =
      List.of("host", "port", "security", "user", "password", "from");
  private static final String DUCKDB = "jdbc:duckdb:";
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*([a-z]+)");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "s", Duration.ofSeconds(1),
          "sec", Duration.ofSeconds(1),
          "min", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  private final String file;
  private final Path folder;
  private final String name;

  private SettingsReader(Path path) {
    this.file = path.toString();
    this.folder = path.toAbsolutePath().normalize().getParent();
    this.name = path.getFileName().toString();
  }

  /**
   * Reads a file.
   *
   * @throws ConfigException if it cannot be read or anything in it is not understood
   */
  public static ServeSettings read(Path path) {
    String text;
    try {
      text = Files.readString(path, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new ConfigException(path + ": there is no such file");
    } catch (CharacterCodingException e) {
      throw new ConfigException(path + ": the file is not UTF-8");
    } catch (IOException e) {
      throw new ConfigException(path + ": cannot be read: " + e.getMessage());
    }
    return parse(path, text);
  }

  /** Reads a text as the file of that path. */
  static ServeSettings parse(Path path, String text) {
    return new SettingsReader(path).settings(text);
  }

  private ServeSettings settings(String text) {
    YamlMapping top = YamlMapping.of(file, "the file", root(text), TOP);
    YamlMapping server = top.mapping("server", SERVER);
    ListenSettings listen = server == null ? ListenSettings.DEFAULT : listen(server);
    AuthMode auth = auth(top);
    StateSettings state = state(top);
    ExtensionClasses extensions = extensions(top.mapping("extensions", EXTENSIONS));
    List<CatalogSettings> catalogs = new ArrayList<>();
    for (YamlMapping catalog : top.mappings("catalogs", "a catalog", CATALOG)) {
      catalogs.add(catalog(catalog, extensions));
    }
    LimitSettings limits = limits(top.mapping("limits", LIMITS));
    ReportSettings reports = reports(top, mail(top));
    try {
      return new ServeSettings(listen, catalogs, auth, state, limits, reports);
    } catch (IllegalArgumentException e) {
      throw top.refuse(listen.loopback() ? "catalogs" : "server", e.getMessage());
    }
  }

  private Node root(String text) {
    LoadSettings settings = LoadSettings.builder().setLabel(file).build();
    try {
      return new Compose(settings)
          .composeString(text)
          .orElseThrow(() -> new ConfigException(file + ": the file is empty"));
    } catch (MarkedYamlEngineException e) {
      String place = e.getProblemMark().map(m -> YamlMapping.place(file, m)).orElse(file + ": ");
      throw new ConfigException(place + "not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new ConfigException(file + ": not YAML: " + e.getMessage());
    }
  }

  private static ListenSettings listen(YamlMapping server) {
    String host = server.has("host") ? server.required("host") : ListenSettings.DEFAULT.host();
    int port = server.integer("port", ListenSettings.DEFAULT.port());
    try {
      return new ListenSettings(host, port);
    } catch (IllegalArgumentException e) {
      throw server.refuse("port", e.getMessage());
    }
  }

  private static LimitSettings limits(@Nullable YamlMapping limits) {
    LimitSettings usual = LimitSettings.usual();
    if (limits == null) {
      return usual;
    }
    int statements = positive(limits, "statements", usual.store().statements());
    int ofOne =
        positive(
            limits,
            "statementsPerUser",
            Math.max(1, Math.min(usual.store().statementsOfOne(), statements / 2)));
    int rows = positive(limits, "rows", (int) usual.store().rows());
    return new LimitSettings(
        limits.has("timeout") ? duration(limits, "timeout") : usual.timeout(),
        new StoreLimits(statements, ofOne, rows));
  }

  private static int positive(YamlMapping mapping, String key, int otherwise) {
    int number = mapping.integer(key, otherwise);
    if (number < 1) {
      throw mapping.refuse(key, "setting " + key + " must be 1 or more, not " + number);
    }
    return number;
  }

  private static AuthMode auth(YamlMapping top) {
    YamlMapping auth = top.mapping("auth", AUTH);
    if (auth == null) {
      return AuthMode.NONE;
    }
    String mode = auth.required("mode");
    if (!mode.equals("none")) {
      throw auth.refuse("mode", "auth mode " + mode + " is not known; known is: none");
    }
    return AuthMode.NONE;
  }

  /** By default a folder beside the file, named after it: serve.yaml has serve.state. */
  private StateSettings state(YamlMapping top) {
    YamlMapping state = top.mapping("state", STATE);
    if (state == null) {
      return StateSettings.usual(folder.resolve(name.replaceFirst("\\.[^.]*$", "") + ".state"));
    }
    if (!state.has("jdbc") && (state.has("user") || state.has("password"))) {
      throw top.refuse("state", "state takes user and password only beside jdbc");
    }
    try {
      String folderName = state.text("folder");
      return new StateSettings(
          folderName == null ? null : folder.resolve(folderName).normalize(),
          state.has("folder") ? state.text("jdbc") : state.required("jdbc"),
          state.text("user"),
          state.text("password"),
          true);
    } catch (IllegalArgumentException e) {
      throw state.refuse("jdbc", e.getMessage());
    }
  }

  private ReportSettings reports(YamlMapping top, @Nullable MailSettings mail) {
    List<Schedule> schedules = ScheduleReader.read(top);
    YamlMapping reports = top.mapping("reports", REPORTS);
    String own = reports == null ? null : reports.text("folder");
    String font = reports == null ? null : reports.text("font");
    int usual = ReportSettings.DEFAULT.keepDays();
    try {
      return new ReportSettings(
          own == null ? null : folder.resolve(own).normalize(),
          font == null ? null : folder.resolve(font).normalize(),
          mail,
          schedules,
          reports == null ? usual : reports.integer("keepDays", usual));
    } catch (IllegalArgumentException e) {
      throw top.refuse(schedules.isEmpty() ? "reports" : "schedules", e.getMessage());
    }
  }

  private static @Nullable MailSettings mail(YamlMapping top) {
    YamlMapping mail = top.mapping("mail", MAIL);
    if (mail == null) {
      return null;
    }
    String wanted = mail.has("security") ? mail.required("security") : "starttls";
    MailSettings.Security security =
        switch (wanted) {
          case "none" -> MailSettings.Security.NONE;
          case "starttls" -> MailSettings.Security.STARTTLS;
          case "tls" -> MailSettings.Security.TLS;
          default ->
              throw mail.refuse(
                  "security", "security " + wanted + " is not known; use starttls, tls or none");
        };
    try {
      return new MailSettings(
          mail.required("host"),
          mail.integer("port", security == MailSettings.Security.TLS ? 465 : 587),
          security,
          mail.text("user"),
          mail.text("password"),
          mail.required("from"));
    } catch (IllegalArgumentException e) {
      throw top.refuse("mail", e.getMessage());
    }
  }

  /** Where schemas may take classes from; null where they may not name any. */
  private @Nullable ExtensionClasses extensions(@Nullable YamlMapping extensions) {
    if (extensions == null) {
      return null;
    }
    String java = extensions.required("java");
    String path = extensions.text("path");
    if (java.equals("false") && path == null) {
      return null;
    }
    if (!java.equals("true")) {
      throw extensions.refuse(
          "java", "java must be true, or false without path; it is \"" + java + "\"");
    }
    try {
      return ExtensionClasses.of(path == null ? null : folder.resolve(path).normalize());
    } catch (ExtensionException e) {
      throw extensions.refuse("path", String.valueOf(e.getMessage()));
    }
  }

  private CatalogSettings catalog(YamlMapping catalog, @Nullable ExtensionClasses extensions) {
    return new CatalogSettings(
        catalog.required("name"),
        folder.resolve(catalog.required("schema")).normalize(),
        jdbc(catalog),
        catalog.text("user"),
        catalog.text("password"),
        catalog.has("version") ? version(catalog) : new VersionRule.LoadRow(),
        extensions);
  }

  private String jdbc(YamlMapping catalog) {
    String address = catalog.required("jdbc");
    if (!address.startsWith("jdbc:")) {
      throw catalog.refuse("jdbc", "a JDBC address begins with jdbc:, this one is " + address);
    }
    if (!address.startsWith(DUCKDB)) {
      return address;
    }
    String path = address.substring(DUCKDB.length());
    if (path.isEmpty() || path.startsWith(":memory:")) {
      return address;
    }
    return DUCKDB + folder.resolve(path).normalize();
  }

  private VersionRule version(YamlMapping catalog) {
    Node node = catalog.node("version");
    if (node instanceof ScalarNode scalar) {
      if (scalar.getValue().equals("static")) {
        return new VersionRule.Static();
      }
      throw catalog.refuse(
          "version",
          "version " + scalar.getValue() + " is not known; use static, {query: …} or {every: …}");
    }
    YamlMapping version = YamlMapping.of(file, "version", node, List.of("query", "every"));
    if (version.has("query") == version.has("every")) {
      throw catalog.refuse("version", "version takes either query or every");
    }
    return version.has("query")
        ? new VersionRule.Query(version.required("query"))
        : new VersionRule.Every(duration(version, "every"));
  }

  private static Duration duration(YamlMapping mapping, String key) {
    String text = mapping.required(key);
    Matcher matcher = DURATION.matcher(text.trim().toLowerCase(Locale.ROOT));
    Duration unit = matcher.matches() ? UNITS.get(matcher.group(2)) : null;
    long count = unit == null ? 0 : Long.parseLong(matcher.group(1));
    if (unit == null || count == 0) {
      throw mapping.refuse(
          key, "\"" + text + "\" is no time; write such as 30 s, 5 min, 2 h or 1 d");
    }
    return unit.multipliedBy(count);
  }
}
