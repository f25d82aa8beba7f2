package org.quadrille.cubes.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A hierarchy of a cube, with its members for one version of the data. */
public final class Hierarchy {
  private final int ordinal;
  private final Dimension dimension;
  private final String name;
  private final org.quadrille.cubes.schema.@Nullable Hierarchy definition;
  private final boolean parentChild;
  private final List<Level> levels = new ArrayList<>();
  private final List<Level> levelsView = Collections.unmodifiableList(levels);
  private final Supplier<MemberTable> source;
  private final StoredMember all = new StoredMember(this, null, 0);
  private volatile @Nullable MemberTable members;
  private volatile @Nullable AtomicReferenceArray<StoredMember> objects;
  private volatile @Nullable Member defaultMember;

  /**
   * Makes a hierarchy; {@link CubeBuilder} adds its levels.
   *
   * @param ordinal its place among the hierarchies of the cube; Measures has 0
   * @param source reads the members when they are first needed
   */
  Hierarchy(
      int ordinal,
      Dimension dimension,
      String name,
      org.quadrille.cubes.schema.@Nullable Hierarchy definition,
      Supplier<MemberTable> source) {
    this.ordinal = ordinal;
    this.dimension = dimension;
    this.name = Objects.requireNonNull(name, "name");
    this.definition = definition;
    this.parentChild =
        definition != null
            && definition.levels().stream()
                .anyMatch(org.quadrille.cubes.schema.Level::isParentChild);
    this.source = source;
  }

  void add(Level level) {
    levels.add(level);
  }

  void setDefaultMember(Member member) {
    defaultMember = member;
  }

  /** Its place among the hierarchies of the cube; Measures has 0. */
  public int ordinal() {
    return ordinal;
  }

  /** The dimension it belongs to. */
  public Dimension dimension() {
    return dimension;
  }

  /** Its name; that of the dimension for a hierarchy without one of its own. */
  public String name() {
    return name;
  }

  /** {@code [Time]} for the dimension's main hierarchy, {@code [Time.Weekly]} for others. */
  public String uniqueName() {
    return name.equals(dimension.name())
        ? dimension.uniqueName()
        : Names.quote(dimension.name() + "." + name);
  }

  /** What to show where no translation is given. */
  public String caption() {
    if (definition != null && definition.caption() != null) {
      return definition.caption();
    }
    return name.equals(dimension.name()) ? dimension.caption() : name;
  }

  /** What the schema says; null for Measures. */
  public org.quadrille.cubes.schema.@Nullable Hierarchy definition() {
    return definition;
  }

  /** Whether it holds the measures. */
  public boolean isMeasures() {
    return definition == null;
  }

  /** Whether it has a member above all others. */
  public boolean hasAll() {
    return definition != null && definition.hasAll();
  }

  /** Whether members have parents in their own level. */
  public boolean isParentChild() {
    return parentChild;
  }

  /** The name of the All member. */
  public String allMemberName() {
    if (definition != null && definition.allMemberName() != null) {
      return definition.allMemberName();
    }
    return name.equals(dimension.name())
        ? "All " + name + "s"
        : "All " + dimension.name() + "." + name + "s";
  }

  /** The caption of the All member. */
  public String allMemberCaption() {
    return definition == null || definition.allMemberCaption() == null
        ? allMemberName()
        : definition.allMemberCaption();
  }

  /** Top to bottom, the All level included. */
  public List<Level> levels() {
    return levelsView;
  }

  /** The level of that name without regard to case, null where there is none. */
  public @Nullable Level level(String levelName) {
    return levels.stream()
        .filter(l -> l.name().equalsIgnoreCase(levelName))
        .findFirst()
        .orElse(null);
  }

  /** The members; it reads their levels when they are first needed. */
  public MemberTable members() {
    MemberTable table = members;
    if (table == null) {
      table = source.get();
      members = table;
    }
    return table;
  }

  /** Whether the members below the topmost level were read already. */
  public boolean membersAreKnown() {
    return members != null && members().isKnown(Math.min(1, levels.size() - 1));
  }

  /** The member of a row that was read. */
  public StoredMember member(int row) {
    if (row == 0 && hasAll()) {
      return all;
    }
    AtomicReferenceArray<StoredMember> cache = objects;
    if (cache == null || cache.length() <= row) {
      cache = grow(row);
    }
    StoredMember member = cache.get(row);
    if (member == null) {
      member = new StoredMember(this, levels.get(members().level(row)), row);
      cache.set(row, member);
    }
    return member;
  }

  private synchronized AtomicReferenceArray<StoredMember> grow(int row) {
    AtomicReferenceArray<StoredMember> before = objects;
    if (before != null && before.length() > row) {
      return before;
    }
    int size = Math.max(members().knownSize(), row + 1);
    AtomicReferenceArray<StoredMember> larger = new AtomicReferenceArray<>(size);
    for (int i = 0; before != null && i < before.length(); i++) {
      larger.set(i, before.get(i));
    }
    objects = larger;
    return larger;
  }

  /** The All member; only where there is one. */
  public StoredMember allMember() {
    if (!hasAll()) {
      throw new IllegalStateException(uniqueName() + " has no All member");
    }
    return all;
  }

  /** The member that stands in a query where none is given. */
  public Member defaultMember() {
    Member member = defaultMember;
    if (member == null) {
      member = DefaultMembers.of(this);
      defaultMember = member;
    }
    return member;
  }

  @Override
  public String toString() {
    return uniqueName();
  }
}
