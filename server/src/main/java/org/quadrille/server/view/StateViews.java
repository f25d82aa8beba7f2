package org.quadrille.server.view;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.quadrille.server.state.StateException;
import org.quadrille.web.view.SavedView;
import org.quadrille.web.view.Tile;
import org.quadrille.web.view.ViewStore;

/** Saved views and cockpits in the state database. Safe for use by many threads. */
public final class StateViews implements ViewStore {
  private final DataSource source;
  private final Clock clock;

  /** Works on the state database, whose tables are there already. */
  public StateViews(DataSource source, Clock clock) {
    this.source = Objects.requireNonNull(source, "source");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public List<SavedView> views(String catalog) {
    return views(
        "select id, catalog, name, query from saved_view where catalog = ? order by name", catalog);
  }

  @Override
  public Optional<SavedView> view(String id) {
    return views("select id, catalog, name, query from saved_view where id = ?", id).stream()
        .findFirst();
  }

  private List<SavedView> views(String sql, String parameter) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter);
      List<SavedView> views = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          views.add(
              new SavedView(
                  rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
        }
      }
      return views;
    } catch (SQLException e) {
      throw failed("the saved views cannot be read", e);
    }
  }

  @Override
  public synchronized SavedView save(String catalog, String name, String query) {
    SavedView view = new SavedView(UUID.randomUUID().toString(), catalog, name, query);
    for (SavedView known : views(catalog)) {
      if (known.name().equals(view.name())) {
        view = new SavedView(known.id(), catalog, name, query);
      }
    }
    replace(
        "delete from saved_view where id = ?",
        view.id(),
        "insert into saved_view (id, catalog, name, query, changed_at) values (?, ?, ?, ?, ?)",
        view.id(),
        view.catalog(),
        view.name(),
        view.query(),
        OffsetDateTime.now(clock));
    return view;
  }

  @Override
  public void remove(String id) {
    try (Connection connection = source.getConnection()) {
      update(connection, "delete from saved_view where id = ?", id);
    } catch (SQLException e) {
      throw failed("the view cannot be removed", e);
    }
  }

  @Override
  public Optional<List<Tile>> tiles(String catalog) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select tiles from cockpit where catalog = ?")) {
      statement.setString(1, catalog);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(read(rows.getString(1))) : Optional.empty();
      }
    } catch (SQLException e) {
      throw failed("the cockpit cannot be read", e);
    }
  }

  private static List<Tile> read(String text) {
    List<Tile> tiles = new ArrayList<>();
    text.lines()
        .map(line -> line.split(" ", 2))
        .forEach(parts -> tiles.add(new Tile(parts[0], parts[1])));
    return tiles;
  }

  @Override
  public synchronized void arrange(String catalog, List<Tile> tiles) {
    StringBuilder text = new StringBuilder();
    for (Tile tile : tiles) {
      text.append(tile.source()).append(' ').append(tile.width()).append('\n');
    }
    replace(
        "delete from cockpit where catalog = ?",
        catalog,
        "insert into cockpit (catalog, tiles, changed_at) values (?, ?, ?)",
        catalog,
        text.toString(),
        OffsetDateTime.now(clock));
  }

  /** Both or neither. */
  private void replace(String delete, String key, String insert, Object... row) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        update(connection, delete, key);
        update(connection, insert, row);
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw failed("this cannot be saved", e);
    }
  }

  private static void update(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }

  private static StateException failed(String what, SQLException e) {
    return new StateException(what + ": " + e.getMessage(), e);
  }
}
