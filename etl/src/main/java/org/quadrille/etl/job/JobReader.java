package org.quadrille.etl.job;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quadrille.etl.LoadException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a job file. Everything that can be told without looking at the sources is checked here. */
public final class JobReader {
  private static final String DEFAULT_STAR = "star.duckdb";
  private static final Set<String> KEYS =
      Set.of("job", "into", "sources", "dimensions", "facts", "classes", "tables");
  private static final Set<String> TABLE_KEYS =
      Set.of("jdbc", "user", "password", "schema", "include", "exclude", "names");

  private JobReader() {}

  /**
   * Reads a file in UTF-8.
   *
   * @throws LoadException with line and column for whatever is wrong
   */
  public static Job read(Path path) {
    String name = String.valueOf(path.getFileName());
    try {
      return read(name, new StringReader(Files.readString(path, StandardCharsets.UTF_8)));
    } catch (CharacterCodingException e) {
      throw new LoadException(path + " is not in UTF-8; save it in that encoding", e);
    } catch (IOException e) {
      throw new LoadException("the job file " + path + " cannot be read; is the path right?", e);
    }
  }

  /** As {@link #read(Path)}; {@code name} stands in messages. */
  public static Job read(String name, Reader reader) {
    LoadSettings settings = LoadSettings.builder().setLabel(name).build();
    try {
      Optional<Node> root = new Compose(settings).composeReader(reader);
      if (root.isEmpty()) {
        throw new LoadException(name + ": the job is empty; docs/etl.md has an example");
      }
      return job(new Value(name, root.get()));
    } catch (MarkedYamlEngineException e) {
      String place =
          e.getProblemMark()
              .map(mark -> new Place(name, mark.getLine() + 1, mark.getColumn() + 1).toString())
              .orElse(name);
      throw new LoadException(place + ": this is no YAML: " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw new LoadException(name + ": this is no YAML: " + e.getMessage(), e);
    }
  }

  private static Job job(Value root) {
    Section section = Section.of(root, "a job", KEYS);
    String name = section.requiredText("job");
    Map<String, Source> sources = sources(section);
    Map<String, DateDimension> dates = new LinkedHashMap<>();
    List<Dimension> dimensions = new ArrayList<>();
    TargetReader targets = new TargetReader(sources);
    section
        .value("dimensions")
        .ifPresent(
            value -> {
              Section all = Section.named(value, "dimensions");
              for (String each : all.names()) {
                Value entry = all.required(each);
                if (TargetReader.isDates(entry)) {
                  dates.put(each, targets.dates(each, entry));
                } else {
                  dimensions.add(targets.dimension(each, entry));
                }
              }
            });
    List<Fact> facts = new ArrayList<>();
    section
        .value("facts")
        .ifPresent(
            value -> {
              Section all = Section.named(value, "facts");
              for (String each : all.names()) {
                facts.add(targets.fact(each, all.required(each)));
              }
            });
    List<ClassSnapshot> classes = new ArrayList<>();
    section
        .value("classes")
        .ifPresent(
            value -> {
              Section all = Section.named(value, "classes");
              ClassReader reader = new ClassReader(dimensions, facts);
              all.names().forEach(each -> classes.add(reader.read(each, all.required(each))));
            });
    Optional<TableCopy> tables = section.value("tables").map(JobReader::tables);
    if (tables.isEmpty() && dates.isEmpty() && dimensions.isEmpty() && facts.isEmpty()) {
      throw section.place().refuse("the job makes nothing; it needs dimensions, facts or tables");
    }
    Job job =
        new Job(
            name,
            section.text("into").orElse(DEFAULT_STAR),
            Collections.unmodifiableMap(sources),
            Collections.unmodifiableMap(dates),
            dimensions,
            facts,
            classes,
            tables);
    return new JobCheck(job).checked();
  }

  private static Map<String, Source> sources(Section section) {
    Map<String, Source> sources = new LinkedHashMap<>();
    section
        .value("sources")
        .ifPresent(
            value -> {
              Section all = Section.named(value, "sources");
              for (String name : all.names()) {
                if (name.equals("source") || name.startsWith("_")) {
                  throw all.place(name)
                      .refuse("a source cannot be called " + name + "; take another name");
                }
                sources.put(name, SourceReader.read(name, all.place(name), all.required(name)));
              }
            });
    return sources;
  }

  private static TableCopy tables(Value value) {
    Section section = Section.of(value, "tables", TABLE_KEYS);
    TableCopy.Names names =
        switch (section.text("names").orElse("keep")) {
          case "keep" -> TableCopy.Names.KEEP;
          case "lower" -> TableCopy.Names.LOWER;
          default -> throw section.place("names").refuse("names must be keep or lower");
        };
    List<String> include = section.has("include") ? section.texts("include") : List.of("*");
    if (include.isEmpty()) {
      throw section.place("include").refuse("include is empty; leave it out for all tables");
    }
    return new TableCopy(
        section.place(),
        SourceReader.address(section),
        section.text("schema").orElse(null),
        include,
        section.texts("exclude"),
        names);
  }
}
