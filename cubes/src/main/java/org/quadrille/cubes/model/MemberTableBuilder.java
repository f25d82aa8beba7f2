package org.quadrille.cubes.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the members of a hierarchy as a tree, in any order and with duplicates, and lays them
 * out in generations. For hierarchies whose members move or hide: parent-child and ragged ones. The
 * first row that brings a key decides its name and properties.
 */
public final class MemberTableBuilder {
  private final Node root = new Node(-1, null, "", null, null, null);

  /** A node of the tree while it grows. */
  public static final class Node {
    private final int level;
    private final @Nullable Object key;
    private final String name;
    private final @Nullable String caption;
    private final @Nullable Object[] order;
    private final @Nullable Object @Nullable [] properties;
    private final Map<Object, Node> children = new LinkedHashMap<>();
    private boolean hidden;
    private int row = MemberTable.NONE;

    @SuppressWarnings("NullAway")
    Node(
        int level,
        @Nullable Object key,
        String name,
        @Nullable String caption,
        @Nullable Object[] order,
        @Nullable Object @Nullable [] properties) {
      this.level = level;
      this.key = key;
      this.name = name;
      this.caption = caption;
      this.order = order;
      this.properties = properties;
    }

    /** The member's name. */
    public String name() {
      return name;
    }

    /** Hides the member from navigation. */
    public void hide() {
      hidden = true;
    }
  }

  /** What is above the members. */
  public Node root() {
    return root;
  }

  /** The child of that key, null where it was not added yet. */
  public @Nullable Node find(Node parent, @Nullable Object key) {
    return parent.children.get(Keys.canonical(key));
  }

  /**
   * Adds a member.
   *
   * @param order what orders it among its siblings; null for the key
   * @param properties in the order of the level, null for none
   */
  public Node add(
      Node parent,
      int level,
      @Nullable Object key,
      String name,
      @Nullable String caption,
      @Nullable Object[] order,
      @Nullable Object @Nullable [] properties) {
    Node node = new Node(level, key, name, caption, order, properties);
    parent.children.put(Keys.canonical(key), node);
    return node;
  }

  /** Moves a member with all that is below it to another parent. */
  public void move(Node node, Node from, Node to) {
    from.children.remove(Keys.canonical(node.key));
    to.children.put(Keys.canonical(node.key), node);
  }

  /**
   * Lays the members out.
   *
   * @param hasAll whether row 0 is the All member, which stands above these
   * @param levels number of levels, the All level included; each has a generation
   */
  public List<Generation> build(boolean hasAll, int levels) {
    List<Generation> generations = new ArrayList<>();
    List<Node> above = List.of(root);
    root.row = hasAll ? 0 : MemberTable.NONE;
    int next = hasAll ? 1 : 0;
    int level = hasAll ? 1 : 0;
    while (true) {
      List<Node> members = new ArrayList<>();
      List<Integer> parents = new ArrayList<>();
      for (Node parent : above) {
        List<Node> children = new ArrayList<>(parent.children.values());
        children.sort(MemberTableBuilder::compare);
        members.addAll(children);
        children.forEach(child -> parents.add(parent.row));
      }
      if (members.isEmpty() && level >= levels) {
        return generations;
      }
      for (Node member : members) {
        member.row = next++;
      }
      int depth = members.isEmpty() ? level : members.get(0).level;
      generations.add(generation(depth, members, parents));
      level = Math.max(level, depth) + 1;
      above = members;
    }
  }

  private static Generation generation(int level, List<Node> members, List<Integer> parents) {
    int size = members.size();
    int properties =
        members.stream()
            .mapToInt(m -> m.properties == null ? 0 : m.properties.length)
            .max()
            .orElse(0);
    List<@Nullable Object[]> columns = new ArrayList<>();
    for (int p = 0; p < properties; p++) {
      @Nullable Object[] column = new @Nullable Object[size];
      for (int i = 0; i < size; i++) {
        @Nullable Object[] values = members.get(i).properties;
        column[i] = values == null ? null : values[p];
      }
      columns.add(column);
    }
    boolean[] hidden = new boolean[size];
    for (int i = 0; i < size; i++) {
      hidden[i] = members.get(i).hidden;
    }
    return new Generation(
        level,
        parents.stream().mapToInt(p -> p).toArray(),
        KeyColumn.of(members.stream().map(m -> m.key).toArray()),
        members.stream().map(m -> m.name).toArray(String[]::new),
        members.stream().allMatch(m -> m.caption == null)
            ? null
            : members.stream().map(m -> m.caption).toArray(String[]::new),
        columns,
        members.stream().noneMatch(m -> m.hidden) ? null : Arrays.copyOf(hidden, size),
        null);
  }

  private static int compare(Node a, Node b) {
    if (a.order != null && b.order != null) {
      for (int i = 0; i < a.order.length; i++) {
        int order = Keys.compare(a.order[i], b.order[i]);
        if (order != 0) {
          return order;
        }
      }
    }
    return Keys.compare(a.key, b.key);
  }
}
