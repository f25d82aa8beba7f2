package org.quadrille.cubes.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quadrille.cubes.mdx.MdxException;

/** Finds default members: the one that the schema names, else the All member, else the first. */
final class DefaultMembers {
  private static final Pattern PART = Pattern.compile("\\[((?:[^\\]]|\\]\\])*)\\]|([^.\\[\\]]+)");

  private DefaultMembers() {}

  static Member of(Hierarchy hierarchy) {
    String written = hierarchy.definition() == null ? null : hierarchy.definition().defaultMember();
    if (written == null) {
      return first(hierarchy);
    }
    if (hierarchy.hasAll()
        && parts(written, hierarchy).equals(List.of(hierarchy.allMemberName()))) {
      return hierarchy.allMember();
    }
    int row = find(hierarchy, parts(written, hierarchy));
    if (row == MemberTable.NONE) {
      throw new MdxException(
          null,
          "hierarchy "
              + hierarchy.uniqueName()
              + " has no member "
              + written
              + ", which the schema gives as its default member");
    }
    return hierarchy.member(row);
  }

  private static Member first(Hierarchy hierarchy) {
    if (hierarchy.hasAll()) {
      return hierarchy.allMember();
    }
    int[] roots = hierarchy.members().roots();
    return roots.length == 0 ? new NullMember(hierarchy) : hierarchy.member(roots[0]);
  }

  /** The names of the path, without those of the dimension, hierarchy. */
  private static List<String> parts(String written, Hierarchy hierarchy) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(written);
    while (matcher.find()) {
      parts.add(
          matcher.group(1) != null ? matcher.group(1).replace("]]", "]") : matcher.group(2).trim());
    }
    if (parts.size() > 1 && isDimension(parts.get(0), hierarchy)) {
      parts.remove(0);
    }
    if (parts.size() > 1 && parts.get(0).equalsIgnoreCase(hierarchy.name())) {
      parts.remove(0);
    }
    return parts;
  }

  private static boolean isDimension(String part, Hierarchy hierarchy) {
    return part.equalsIgnoreCase(hierarchy.dimension().name())
        || part.equalsIgnoreCase(hierarchy.dimension().name() + "." + hierarchy.name());
  }

  private static int find(Hierarchy hierarchy, List<String> parts) {
    MemberTable members = hierarchy.members();
    int row = hierarchy.hasAll() ? 0 : MemberTable.NONE;
    int from = 0;
    if (hierarchy.hasAll() && parts.get(0).equalsIgnoreCase(hierarchy.allMemberName())) {
      from = 1;
    }
    for (String part : parts.subList(from, parts.size())) {
      row = members.childByName(row, part);
      if (row == MemberTable.NONE) {
        return MemberTable.NONE;
      }
    }
    return row;
  }
}
