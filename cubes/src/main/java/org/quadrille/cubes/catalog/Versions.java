package org.quadrille.cubes.catalog;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.store.Database;
import org.quadrille.cubes.store.StoreSession;

/** Finds the version of the data by a catalog's rule. */
final class Versions {
  private final VersionRule rule;
  private final Clock clock;
  private @Nullable Instant since;
  private long period;
  private long changes;

  Versions(VersionRule rule, Clock clock) {
    this.rule = rule;
    this.clock = clock;
  }

  /** Says that the data changed without their rule telling it. */
  synchronized void changed() {
    changes++;
  }

  /** The version by the rule, with the number of changes that were told, where there were any. */
  synchronized String current(StoreSession session, Database database) {
    String version = byRule(session, database);
    return changes == 0 ? version : version + "+" + changes;
  }

  private String byRule(StoreSession session, Database database) {
    if (rule instanceof VersionRule.Query query) {
      return String.valueOf(session.scalar(query.sql()));
    }
    if (rule instanceof VersionRule.Every every) {
      Instant now = clock.instant();
      if (since == null || !now.isBefore(since.plus(every.period()))) {
        since = now;
        period++;
      }
      return Long.toString(period);
    }
    if (rule instanceof VersionRule.LoadRow && database.tables().find(null, "etl_load") != null) {
      return String.valueOf(session.scalar("select max(data_version) from etl_load"));
    }
    return "static";
  }
}
