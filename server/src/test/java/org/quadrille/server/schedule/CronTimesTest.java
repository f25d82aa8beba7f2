package org.quadrille.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CronTimesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static List<String> next(CronTimes times, String from, int count) {
    List<String> found = new ArrayList<>();
    Instant at = Instant.parse(from);
    for (int i = 0; i < count; i++) {
      at = times.after(at);
      found.add(at.toString());
    }
    return found;
  }

  @Test
  void theLocalTimeStaysAcrossChangesOfDaylightSaving() {
    CronTimes daily = CronTimes.of("30 7 * * *", BERLIN);
    assertThat(next(daily, "2026-03-28T00:00:00Z", 2))
        .containsExactly("2026-03-28T06:30:00Z", "2026-03-29T05:30:00Z");
    assertThat(next(daily, "2026-10-24T00:00:00Z", 2))
        .containsExactly("2026-10-24T05:30:00Z", "2026-10-25T06:30:00Z");
  }

  @Test
  void aTimeThatIsSkippedComesOnceAndOneThatIsRepeatedToo() {
    CronTimes night = CronTimes.of("30 2 * * *", BERLIN);
    List<String> spring = next(night, "2026-03-28T12:00:00Z", 2);
    assertThat(spring.get(0)).startsWith("2026-03-29T01:");
    assertThat(spring.get(1)).isEqualTo("2026-03-30T00:30:00Z");
    List<String> autumn = next(night, "2026-10-24T12:00:00Z", 2);
    assertThat(autumn.get(0)).startsWith("2026-10-25T0");
    assertThat(autumn.get(1)).isEqualTo("2026-10-26T01:30:00Z");
  }

  @Test
  void mistakesAreTold() {
    assertThatThrownBy(() -> CronTimes.of("every day", BERLIN)).hasMessageContaining("every day");
    assertThatThrownBy(() -> CronTimes.of("0 0 30 2 *", BERLIN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
