package org.quadrille.cubes.function;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.eval.Values;
import org.quadrille.cubes.model.Member;

/**
 * Orders tuples by value without breaking hierarchies: siblings are ordered by the value that the
 * key has at them, and what is below a member stays below it. Members of a tuple count one after
 * the other, each in the context of those before it.
 *
 * <p>The values of all siblings that may have to be compared are computed before any is compared,
 * so that their cells are asked for at once.
 */
final class ValueTree {
  private final Arguments arguments;
  private final int key;
  private final boolean descending;
  private final TupleSet set;
  private final Context context;
  private final HierarchicalOrder natural;

  /**
   * Orders a set.
   *
   * @param key the argument to order by
   */
  ValueTree(Arguments arguments, int key, boolean descending, TupleSet set, Context context) {
    this.arguments = arguments;
    this.key = key;
    this.descending = descending;
    this.set = set;
    this.context = context;
    this.natural = new HierarchicalOrder(context.navigation(), false);
  }

  /** The given indexes of tuples in order. */
  List<Integer> sort(List<Integer> indexes) {
    List<Integer> sorted = new ArrayList<>(indexes.size());
    sort(indexes, 0, sorted);
    return sorted;
  }

  private void sort(List<Integer> indexes, int position, List<Integer> sorted) {
    if (position == set.arity() || indexes.size() < 2) {
      sorted.addAll(indexes);
      return;
    }
    Node root = new Node(null);
    for (int index : indexes) {
      insert(root, set.member(index, position)).tuples.add(index);
    }
    emit(root, position, sorted);
  }

  private static Node insert(Node root, Member member) {
    Member base = Totals.base(member);
    Member parent = base.parent();
    Node above = parent == null ? root : insert(root, parent);
    Node node = above.children.computeIfAbsent(base, m -> new Node(member));
    if (base != member) {
      node.member = member;
    }
    return node;
  }

  private void emit(Node node, int position, List<Integer> sorted) {
    int mark = context.mark();
    if (!node.tuples.isEmpty() && node.member != null) {
      context.set(node.member);
      sort(node.tuples, position + 1, sorted);
      context.restore(mark);
    }
    List<Node> children = new ArrayList<>(node.children.values());
    if (children.size() > 1) {
      for (Node child : children) {
        context.set(child.required());
        child.value = arguments.value(key, context);
        context.restore(mark);
      }
      children.sort(this::compare);
    }
    for (Node child : children) {
      emit(child, position, sorted);
    }
  }

  /**
   * Equal values: members stay in the order of their hierarchy whatever the direction, tuples are
   * turned round with it. Mondrian does so, and scripts may rely on it.
   */
  private int compare(Node a, Node b) {
    int byValue = Values.compareForOrder(a.value, b.value);
    if (byValue != 0) {
      return descending ? -byValue : byValue;
    }
    int byPlace = natural.compare(a.required(), b.required());
    return descending && set.arity() > 1 ? -byPlace : byPlace;
  }

  private static final class Node {
    private final Map<Member, Node> children = new LinkedHashMap<>();
    private final List<Integer> tuples = new ArrayList<>();
    private @Nullable Member member;
    private @Nullable Object value;

    Node(@Nullable Member member) {
      this.member = member;
    }

    Member required() {
      if (member == null) {
        throw new IllegalStateException("only the root has no member");
      }
      return member;
    }
  }
}
