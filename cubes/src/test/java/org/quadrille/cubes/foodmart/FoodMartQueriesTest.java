package org.quadrille.cubes.foodmart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.quadrille.cubes.foodmart.FoodMartQueries.Outcome;
import org.quadrille.cubes.foodmart.FoodMartQueries.Tally;

/** A part of FoodMart's own queries; {@link FoodMartQueries} runs all. */
class FoodMartQueriesTest {
  @Test
  void everyFortiethQueryGivesItsRows() throws IOException, SQLException {
    Tally tally = FoodMartQueries.run(id -> id % 40 == 1);

    int all = tally.counts().values().stream().mapToInt(Integer::intValue).sum();
    assertThat(all).isEqualTo(170);
    assertThat(tally.count(Outcome.DIFFERENT)).as("%s", tally.differences()).isZero();
    assertThat(tally.count(Outcome.EQUAL))
        .as("%s", tally.differences())
        .isGreaterThanOrEqualTo(all * 99 / 100);
  }
}
