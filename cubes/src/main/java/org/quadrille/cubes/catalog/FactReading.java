package org.quadrille.cubes.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.bind.Scope;
import org.quadrille.cubes.catalog.FactQuestion.Amount;
import org.quadrille.cubes.catalog.FactQuestion.Input;
import org.quadrille.cubes.catalog.FactQuestion.Members;
import org.quadrille.cubes.catalog.FactQuestion.Need;
import org.quadrille.cubes.catalog.FactQuestion.Ordinals;
import org.quadrille.cubes.catalog.FactQuestion.Property;
import org.quadrille.cubes.exec.CellFacts;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.model.MemberTable;
import org.quadrille.cubes.model.StoredMember;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.cubes.store.FactTable;
import org.quadrille.cubes.store.FactTable.InputOf;
import org.quadrille.cubes.store.FactTable.KeysOf;
import org.quadrille.cubes.store.FactTable.PropertyOf;
import org.quadrille.cubes.store.SqlRows;
import org.quadrille.cubes.store.StarQuery.GrainLevel;
import org.quadrille.cubes.store.StarQuery.Membership;
import org.quadrille.cubes.store.StoreSession;

/** Writes the statement of a question about facts, sends it and names the members in its rows. */
final class FactReading {
  private static final Pattern HOLE =
      Pattern.compile("\\{(facts)\\}|\\{(\\w+)=(\\w+):(\\w+)\\}|\\{(?:(\\w+)\\.)?(\\w+)\\}");

  /** More members than this no ordinal is given to. */
  private static final int MOST_ORDINALS = 5_000;

  private final FactQuestion question;
  private final Scope scope;
  private final CellFacts facts;
  private final MemberValues members;
  private final Map<String, FactTable.Column> columns = new LinkedHashMap<>();
  private final Map<String, KeysOf> keys = new LinkedHashMap<>();
  private final Map<String, KeysOf> ordinals = new LinkedHashMap<>();
  private final List<String> shown = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  FactReading(FactQuestion question, Scope scope, CellFacts facts, Captions captions) {
    this.question = question;
    this.scope = scope;
    this.facts = facts;
    this.members = new MemberValues(null, scope.navigation(), captions);
    question.needs().forEach(this::add);
  }

  private void add(Need need) {
    if (need instanceof Members wanted) {
      KeysOf key = keysOf(wanted.level());
      keys.put(wanted.name(), key);
      columns.put(wanted.name(), key);
      shown.add(keyList(wanted.name(), "f."));
      wanted.without().forEach(name -> leaveOut(wanted.name(), key, name));
    } else if (need instanceof Ordinals wanted) {
      KeysOf key = keysOf(wanted.level());
      ordinals.put(wanted.name(), key);
      columns.put(wanted.name(), key);
      shown.add("o" + wanted.name() + ".place as " + wanted.name());
    } else if (need instanceof Property wanted) {
      Level level = level(wanted.level());
      columns.put(wanted.name(), new PropertyOf(level, property(level, wanted.property())));
      shown.add("f." + wanted.name());
    } else if (need instanceof Input wanted) {
      if (!(measure(wanted.measure()) instanceof MeasureMember stored)) {
        throw new UnknownNameException(wanted.measure() + " is calculated and has no column");
      }
      columns.put(wanted.name(), new InputOf(sameFacts(stored)));
      shown.add("f." + wanted.name());
    } else {
      amount((Amount) need);
    }
  }

  private void leaveOut(String name, KeysOf key, String member) {
    Level level = key.grain().level();
    MemberTable table = level.hierarchy().members();
    for (int row : table.rowsOfLevel(level.depth())) {
      if (table.name(row).equals(member)) {
        List<String> equal = new ArrayList<>();
        List<String> keys = keys(key, row);
        for (int i = 0; i < keys.size(); i++) {
          equal.add("f." + name + "_" + i + " is not distinct from " + keys.get(i));
        }
        leftOut.add("not (" + String.join(" and ", equal) + ")");
      }
    }
  }

  /** The keys of a member as SQL, topmost first. */
  private static List<String> keys(KeysOf key, int member) {
    MemberTable table = key.grain().hierarchy().members();
    List<String> values = new ArrayList<>();
    int row = member;
    for (int i = 0; i < key.count(); i++) {
      values.add(0, FactLiteral.of(table.key(row)));
      row = table.keyParent(row);
    }
    return values;
  }

  /** A measure as a sum of columns; null only where all of them are, as with cells. */
  private void amount(Amount wanted) {
    Map<MeasureMember, BigDecimal> terms = LinearMeasure.of(measure(wanted.measure()));
    if (terms == null || terms.isEmpty()) {
      throw new UnknownNameException(
          wanted.measure() + " does not add up over facts; take a sum, a count or a total of such");
    }
    List<String> values = new ArrayList<>();
    List<String> empties = new ArrayList<>();
    for (Map.Entry<MeasureMember, BigDecimal> term : terms.entrySet()) {
      String column = wanted.name() + "__" + values.size();
      columns.put(column, new InputOf(sameFacts(term.getKey())));
      boolean count = term.getKey().aggregator() == org.quadrille.cubes.schema.Aggregator.COUNT;
      String value = count ? "case when f." + column + " is null then 0 else 1 end" : "f." + column;
      empties.add("f." + column + " is null");
      if (terms.size() > 1) {
        value = "coalesce(" + value + ", 0)";
      }
      BigDecimal factor = term.getValue();
      boolean negative = factor.signum() < 0;
      String times =
          factor.abs().compareTo(BigDecimal.ONE) == 0 ? "" : factor.abs().toPlainString() + " * ";
      values.add((negative ? "- " : values.isEmpty() ? "" : "+ ") + times + value);
    }
    String sum = String.join(" ", values);
    shown.add(
        (terms.size() == 1
                ? sum
                : "case when " + String.join(" and ", empties) + " then null else " + sum + " end")
            + " as "
            + wanted.name());
  }

  private MeasureMember sameFacts(MeasureMember measure) {
    if (measure.group() != facts.group()) {
      throw new UnknownNameException(
          measure.uniqueName() + " is of other facts than those that are counted");
    }
    return measure;
  }

  private Member measure(String uniqueName) {
    for (MeasureMember measure : scope.cube().measures()) {
      if (measure.uniqueName().equals(uniqueName)
          && scope.navigation().rights().isVisible(measure)) {
        return measure;
      }
    }
    for (Member measure : scope.calculatedMembers(scope.cube().measuresHierarchy())) {
      if (measure.uniqueName().equals(uniqueName)) {
        return measure;
      }
    }
    throw new UnknownNameException("cube " + scope.cube().name() + " has no measure " + uniqueName);
  }

  private Level level(String uniqueName) {
    for (Hierarchy hierarchy : scope.cube().hierarchies()) {
      for (Level level : hierarchy.levels()) {
        if (level.uniqueName().equals(uniqueName)
            && level.definition() != null
            && scope.navigation().rights().isVisible(level)) {
          if (facts.group().link(hierarchy.dimension().name()) == null) {
            throw new UnknownNameException(
                uniqueName + " does not apply to the facts of " + facts.group().name());
          }
          return level;
        }
      }
    }
    throw new UnknownNameException("cube " + scope.cube().name() + " has no level " + uniqueName);
  }

  private KeysOf keysOf(String uniqueName) {
    Level level = level(uniqueName);
    return new KeysOf(
        new GrainLevel(
            level, level.hierarchy().isParentChild() ? Membership.OWN : Membership.ROLLED_UP));
  }

  private static org.quadrille.cubes.schema.Level.Property property(Level level, String name) {
    return level.properties().stream()
        .filter(p -> p.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () -> new UnknownNameException(level.uniqueName() + " has no property " + name));
  }

  private String keyList(String name, String prefix) {
    return String.join(", ", keyNames(name, prefix));
  }

  private List<String> keyNames(String name, String prefix) {
    KeysOf key = keys.get(name);
    if (key == null) {
      throw new IllegalArgumentException(
          "the statement names members that are not needed: " + name);
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < key.count(); i++) {
      names.add(prefix + name + "_" + i);
    }
    return names;
  }

  FactAnswer read(StoreSession session) {
    if (facts.conditions() == null) {
      return new FactAnswer(List.of(), List.of(), "", 0);
    }
    FactTable table = new FactTable(facts.group(), columns, facts.conditions());
    String sql = fill(source(session.sql(table)));
    SqlRows rows = session.query(sql);
    return named(rows, sql);
  }

  private String source(String factSql) {
    StringBuilder source = new StringBuilder("(select ");
    source.append(String.join(", ", shown)).append(" from (").append(factSql).append(") f");
    ordinals.forEach((name, key) -> source.append(places(name, key)));
    if (!leftOut.isEmpty()) {
      source.append(" where ").append(String.join(" and ", leftOut));
    }
    return source.append(')').toString();
  }

  /** A join that gives each fact the place of its member in the level. */
  private String places(String name, KeysOf key) {
    Level level = key.grain().level();
    List<Member> all = scope.navigation().levelMembers(level);
    if (all.size() > MOST_ORDINALS) {
      throw new UnknownNameException(level.uniqueName() + " has too many members: " + all.size());
    }
    List<String> rows = new ArrayList<>();
    for (int place = 0; place < all.size(); place++) {
      List<String> values = keys(key, ((StoredMember) all.get(place)).row());
      values.add(String.valueOf(place));
      rows.add("(" + String.join(", ", values) + ")");
    }
    List<String> names = new ArrayList<>();
    List<String> equal = new ArrayList<>();
    for (int i = 0; i < key.count(); i++) {
      names.add("k" + i);
      equal.add("f." + name + "_" + i + " = o" + name + ".k" + i);
    }
    names.add("place");
    return " left join (values "
        + (rows.isEmpty() ? "(" + "null, ".repeat(key.count()) + "null)" : String.join(", ", rows))
        + ") o"
        + name
        + "("
        + String.join(", ", names)
        + ") on "
        + String.join(" and ", equal);
  }

  private String fill(String source) {
    Matcher holes = HOLE.matcher(question.sql());
    return holes.replaceAll(hole -> Matcher.quoteReplacement(fill(hole, source)));
  }

  private String fill(MatchResult hole, String source) {
    if (hole.group(1) != null) {
      return source;
    }
    if (hole.group(4) != null) {
      List<String> left = keyNames(hole.group(4), hole.group(2) + ".");
      List<String> right = keyNames(hole.group(4), hole.group(3) + ".");
      List<String> equal = new ArrayList<>();
      for (int i = 0; i < left.size(); i++) {
        equal.add(left.get(i) + " is not distinct from " + right.get(i));
      }
      return "(" + String.join(" and ", equal) + ")";
    }
    return keyList(hole.group(6), hole.group(5) == null ? "" : hole.group(5) + ".");
  }

  /** Puts a member where its keys stand. */
  private FactAnswer named(SqlRows rows, String sql) {
    List<String> labels =
        rows.labels().stream().map(l -> l.toLowerCase(java.util.Locale.ROOT)).toList();
    List<String> names = new ArrayList<>();
    List<int[]> sources = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      String label = labels.get(i);
      String name = label.endsWith("_0") ? label.substring(0, label.length() - 2) : label;
      if (keys.containsKey(name) && !name.equals(label)) {
        int[] at = keyNames(name, "").stream().mapToInt(labels::indexOf).toArray();
        names.add(name);
        sources.add(at);
      } else if (keys.keySet().stream().noneMatch(k -> label.matches(k + "_[0-9]+"))) {
        names.add(label);
        sources.add(new int[] {i});
      }
    }
    List<List<@Nullable Object>> answers = new ArrayList<>(rows.rows().size());
    for (List<@Nullable Object> row : rows.rows()) {
      @Nullable Object[] values = new @Nullable Object[names.size()];
      for (int c = 0; c < values.length; c++) {
        KeysOf key = keys.get(names.get(c));
        values[c] = key == null ? row.get(sources.get(c)[0]) : member(key, row, sources.get(c));
      }
      answers.add(Collections.unmodifiableList(Arrays.asList(values)));
    }
    return new FactAnswer(names, answers, sql, 1);
  }

  private @Nullable ResultMember member(
      KeysOf key, List<@Nullable Object> row, int[] columnsOfKey) {
    @Nullable Object[] path = new @Nullable Object[columnsOfKey.length];
    for (int i = 0; i < path.length; i++) {
      path[i] = row.get(columnsOfKey[i]);
    }
    int found = key.rowOf(path);
    return found == MemberTable.NONE
        ? null
        : members.result(key.grain().hierarchy().member(found), List.of());
  }
}
