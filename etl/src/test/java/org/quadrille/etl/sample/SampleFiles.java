package org.quadrille.etl.sample;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The generated files as tables of a DuckDB in memory, read without the loader, so that the two can
 * be compared.
 */
final class SampleFiles implements AutoCloseable {
  private final Connection connection;

  private SampleFiles(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens a folder; views {@code orders} (all text), {@code sold} (typed, the rows that are right)
   * and others.
   */
  static SampleFiles open(Path folder) throws IOException, SQLException {
    Path customers = folder.resolve("customers-utf8.csv");
    Files.writeString(
        customers,
        Files.readString(folder.resolve("customers.csv"), Charset.forName("GB18030")),
        StandardCharsets.UTF_8);
    SampleFiles files = new SampleFiles(DriverManager.getConnection("jdbc:duckdb:"));
    files.execute(
        "CREATE TABLE orders AS SELECT *, row_number() OVER () AS n FROM read_csv('"
            + folder.resolve("orders-*.csv")
            + "', all_varchar = true, header = true)");
    files.table("customers", customers, ";");
    files.table("behaviour", folder.resolve("truth-customers.csv"), ",");
    files.table("cases", folder.resolve("service-cases.csv"), ",");
    files.table("bids", folder.resolve("bids.csv"), ";");
    files.table("contacts", folder.resolve("contacts.csv"), ";");
    files.table("regions", folder.resolve("regions.csv"), ",");
    files.execute("CREATE VIEW market AS SELECT * FROM '" + folder.resolve("market.parquet") + "'");
    files.execute(
        """
        CREATE TABLE sold AS
        SELECT CAST(order_id AS BIGINT) AS order_id, CAST(line_no AS INTEGER) AS line_no,
          CAST(order_date AS DATE) AS order_date, customer_id, sku, promotion_id, channel_id, employee_id,
          CAST(quantity AS INTEGER) AS quantity, CAST(unit_price AS DECIMAL(12,2)) AS unit_price,
          CAST(discount AS DECIMAL(14,2)) AS discount, CAST(amount AS DECIMAL(14,2)) AS amount,
          CAST(cost AS DECIMAL(14,2)) AS cost
        FROM orders
        WHERE TRY_CAST(order_id AS BIGINT) IS NOT NULL AND TRY_CAST(line_no AS INTEGER) IS NOT NULL
          AND TRY_CAST(order_date AS DATE) IS NOT NULL AND TRY_CAST(quantity AS INTEGER) IS NOT NULL
          AND TRY_CAST(unit_price AS DECIMAL(12,2)) IS NOT NULL
          AND regexp_full_match(sku, '[FHOM][0-9]{2}-[0-9]{2}')
          AND abs(TRY_CAST(amount AS DECIMAL(14,2)) - (TRY_CAST(quantity AS DECIMAL(12,2))
            * TRY_CAST(unit_price AS DECIMAL(12,2)) - TRY_CAST(discount AS DECIMAL(14,2)))) <= 0.01
        QUALIFY row_number() OVER (PARTITION BY order_id, line_no ORDER BY n) = 1
        """);
    return files;
  }

  private void table(String name, Path file, String delimiter) throws SQLException {
    execute(
        "CREATE TABLE "
            + name
            + " AS SELECT * FROM read_csv('"
            + file
            + "', header = true, delim = '"
            + delimiter
            + "')");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of the first row as a number. */
  double number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getDouble(1);
    }
  }

  /** The first column of the first row as text. */
  String text(String sql) throws SQLException {
    return rows(sql).get(0);
  }

  /** All rows, their values joined by blanks. */
  List<String> rows(String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.append(i == 1 ? "" : " ").append(rows.getString(i));
        }
        found.add(row.toString());
      }
    }
    return found;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
