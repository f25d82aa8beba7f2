package org.quadrille.cubes.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quadrille.cubes.analysis.Period.Grain;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.cubes.result.ResultMember;

final class CalendarTest {
  private static ResultMember member(String path, @Nullable String parent, int depth) {
    String name = path.substring(path.lastIndexOf('[') + 1, path.length() - 1);
    return new ResultMember(
        name, path, name, "[Time]", "[Time].[" + depth + "]", depth, parent, 0, false, Map.of());
  }

  /** Two years of four months in two quarters; the second year has data up to its third month. */
  private static Calendar calendar() {
    List<Period> periods = new ArrayList<>();
    for (int year = 2024; year <= 2025; year++) {
      String yearName = "[Time].[" + year + "]";
      ResultMember yearMember = member(yearName, null, 0);
      List<Period.Month> all = new ArrayList<>();
      List<Period> parts = new ArrayList<>();
      for (int month = 1; month <= 4; month++) {
        String quarterName = yearName + ".[Q" + (month + 1) / 2 + "]";
        ResultMember quarter = member(quarterName, yearName, 1);
        ResultMember monthMember = member(quarterName + ".[" + month + "]", quarterName, 2);
        Period.Month filled = new Period.Month(monthMember, year == 2024 || month <= 3);
        all.add(filled);
        parts.add(
            new Period(Grain.MONTH, List.of(yearMember, quarter, monthMember), List.of(filled)));
      }
      ResultMember second = member(yearName + ".[Q2]", yearName, 1);
      periods.add(new Period(Grain.YEAR, List.of(yearMember), all));
      periods.add(new Period(Grain.QUARTER, List.of(yearMember, second), all.subList(2, 4)));
      periods.addAll(parts);
    }
    return new Calendar(periods);
  }

  @Test
  void theDefaultIsTheLastYearWithData() {
    assertThat(calendar().find(null).member().name()).isEqualTo("2025");
    assertThatThrownBy(() -> new Calendar(List.of()).find(null))
        .isInstanceOf(UnknownNameException.class);
    assertThatThrownBy(() -> calendar().find("[Time].[2031]"))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageContaining("2031");
  }

  @Test
  void anUnfinishedYearIsComparedWithTheSameMonths() {
    PeriodPair pair = calendar().compare(calendar().find("[Time].[2025]"));
    assertThat(pair.partial()).isTrue();
    assertThat(pair.months()).extracting(ResultMember::name).containsExactly("1", "2", "3");
    assertThat(pair.definitions().get(0))
        .isEqualTo(
            "MEMBER [Time].[Same months a year before] AS Aggregate({[Time].[2024].[Q1].[1],"
                + " [Time].[2024].[Q1].[2], [Time].[2024].[Q2].[3]})");
    assertThat(pair.set()).isEqualTo("{[Time].[2025], [Time].[Same months a year before]}");
  }

  @Test
  void aFinishedPeriodIsComparedWithTheWhole() {
    PeriodPair month = calendar().compare(calendar().find("[Time].[2025].[Q2].[3]"));
    assertThat(month.set()).isEqualTo("{[Time].[2025].[Q2].[3], [Time].[2024].[Q2].[3]}");
    assertThat(month.definitions()).isEmpty();
  }

  @Test
  void theFirstYearHasNothingToCompareWith() {
    PeriodPair pair = calendar().compare(calendar().find("[Time].[2024].[Q2]"));
    assertThat(pair.before()).isNull();
    assertThat(pair.set()).isEqualTo("{[Time].[2024].[Q2]}");
  }
}
