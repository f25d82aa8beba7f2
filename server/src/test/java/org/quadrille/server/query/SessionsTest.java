package org.quadrille.server.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.mdx.MdxParser;
import org.quadrille.cubes.mdx.Statement;

class SessionsTest {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Sessions sessions =
      new Sessions(
          new Clock() {
            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          });

  private void create(String session, String text) {
    sessions.create(session, "Shop", (Statement.CreateSession) MdxParser.parse(text), text);
  }

  @Test
  void idleSessionsAreForgotten() {
    create("a", "CREATE SESSION SET [Sales].[Top] AS {}");
    create("b", "CREATE SESSION SET [Sales].[Top] AS {}");
    now = now.plus(Sessions.IDLE.minus(Duration.ofMinutes(1)));
    assertThat(sessions.definitions("a", "shop")).hasSize(1);
    now = now.plus(Duration.ofMinutes(2));

    assertThat(sessions.definitions("a", "shop")).hasSize(1);
    assertThat(sessions.definitions("b", "shop")).isEmpty();
  }

  @Test
  void theSessionThatWasIdleLongestGivesWay() {
    for (int i = 0; i <= Sessions.MOST_SESSIONS; i++) {
      create("s" + i, "CREATE SESSION SET [Sales].[Top] AS {}");
    }

    assertThat(sessions.definitions("s0", "Shop")).isEmpty();
    assertThat(sessions.definitions("s1", "Shop")).hasSize(1);
  }

  @Test
  void definitionsAreCounted() {
    for (int i = 0; i < Sessions.MOST_DEFINITIONS; i++) {
      create("a", "CREATE SESSION SET [Sales].[Top " + i + "] AS {}");
    }

    assertThatThrownBy(() -> create("a", "CREATE SESSION SET [Sales].[One more] AS {}"))
        .isInstanceOf(MdxException.class)
        .hasMessageStartingWith("a session keeps at most 200 definitions");
  }

  @Test
  void namesAreDroppedWithoutRegardToCase() {
    create("a", "CREATE SESSION MEMBER [Sales].[Measures].[Twice] AS 2");
    Statement.DropSession drop =
        (Statement.DropSession) MdxParser.parse("DROP MEMBER sales.measures.TWICE");

    sessions.drop("a", "SHOP", drop);

    assertThat(sessions.definitions("a", "Shop")).isEmpty();
    assertThatThrownBy(() -> sessions.drop("a", "Shop", drop))
        .isInstanceOf(MdxException.class)
        .hasMessageContaining("has no member");
  }
}
