package org.quadrille.cubes.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dictionaries against trees of random shape, read level by level. */
class MemberTableTest {
  private static final int LEVELS = 4;

  /** Paths of keys by depth, in hierarchical order; the first level is below All. */
  private static final class Tree implements MemberSource {
    private final List<List<List<Integer>>> paths = new ArrayList<>();
    private final List<String> reads = new ArrayList<>();

    Tree(Random random, int width) {
      paths.add(List.of(List.of()));
      for (int depth = 1; depth < LEVELS; depth++) {
        List<List<Integer>> level = new ArrayList<>();
        for (List<Integer> above : paths.get(depth - 1)) {
          for (int key = random.nextInt(3); key < width; key += 1 + random.nextInt(3)) {
            List<Integer> path = new ArrayList<>(above);
            path.add(key);
            level.add(path);
          }
        }
        paths.add(level);
      }
    }

    @Override
    public List<Generation> read(MemberTable above, int from, int to) {
      reads.add(from + "-" + to);
      List<Generation> generations = new ArrayList<>();
      for (int depth = from; depth <= to; depth++) {
        int first = IntStream.range(0, depth - 1).map(d -> paths.get(d).size()).sum();
        List<List<Integer>> parents = paths.get(depth - 1);
        generations.add(
            new Generation(
                depth,
                paths.get(depth).stream()
                    .mapToInt(p -> first + parents.indexOf(p.subList(0, p.size() - 1)))
                    .toArray(),
                KeyColumn.of(paths.get(depth).stream().map(p -> p.get(p.size() - 1)).toArray()),
                depth % 2 == 0
                    ? null
                    : paths.get(depth).stream()
                        .map(p -> "Name " + p.get(p.size() - 1))
                        .toArray(String[]::new),
                null,
                List.of(),
                null,
                depth == to && depth < LEVELS - 1 ? counts(depth) : null));
      }
      return generations;
    }

    private int[] counts(int depth) {
      return paths.get(depth).stream()
          .mapToInt(
              p ->
                  (int)
                      paths.get(depth + 1).stream()
                          .filter(c -> c.subList(0, depth).equals(p))
                          .count())
          .toArray();
    }

    int row(List<Integer> path) {
      return IntStream.range(0, path.size()).map(d -> paths.get(d).size()).sum()
          + paths.get(path.size()).indexOf(path);
    }

    List<List<Integer>> inOrder() {
      List<List<Integer>> all = new ArrayList<>();
      paths.forEach(all::addAll);
      all.sort(
          (a, b) -> {
            for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
              int order = Integer.compare(a.get(i), b.get(i));
              if (order != 0) {
                return order;
              }
            }
            return Integer.compare(a.size(), b.size());
          });
      return all;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsWhatTheTreeHas(long seed) {
    Tree tree = new Tree(new Random(seed), 2 + (int) seed);
    MemberTable table = new MemberTable(LEVELS, "All", tree);
    for (int depth = 1; depth < LEVELS; depth++) {
      assertThat(table.rowsOfLevel(depth))
          .containsExactly(tree.paths.get(depth).stream().mapToInt(tree::row).toArray());
      for (List<Integer> path : tree.paths.get(depth)) {
        int row = tree.row(path);
        int parent = tree.row(path.subList(0, depth - 1));
        Integer key = path.get(depth - 1);
        String name = depth % 2 == 0 ? key.toString() : "nAME " + key;
        assertThat(table.keyParent(row)).isEqualTo(parent);
        assertThat(table.key(row)).isEqualTo(key);
        assertThat(table.childByKey(parent, key.longValue())).isEqualTo(row);
        assertThat(table.childByName(parent, name)).isEqualTo(row);
        assertThat(table.rowByPath(depth, path.toArray())).isEqualTo(row);
        assertThat(table.rowByName(depth, name)).isEqualTo(firstOf(tree, depth, key));
        assertThat(table.rowByKey(depth, key)).isEqualTo(firstOf(tree, depth, key));
      }
      assertThat(table.childByKey(0, 999)).isEqualTo(MemberTable.NONE);
      assertThat(table.rowByName(depth, "nobody")).isEqualTo(MemberTable.NONE);
    }
  }

  private static int firstOf(Tree tree, int depth, Integer key) {
    return tree.paths.get(depth).stream()
        .filter(p -> p.get(depth - 1).equals(key))
        .mapToInt(tree::row)
        .min()
        .orElse(MemberTable.NONE);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void ordersAndBranchesAsTheTree(long seed) {
    Random random = new Random(seed);
    Tree tree = new Tree(random, 5);
    MemberTable table = new MemberTable(LEVELS, "All", tree);
    List<List<Integer>> ordered = tree.inOrder();
    int[] rows = ordered.stream().mapToInt(tree::row).toArray();
    assertThat(table.inOrder()).containsExactly(rows);
    for (int i = 0; i < rows.length; i++) {
      assertThat(table.ordinal(rows[i])).isEqualTo(i);
    }
    List<Integer> shuffled = new ArrayList<>(Arrays.stream(rows).boxed().toList());
    Collections.shuffle(shuffled, random);
    shuffled.sort(table::compare);
    assertThat(shuffled).containsExactlyElementsOf(Arrays.stream(rows).boxed().toList());
    for (List<Integer> path : ordered) {
      int[] below =
          ordered.stream()
              .filter(p -> p.size() >= path.size() && p.subList(0, path.size()).equals(path))
              .sorted(Comparator.comparingInt(tree::row))
              .mapToInt(tree::row)
              .toArray();
      assertThat(table.branch(tree.row(path))).containsExactly(below);
      assertThat(Arrays.stream(rows).filter(r -> table.isAtOrBelow(r, tree.row(path))).sorted())
          .containsExactly(Arrays.stream(below).boxed().toArray(Integer[]::new));
    }
  }

  @Test
  void readsLevelsWhenTheyAreNeeded() {
    Tree tree = new Tree(new Random(5), 9);
    MemberTable table = new MemberTable(LEVELS, "All", tree);
    assertThat(table.roots()).containsExactly(0);
    assertThat(tree.reads).isEmpty();
    int[] top = table.children(0);
    assertThat(tree.reads).containsExactly("1-1");
    assertThat(table.childCount(top[0])).isPositive();
    assertThat(tree.reads).hasSize(1);
    int counted = table.childCount(top[0]);
    table.expect(3);
    assertThat(table.children(top[0])).hasSize(counted);
    assertThat(tree.reads).containsExactly("1-1", "2-3");
    assertThat(table.childCount(top[0])).isEqualTo(counted);
    assertThat(table.size()).isEqualTo(tree.inOrder().size());
    assertThat(tree.reads).hasSize(2);
  }

  @Test
  void aMillionMembersAreFoundWithoutScanning() {
    int size = 1_000_000;
    @Nullable Object[] keys = new @Nullable Object[size];
    String[] names = new String[size];
    int[] parents = new int[size];
    for (int i = 0; i < size; i++) {
      keys[i] = i * 7;
      names[i] = "Customer " + i;
      parents[i] = 1 + i / 1000;
    }
    MemberSource source =
        (above, from, to) ->
            List.of(
                new Generation(
                    1,
                    new int[1000],
                    KeyColumn.of(IntStream.range(0, 1000).boxed().toArray()),
                    null,
                    null,
                    List.of(),
                    null,
                    null),
                new Generation(2, parents, KeyColumn.of(keys), names, null, List.of(), null, null));
    MemberTable table = new MemberTable(3, "All", source);
    assertThat(table.size()).isEqualTo(size + 1001);
    Random random = new Random(3);
    // With scans these looks would take hours.
    for (int i = 0; i < 300_000; i++) {
      int at = random.nextInt(size);
      assertThat(
              table.rowByKey(2, at * 7) == at + 1001
                  && table.rowByName(2, names[at]) == at + 1001
                  && table.childByName(parents[at], names[at]) == at + 1001
                  && table.childByKey(parents[at], at * 7) == at + 1001)
          .isTrue();
    }
    assertThat(table.children(500)).hasSize(1000);
  }
}
