package org.quadrille.cubes.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A hierarchy of a dimension.
 *
 * @param name as written in the schema, null for the dimension's main hierarchy
 * @param allMemberName as written, null for the default ({@code All <hierarchy>s})
 * @param allLevelName as written, null for the default ({@code (All)})
 * @param primaryKey column that the facts' foreign key refers to, null where columns are in the
 *     fact table
 * @param primaryKeyTable alias of the table of the primary key, null where the relation is a single
 *     table
 * @param defaultMember MDX name of the default member, null for the first member
 * @param relation where members come from, null for the fact relation
 * @param levels top to bottom, without the All level
 */
public record Hierarchy(
    @Nullable String name,
    @Nullable String caption,
    @Nullable String description,
    boolean visible,
    boolean hasAll,
    @Nullable String allMemberName,
    @Nullable String allMemberCaption,
    @Nullable String allLevelName,
    @Nullable String primaryKey,
    @Nullable String primaryKeyTable,
    @Nullable String defaultMember,
    @Nullable Relation relation,
    List<Level> levels,
    Annotations annotations,
    Location location) {
  public Hierarchy {
    levels = List.copyOf(levels);
    Objects.requireNonNull(annotations, "annotations");
    Objects.requireNonNull(location, "location");
  }
}
