package org.quadrille.cubes.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RankingTest {
  private static List<Valued> values(double... values) {
    List<Valued> items = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      items.add(new Valued("k" + i, "name " + i, values[i]));
    }
    return items;
  }

  private static String classes(Ranking ranking) {
    StringBuilder classes = new StringBuilder();
    ranking.entries().forEach(entry -> classes.append(entry.abc()));
    return classes.toString();
  }

  @Test
  void theMemberThatCrossesTheLineIsInClassA() {
    Ranking ranking = Ranking.of(values(10, 50, 25, 15), AbcLines.DEFAULT);
    // 50, 75, 90, 100: before the third it is 75 %, so it is in A; before the last 90 %.
    assertThat(classes(ranking)).isEqualTo("AAAB");
    assertThat(ranking.entries().get(0).item().key()).isEqualTo("k1");
    assertThat(ranking.entries().get(2).cumulative()).isCloseTo(0.9, within(1e-12));
    assertThat(ranking.share(AbcClass.A)).isCloseTo(0.9, within(1e-12));
    assertThat(ranking.vitalFew()).isEqualTo(0.75);
  }

  @Test
  void aSingleGiantIsInClassA() {
    assertThat(classes(Ranking.of(values(99, 1), AbcLines.DEFAULT))).isEqualTo("AC");
  }

  @Test
  void aMemberThatStartsExactlyOnTheLineIsBelowIt() {
    assertThat(classes(Ranking.of(values(50, 30, 15, 5), AbcLines.DEFAULT))).isEqualTo("AABC");
    // Ten times a tenth is not exactly one in floating point; the line still holds.
    double[] tenths = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
    for (int i = 0; i < tenths.length; i++) {
      tenths[i] += i * 1e-9;
    }
    assertThat(Ranking.of(values(tenths), AbcLines.DEFAULT).count(AbcClass.A)).isEqualTo(8);
  }

  @Test
  void equalValuesShareRankAndClass() {
    Ranking ranking = Ranking.of(values(70, 10, 10, 10), new AbcLines(0.7, 0.75));
    assertThat(classes(ranking)).isEqualTo("ABBB");
    assertThat(ranking.entries()).extracting(Ranking.Entry::rank).containsExactly(1, 2, 2, 2);
  }

  @Test
  void returnsAndZerosAreClassDAndOutsideOfTheTotal() {
    Ranking ranking = Ranking.of(values(80, -30, 0, 20, Double.NaN), AbcLines.DEFAULT);
    assertThat(classes(ranking)).isEqualTo("ABDD");
    assertThat(ranking.total()).isEqualTo(100);
    assertThat(ranking.empty()).isEqualTo(1);
    assertThat(ranking.sum(AbcClass.D)).isEqualTo(-30);
    assertThat(ranking.ranked()).hasSize(2);
    assertThat(ranking.entries().get(3).cumulative()).isEqualTo(1);
  }

  @Test
  void nothingToRankIsNoError() {
    Ranking none = Ranking.of(List.of(), AbcLines.DEFAULT);
    assertThat(none.entries()).isEmpty();
    assertThat(none.vitalFew()).isNaN();
    assertThat(classes(Ranking.of(values(0, -5), AbcLines.DEFAULT))).isEqualTo("DD");
  }

  @Test
  void sharesAddUpWhateverTheValues() {
    double[] values = new double[5000];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1e6 / (i + 1);
    }
    Ranking ranking = Ranking.of(values(values), AbcLines.DEFAULT);
    double sum = ranking.entries().stream().mapToDouble(Ranking.Entry::share).sum();
    assertThat(sum).isCloseTo(1, within(1e-9));
    assertThat(ranking.entries().get(4999).cumulative()).isCloseTo(1, within(1e-9));
    assertThat(ranking.count(AbcClass.A) + ranking.count(AbcClass.B) + ranking.count(AbcClass.C))
        .isEqualTo(5000);
  }

  @Test
  void refusesLinesOutOfOrder() {
    assertThatThrownBy(() -> new AbcLines(1.2, 1.3)).hasMessageContaining("between 0 and 1");
    assertThatThrownBy(() -> new AbcLines(0.8, 0.7)).hasMessageContaining("class B");
    assertThat(AbcLines.upTo(0.8).b()).isCloseTo(0.95, within(1e-12));
  }
}
