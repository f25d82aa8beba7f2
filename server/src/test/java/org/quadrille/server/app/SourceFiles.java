package org.quadrille.server.app;

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
import java.util.Set;
import java.util.TreeSet;

/**
 * The source files of the sample company in a database of their own, which knows neither the load
 * job nor the cubes: {@code sold} (order lines without the dirty ones), {@code customers} and
 * {@code behaviour}.
 */
final class SourceFiles implements AutoCloseable {
  private final Connection connection;

  /** Reads the files of a folder. */
  SourceFiles(Path folder) throws IOException, SQLException {
    Path customers = Files.createTempFile("customers", ".csv");
    Files.writeString(
        customers,
        Files.readString(folder.resolve("customers.csv"), Charset.forName("GB18030")),
        StandardCharsets.UTF_8);
    connection = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create table customers as select customer_id, name_en from read_csv('%s', header = true, delim = ';');
          create table behaviour as select * from read_csv('%s', header = true);
          create table sold as
          select cast(order_id as bigint) as order_id, cast(order_date as date) as day, customer_id,
            substr(sku, 1, 1) as category, cast(amount as decimal(14, 2)) as amount
          from (select *, row_number() over () as n
            from read_csv('%s', all_varchar = true, header = true, delim = ',', quote = '"'))
          where try_cast(order_id as bigint) is not null and try_cast(line_no as integer) is not null
            and try_cast(order_date as date) is not null and try_cast(quantity as integer) is not null
            and try_cast(unit_price as decimal(12, 2)) is not null
            and regexp_full_match(sku, '[FHOM][0-9]{2}-[0-9]{2}')
            and abs(try_cast(amount as decimal(14, 2)) - (try_cast(quantity as decimal(12, 2))
              * try_cast(unit_price as decimal(12, 2)) - try_cast(discount as decimal(14, 2)))) <= 0.01
          qualify row_number() over (partition by order_id, line_no order by n) = 1;
          """
              .formatted(
                  customers,
                  folder.resolve("truth-customers.csv"),
                  folder.resolve("orders-*.csv")));
    } finally {
      Files.delete(customers);
    }
  }

  /** The first column as a set of texts. */
  Set<String> texts(String sql) throws SQLException {
    Set<String> texts = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  /** Names of the customers of a kind who bought anything that was not dirty. */
  Set<String> buyers(String kind) throws SQLException {
    return texts(
        "select name_en from customers join behaviour using (customer_id) where kind = '"
            + kind
            + "' and customer_id in (select customer_id from sold where amount > 0)");
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
