package org.quadrille.etl.job;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the entries under {@code classes} and checks them against facts and dimensions. */
final class ClassReader {
  private static final Set<String> KEYS =
      Set.of("table", "fact", "member", "date", "value", "cut", "lines", "dimension", "column");
  private static final List<Integer> BY_MEMBERS = List.of(20, 80);
  private static final List<Integer> BY_VALUE = List.of(70, 90);

  private final Collection<Dimension> dimensions;
  private final Collection<Fact> facts;

  ClassReader(Collection<Dimension> dimensions, Collection<Fact> facts) {
    this.dimensions = dimensions;
    this.facts = facts;
  }

  ClassSnapshot read(String name, Value value) {
    Section section = Section.of(value, "classes " + name, KEYS);
    Fact fact = fact(section);
    boolean byValue =
        switch (section.text("cut").orElse("members")) {
          case "members" -> false;
          case "value" -> true;
          default -> throw section.place("cut").refuse("cut must be members or value");
        };
    List<Integer> lines = lines(section, byValue ? BY_VALUE : BY_MEMBERS);
    Optional<String> column = section.text("column");
    if (column.isPresent() && fact.column(column.get()).isPresent()) {
      throw section
          .place("column")
          .refuse("fact " + fact.name() + " fills " + column.get() + " itself; take another name");
    }
    return new ClassSnapshot(
        name,
        section.place(),
        section.text("table").orElse(name),
        fact.name(),
        stored(section, "member", fact),
        stored(section, "date", fact),
        section.requiredText("value"),
        byValue,
        lines.get(0),
        lines.get(1),
        dimension(section),
        column.orElse(null));
  }

  private Fact fact(Section section) {
    String name = section.requiredText("fact");
    List<String> names = facts.stream().map(Fact::name).toList();
    return facts.stream()
        .filter(fact -> fact.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                section
                    .place("fact")
                    .refuse(
                        "there is no fact "
                            + name
                            + "; there are "
                            + String.join(", ", names)
                            + Suggestion.of(name, names)));
  }

  private static String stored(Section section, String key, Fact fact) {
    String name = section.requiredText(key);
    List<String> names = fact.columns().stream().filter(Column::stored).map(Column::name).toList();
    if (!names.contains(name)) {
      throw section
          .place(key)
          .refuse("fact " + fact.name() + " stores no column " + name + Suggestion.of(name, names));
    }
    return name;
  }

  private String dimension(Section section) {
    String name = section.requiredText("dimension");
    Dimension found =
        dimensions.stream()
            .filter(dimension -> dimension.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    section
                        .place("dimension")
                        .refuse("there is no dimension " + name + " for the classes A, B, C, D"));
    if (found.businessKey().size() != 1 || found.history().isPresent()) {
      throw section
          .place("dimension")
          .refuse(
              "dimension "
                  + name
                  + " needs a business key of one column that is the class, and no history");
    }
    return name;
  }

  private static List<Integer> lines(Section section, List<Integer> usual) {
    if (!section.has("lines")) {
      return usual;
    }
    List<String> texts = section.texts("lines");
    boolean numbers = texts.size() == 2 && texts.stream().allMatch(t -> t.matches("[0-9]{1,3}"));
    List<Integer> lines = numbers ? texts.stream().map(Integer::valueOf).toList() : List.of(0, 0);
    if (lines.get(0) < 1 || lines.get(1) < lines.get(0) || lines.get(1) > 100) {
      throw section
          .place("lines")
          .refuse("lines are two whole percents, where A and where B ends, such as [20, 80]");
    }
    return lines;
  }
}
