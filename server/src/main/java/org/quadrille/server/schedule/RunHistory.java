package org.quadrille.server.schedule;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quadrille.server.state.StateDatabase;
import org.quadrille.web.schedule.ReportRun;
import org.quadrille.web.schedule.ReportRun.Delivery;
import org.quadrille.web.schedule.ReportRun.Document;
import org.quadrille.web.schedule.RunOutcome;
import org.quadrille.web.schedule.SentDocument;

/** Reads what {@link RunLog} wrote. Safe for use by many threads. */
public final class RunHistory {
  private final StateDatabase state;

  /** On the state database. */
  public RunHistory(StateDatabase state) {
    this.state = Objects.requireNonNull(state, "state");
  }

  /** The runs with the newest due times, newest first. */
  public List<ReportRun> newest(int most) {
    return state.inTransaction(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "select id, schedule_id, due_at, test, outcome, attempts, started_at, ended_at"
                      + " from schedule_run order by due_at desc limit ?")) {
            query.setInt(1, most);
            List<ReportRun> runs = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                runs.add(run(connection, row));
              }
            }
            return runs;
          }
        });
  }

  private static ReportRun run(Connection connection, ResultSet row) throws SQLException {
    Timestamp ended = row.getTimestamp(8);
    return new ReportRun(
        row.getString(2),
        row.getTimestamp(3).toInstant(),
        row.getBoolean(4),
        RunOutcome.valueOf(row.getString(5)),
        row.getInt(6),
        ended == null ? null : Duration.between(row.getTimestamp(7).toInstant(), ended.toInstant()),
        deliveries(connection, row.getString(1)));
  }

  private static List<Delivery> deliveries(Connection connection, String run) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select id, recipient, outcome, message from delivery where run_id = ?"
                + " order by recipient")) {
      query.setString(1, run);
      List<Delivery> deliveries = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          deliveries.add(
              new Delivery(
                  shown(row.getString(2)),
                  RunOutcome.valueOf(row.getString(3)),
                  row.getString(4),
                  documents(connection, row.getString(1))));
        }
      }
      return deliveries;
    }
  }

  /** What comes after the host of a web hook may be a secret. */
  private static String shown(String recipient) {
    return recipient.contains("://") ? URI.create(recipient).getHost() : recipient;
  }

  private static List<Document> documents(Connection connection, String delivery)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select id, name from document where delivery_id = ? order by name")) {
      query.setString(1, delivery);
      List<Document> documents = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          documents.add(new Document(row.getString(1), row.getString(2)));
        }
      }
      return documents;
    }
  }

  /** A kept document; empty if there is none, or no more. */
  public Optional<SentDocument> document(String id) {
    return state.inTransaction(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "select name, media_type, content from document where id = ?")) {
            query.setString(1, id);
            try (ResultSet row = query.executeQuery()) {
              return row.next()
                  ? Optional.of(
                      new SentDocument(row.getString(1), row.getString(2), row.getBytes(3)))
                  : Optional.empty();
            }
          }
        });
  }
}
