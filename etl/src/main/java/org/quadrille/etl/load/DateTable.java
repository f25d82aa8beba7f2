package org.quadrille.etl.load;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quadrille.etl.job.DateDimension;
import org.quadrille.etl.sql.Sql;

/**
 * The table of a date dimension. Weeks are those of ISO 8601: from Monday, the first has the year's
 * first Thursday.
 */
final class DateTable {
  private static final List<String> MONTHS_EN =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  private static final List<String> MONTHS_ZH =
      List.of("一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月");
  private static final List<String> QUARTERS_ZH = List.of("一季度", "二季度", "三季度", "四季度");
  private static final List<String> DAYS_EN =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
  private static final List<String> DAYS_ZH =
      List.of("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日");

  private final DateDimension dates;
  private final Sql sql;

  DateTable(DateDimension dates, Sql sql) {
    this.dates = dates;
    this.sql = sql;
  }

  /** Makes the table hold the calendar; tells whether that changed anything. */
  boolean fill() throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put(dates.key(), "CAST(strftime(d, '%Y%m%d') AS INTEGER)");
    columns.put(DateDimension.BUSINESS_KEY, "d");
    columns.put("year", number("year(d)"));
    columns.put("quarter", number("quarter(d)"));
    columns.put("month", number("month(d)"));
    columns.put("day", number("day(d)"));
    columns.put("iso_year", number("isoyear(d)"));
    columns.put("iso_week", number("week(d)"));
    columns.put("weekday", number("isodow(d)"));
    columns.put("quarter_name_en", "'Q' || quarter(d)");
    columns.put("quarter_name_zh", pick(QUARTERS_ZH, "quarter(d)"));
    columns.put("month_name_en", pick(MONTHS_EN, "month(d)"));
    columns.put("month_name_zh", pick(MONTHS_ZH, "month(d)"));
    columns.put("weekday_name_en", pick(DAYS_EN, "isodow(d)"));
    columns.put("weekday_name_zh", pick(DAYS_ZH, "isodow(d)"));

    List<StarColumn> list = new ArrayList<>();
    columns.forEach((name, value) -> list.add(new StarColumn(name, type(name))));
    StarTable table = new StarTable(dates.table(), list, sql);
    boolean made = table.ensure(dates.place());
    return table.replace(query(columns)) || made;
  }

  private String type(String column) {
    if (column.equals(DateDimension.BUSINESS_KEY)) {
      return "DATE";
    }
    return column.endsWith("_en") || column.endsWith("_zh") ? "VARCHAR" : "INTEGER";
  }

  private String query(Map<String, String> columns) {
    String days =
        "SELECT CAST(unnest(generate_series(DATE %s, DATE %s, INTERVAL 1 DAY)) AS DATE) AS d"
            .formatted(Sql.text(dates.from().toString()), Sql.text(dates.to().toString()));
    String members =
        columns.entrySet().stream()
            .map(column -> column.getValue() + " AS " + Sql.name(column.getKey()))
            .collect(Collectors.joining(", ", "SELECT ", " FROM (" + days + ")"));
    if (dates.unknown().isEmpty()) {
      return members + " ORDER BY 1";
    }
    Map<String, String> unknown = dates.unknown().get();
    String member =
        columns.keySet().stream()
            .map(
                name -> {
                  if (name.equals(dates.key())) {
                    return "0";
                  }
                  String value = unknown.get(name);
                  return "CAST(%s AS %s)"
                      .formatted(value == null ? "NULL" : Sql.text(value), type(name));
                })
            .collect(Collectors.joining(", ", "SELECT ", ""));
    return "SELECT * FROM (" + members + " UNION ALL " + member + ") ORDER BY 1";
  }

  private static String number(String expression) {
    return "CAST(" + expression + " AS INTEGER)";
  }

  private static String pick(List<String> names, String number) {
    return names.stream().map(Sql::text).collect(Collectors.joining(", ", "[", "]"))
        + "["
        + number
        + "]";
  }
}
