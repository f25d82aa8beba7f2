package org.quadrille.cubes.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects members as they come from the database, in any order and with duplicates, and lays them
 * out in hierarchical order. The first row that brings a key decides its name and properties.
 */
public final class MemberTableBuilder {
  private final int levels;
  private final Node root = new Node(-1, null, "", null, null, null);
  private int size;
  private boolean anyCaption;
  private boolean anyHidden;

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

  /**
   * Starts a table.
   *
   * @param levels number of levels, the All level included
   */
  public MemberTableBuilder(int levels) {
    this.levels = levels;
  }

  /** What is above the topmost members. */
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
    size++;
    anyCaption |= caption != null;
    return node;
  }

  /** Moves a member with all that is below it to another parent. */
  public void move(Node node, Node from, Node to) {
    from.children.remove(Keys.canonical(node.key));
    to.children.put(Keys.canonical(node.key), node);
  }

  /** Lays the members out. */
  public MemberTable build() {
    anyHidden = anyHidden(root);
    Layout layout = new Layout(size, anyCaption, anyHidden);
    layout.place(root, MemberTable.NONE);
    return layout.table(levels);
  }

  private static boolean anyHidden(Node node) {
    return node.hidden || node.children.values().stream().anyMatch(MemberTableBuilder::anyHidden);
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

  /** The columns while they are filled. */
  private static final class Layout {
    private final int[] parent;
    private final int[] end;
    private final int[] level;
    private final @Nullable Object[] key;
    private final String[] name;
    private final String @Nullable [] caption;
    private final @Nullable Object[][] order;
    private final @Nullable Object[][] properties;
    private final boolean @Nullable [] hidden;
    private boolean anyOrder;
    private boolean anyProperties;
    private int next;

    Layout(int size, boolean captions, boolean hiddenMembers) {
      parent = new int[size];
      end = new int[size];
      level = new int[size];
      key = new @Nullable Object[size];
      name = new String[size];
      caption = captions ? new String[size] : null;
      order = new @Nullable Object[size][];
      properties = new @Nullable Object[size][];
      hidden = hiddenMembers ? new boolean[size] : null;
    }

    void place(Node node, int row) {
      List<Node> children = new ArrayList<>(node.children.values());
      children.sort(MemberTableBuilder::compare);
      for (Node child : children) {
        int at = next++;
        parent[at] = row;
        level[at] = child.level;
        key[at] = child.key;
        name[at] = child.name;
        if (caption != null) {
          caption[at] = child.caption;
        }
        order[at] = child.order;
        anyOrder |= child.order != null;
        properties[at] = child.properties;
        anyProperties |= child.properties != null;
        if (hidden != null) {
          hidden[at] = child.hidden;
        }
        place(child, at);
        end[at] = next;
      }
    }

    MemberTable table(int levels) {
      return new MemberTable(
          levels,
          parent,
          end,
          level,
          key,
          name,
          caption,
          anyOrder ? order : null,
          anyProperties ? properties : null,
          hidden);
    }
  }
}
