package org.quadrille.cubes.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.extension.Extension;
import org.quadrille.cubes.extension.MemberFormatter;
import org.quadrille.cubes.extension.MemberView;

/** A member that the database holds, or the All member above those. */
public final class StoredMember implements Member {
  private final Hierarchy hierarchy;
  private final @Nullable Level level;
  private final int row;
  private @Nullable String uniqueName;

  /**
   * A row of a hierarchy.
   *
   * @param level null for the topmost level, which the hierarchy may not have yet
   */
  StoredMember(Hierarchy hierarchy, @Nullable Level level, int row) {
    this.hierarchy = Objects.requireNonNull(hierarchy, "hierarchy");
    this.level = level;
    this.row = row;
  }

  /** Its row in the hierarchy's table. */
  public int row() {
    return row;
  }

  @Override
  public Hierarchy hierarchy() {
    return hierarchy;
  }

  @Override
  public Level level() {
    return level == null ? hierarchy.levels().get(0) : level;
  }

  private MemberTable table() {
    return hierarchy.members();
  }

  @Override
  public String name() {
    return isAll() ? hierarchy.allMemberName() : table().name(row);
  }

  @Override
  public String uniqueName() {
    String known = uniqueName;
    if (known == null) {
      known = isAll() ? hierarchy.uniqueName() + "." + Names.quote(name()) : path();
      uniqueName = known;
    }
    return known;
  }

  /** A topmost member that is called as its level has the level's name before its own. */
  private String path() {
    String own = table().name(row);
    int up = table().keyParent(row);
    if (up != MemberTable.NONE && !(hierarchy.hasAll() && up == 0)) {
      return hierarchy.member(up).uniqueName() + "." + Names.quote(own);
    }
    Level named = hierarchy.level(own);
    return hierarchy.uniqueName()
        + (named != null && named == level() ? "." + Names.quote(named.name()) : "")
        + "."
        + Names.quote(own);
  }

  @Override
  public String caption() {
    if (isAll()) {
      return hierarchy.allMemberCaption();
    }
    String usual = table().caption(row);
    org.quadrille.cubes.schema.Level source = level().definition();
    return source == null || source.formatter() == null
        ? usual
        : formatted(source.formatter(), usual);
  }

  private String formatted(Extension<MemberFormatter> formatter, String usual) {
    MemberView view = new MemberView(name(), uniqueName(), level().name(), usual);
    String text = formatter.<@Nullable String>call(f -> f.format(view));
    return text == null ? usual : text;
  }

  @Override
  public @Nullable Member parent() {
    if (isAll()) {
      return null;
    }
    int up = table().parent(row);
    return up == MemberTable.NONE ? null : hierarchy.member(up);
  }

  @Override
  public int depth() {
    if (isAll()) {
      return 0;
    }
    if (!hierarchy.isParentChild()) {
      return level().depth();
    }
    int depth = 0;
    for (int up = table().parent(row); up != MemberTable.NONE; up = table().parent(up)) {
      depth++;
    }
    return depth;
  }

  @Override
  public boolean isAll() {
    return row == 0 && hierarchy.hasAll();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof StoredMember that && that.row == row && that.hierarchy == hierarchy);
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(hierarchy) * 31 + row;
  }

  @Override
  public String toString() {
    return uniqueName();
  }
}
