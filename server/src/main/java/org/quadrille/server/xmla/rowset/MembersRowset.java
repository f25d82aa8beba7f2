package org.quadrille.server.xmla.rowset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.CubeMetadata;
import org.quadrille.cubes.catalog.CubeMetadata.DimensionInfo;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.MemberQuery;
import org.quadrille.cubes.catalog.MemberQuery.Kind;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.cubes.result.ResultMember;

/** MDSCHEMA_MEMBERS: members, by hierarchy, by level, or as relatives of one (TREE_OP). */
final class MembersRowset implements Rowset {
  private static final int SELF = 8;

  /** Relatives by the bits of TREE_OP, in the order of their rows. */
  private static final List<TreeOp> TREE =
      List.of(
          new TreeOp(32, Kind.ANCESTORS),
          new TreeOp(4, Kind.PARENT),
          new TreeOp(2, Kind.SIBLINGS),
          new TreeOp(SELF, Kind.MEMBER),
          new TreeOp(1, Kind.CHILDREN),
          new TreeOp(16, Kind.DESCENDANTS));

  @Override
  public String name() {
    return "MDSCHEMA_MEMBERS";
  }

  @Override
  public String guid() {
    return "c8b522de-5cf3-11ce-ade5-00aa0044773d";
  }

  @Override
  public String description() {
    return "The members of hierarchies.";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.key("CATALOG_NAME"),
        Column.key("SCHEMA_NAME"),
        Column.key("CUBE_NAME"),
        Column.key("DIMENSION_UNIQUE_NAME"),
        Column.key("HIERARCHY_UNIQUE_NAME"),
        Column.key("LEVEL_UNIQUE_NAME"),
        Column.of("LEVEL_NUMBER", Column.Type.UNSIGNED_INT).restricting(Column.Restriction.EQUAL),
        Column.of("MEMBER_ORDINAL", Column.Type.UNSIGNED_INT),
        Column.key("MEMBER_NAME"),
        Column.text("MEMBER_UNIQUE_NAME").restricting(Column.Restriction.OWN),
        Column.of("MEMBER_TYPE", Column.Type.INT).restricting(Column.Restriction.EQUAL),
        Column.of("MEMBER_GUID", Column.Type.UUID),
        Column.key("MEMBER_CAPTION"),
        Column.of("CHILDREN_CARDINALITY", Column.Type.UNSIGNED_INT),
        Column.of("PARENT_LEVEL", Column.Type.UNSIGNED_INT),
        Column.text("PARENT_UNIQUE_NAME"),
        Column.of("PARENT_COUNT", Column.Type.UNSIGNED_INT),
        Column.of("TREE_OP", Column.Type.INT).restricting(Column.Restriction.OWN),
        Column.of("CUBE_SOURCE", Column.Type.UNSIGNED_SHORT).restricting(Column.Restriction.OWN),
        Column.text("DESCRIPTION"));
  }

  @Override
  public void rows(Discovery discovery, Consumer<Row> sink) {
    discovery.cubes(
        (catalog, cube) -> {
          Map<String, HierarchyInfo> hierarchies = new LinkedHashMap<>();
          Map<String, String> dimensions = new LinkedHashMap<>();
          for (DimensionInfo dimension : cube.dimensions()) {
            for (HierarchyInfo hierarchy : dimension.hierarchies()) {
              hierarchies.put(hierarchy.uniqueName(), hierarchy);
              dimensions.put(hierarchy.uniqueName(), dimension.uniqueName());
            }
          }
          int ordinal = 0;
          for (ResultMember member : members(discovery, catalog, cube)) {
            String dimension = dimensions.getOrDefault(member.hierarchy(), "[Measures]");
            HierarchyInfo hierarchy = hierarchies.get(member.hierarchy());
            sink.accept(
                row(member, dimension, type(member, hierarchy), ordinal++)
                    .set("CATALOG_NAME", catalog.name())
                    .set("CUBE_NAME", cube.name()));
          }
        });
  }

  private static List<ResultMember> members(
      Discovery discovery, Catalog catalog, CubeMetadata cube) {
    List<MemberQuery> queries = queries(discovery, cube);
    List<ResultMember> members = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (MemberQuery query : queries) {
      try {
        for (ResultMember member : catalog.members(cube.name(), query, discovery.context())) {
          // Siblings include the member itself, so that it would come twice.
          if (seen.add(member.uniqueName())) {
            members.add(member);
          }
        }
      } catch (UnknownNameException e) {
        // A restriction to a name that does not exist leaves no rows.
        continue;
      }
    }
    return members;
  }

  private static List<MemberQuery> queries(Discovery discovery, CubeMetadata cube) {
    List<MemberQuery> queries = new ArrayList<>();
    List<String> members = discovery.restriction("MEMBER_UNIQUE_NAME");
    if (!members.isEmpty()) {
      String treeOp = discovery.single("TREE_OP");
      int bits = treeOp == null ? SELF : Bits.number(treeOp);
      for (String member : members) {
        TREE.stream()
            .filter(operation -> (bits & operation.bit()) != 0)
            .forEach(operation -> queries.add(query(operation.kind(), member)));
      }
      return queries;
    }
    List<String> levels = discovery.restriction("LEVEL_UNIQUE_NAME");
    if (!levels.isEmpty()) {
      levels.forEach(level -> queries.add(query(Kind.LEVEL, level)));
      return queries;
    }
    hierarchies(discovery, cube).forEach(name -> queries.add(query(Kind.HIERARCHY, name)));
    return queries;
  }

  private static List<String> hierarchies(Discovery discovery, CubeMetadata cube) {
    List<String> wanted = discovery.restriction("HIERARCHY_UNIQUE_NAME");
    if (!wanted.isEmpty()) {
      return wanted;
    }
    List<String> dimensions = discovery.restriction("DIMENSION_UNIQUE_NAME");
    List<String> names = new ArrayList<>();
    if (dimensions.isEmpty() || dimensions.contains("[Measures]")) {
      names.add("[Measures]");
    }
    for (DimensionInfo dimension : cube.dimensions()) {
      if (dimensions.isEmpty()
          || dimensions.stream().anyMatch(dimension.uniqueName()::equalsIgnoreCase)) {
        dimension.hierarchies().forEach(hierarchy -> names.add(hierarchy.uniqueName()));
      }
    }
    return names;
  }

  private static MemberQuery query(Kind kind, String name) {
    return new MemberQuery(kind, name, null, Integer.MAX_VALUE);
  }

  private static int type(ResultMember member, @Nullable HierarchyInfo hierarchy) {
    if (member.calculated()) {
      return Codes.MEMBER_FORMULA;
    }
    if (hierarchy == null) {
      return Codes.MEMBER_MEASURE;
    }
    return member.uniqueName().equals(hierarchy.allMember())
        ? Codes.MEMBER_ALL
        : Codes.MEMBER_REGULAR;
  }

  private static Row row(ResultMember member, String dimension, int type, int ordinal) {
    return new Row()
        .set("DIMENSION_UNIQUE_NAME", dimension)
        .set("HIERARCHY_UNIQUE_NAME", member.hierarchy())
        .set("LEVEL_UNIQUE_NAME", member.level())
        .set("LEVEL_NUMBER", member.depth())
        .set("MEMBER_ORDINAL", ordinal)
        .set("MEMBER_NAME", member.name())
        .set("MEMBER_UNIQUE_NAME", member.uniqueName())
        .set("MEMBER_TYPE", type)
        .set("MEMBER_CAPTION", member.caption())
        .set("CHILDREN_CARDINALITY", member.childCount())
        .set("PARENT_LEVEL", member.parent() == null ? 0 : Math.max(0, member.depth() - 1))
        .set("PARENT_UNIQUE_NAME", member.parent())
        .set("PARENT_COUNT", member.parent() == null ? 0 : 1);
  }

  private record TreeOp(int bit, Kind kind) {}
}
