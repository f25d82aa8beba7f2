package org.quadrille.cubes.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class ComputedLinesTest {
  @Test
  void equalValuesAreAllAlike() {
    double[] equal = DoubleStream.generate(() -> 5).limit(10).toArray();
    // The nearest point to (0, 1) on the diagonal is its middle; no member is below the mean.
    assertThat(ComputedLines.of(equal)).isEqualTo(new ComputedLines(5, 10));
  }

  @Test
  void aGiantStandsAlone() {
    double[] values = {97, 1, 1, 1};
    assertThat(ComputedLines.of(values).a()).isEqualTo(1);
  }

  @Test
  void theBordersOfAPowerLawAreTheNearestPoints() {
    int n = 1000;
    double[] values = new double[n];
    double total = 0;
    for (int i = 0; i < n; i++) {
      values[i] = 1000.0 / (i + 1);
      total += values[i];
    }
    ComputedLines lines = ComputedLines.of(values);
    double best = Double.MAX_VALUE;
    int ideal = 0;
    int even = 0;
    double sum = 0;
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      sum += values[i];
      shares.add(sum / total);
      double distance = Math.hypot((i + 1.0) / n, 1 - sum / total);
      if (distance < best) {
        best = distance;
        ideal = i + 1;
      }
      even = values[i] >= total / n ? i + 1 : even;
    }
    assertThat(lines.a()).isEqualTo(Math.min(ideal, even)).isBetween(50, 300);
    assertThat(lines.b()).isGreaterThan(lines.a()).isLessThan(n);
  }

  @Test
  void tiesAtTheBorderStayTogether() {
    List<Valued> values = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      values.add(new Valued("k" + i, "k" + i, 5));
    }
    AbcCut cut = new AbcCut(AbcCut.Basis.COMPUTED, AbcLines.DEFAULT);
    assertThat(Ranking.of(values, cut).count(AbcClass.A)).isEqualTo(10);
  }

  @Test
  void cutByMembersCountsThoseAboveZero() {
    List<Valued> values = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      values.add(new Valued("k" + i, "k" + i, 100 - i));
    }
    values.add(new Valued("z", "z", -1));
    Ranking ranking = Ranking.of(values, AbcCut.TWENTY_SIXTY);
    assertThat(ranking.count(AbcClass.A)).isEqualTo(2);
    assertThat(ranking.count(AbcClass.B)).isEqualTo(6);
    assertThat(ranking.count(AbcClass.C)).isEqualTo(2);
    assertThat(ranking.count(AbcClass.D)).isEqualTo(1);
  }
}
