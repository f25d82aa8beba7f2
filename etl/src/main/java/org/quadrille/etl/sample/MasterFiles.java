package org.quadrille.etl.sample;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes the delimited files of what does not happen at a time: regions, employees, customers and
 * prospects.
 */
final class MasterFiles {
  private final Company company;
  private final Path folder;
  private final Map<String, Long> rows;

  /** Adds the number of rows of each file to {@code rows}. */
  MasterFiles(Company company, Path folder, Map<String, Long> rows) {
    this.company = company;
    this.folder = folder;
    this.rows = rows;
  }

  void writeRegions() throws IOException {
    try (CsvOut out =
        csv(
            "regions.csv",
            ',',
            StandardCharsets.UTF_8,
            "region_id",
            "country_en",
            "country_zh",
            "province_id",
            "province_en",
            "province_zh",
            "city_en",
            "city_zh",
            "county_en",
            "county_zh")) {
      for (Region region : company.geography().regions()) {
        Province province = region.province();
        out.text(region.id()).name(province.country()).text(province.id()).name(province.name());
        out.name(region.city()).name(region.county()).end();
      }
      rows.put("regions.csv", out.rows());
    }
  }

  void writeEmployees() throws IOException {
    try (CsvOut out =
        csv(
            "employees.csv",
            ';',
            StandardCharsets.UTF_8,
            "employee_id",
            "name_en",
            "name_zh",
            "department_en",
            "department_zh",
            "team_en",
            "team_zh",
            "title_en",
            "title_zh",
            "hire_date",
            "manager_id")) {
      for (Employee employee : company.staff().employees()) {
        Employee manager = employee.manager();
        out.text(employee.id()).name(employee.name()).name(employee.department());
        out.name(employee.team()).name(employee.title()).date(employee.hireDay());
        out.text(manager == null ? "" : manager.id()).end();
      }
      rows.put("employees.csv", out.rows());
    }
  }

  /** The CRM knows the day of a customer's first order, so this comes after the orders. */
  void writeCustomers(SalesTally tally) throws IOException {
    try (CsvOut out =
        csv(
            "customers.csv",
            ';',
            Charset.forName("GB18030"),
            "customer_id",
            "name_en",
            "name_zh",
            "industry_en",
            "industry_zh",
            "size_class_en",
            "size_class_zh",
            "channel_id",
            "contact_name",
            "contact_phone",
            "first_order_date",
            "region_id")) {
      for (Customer customer : company.customers()) {
        out.text(customer.id()).name(customer.name()).name(customer.industry().name());
        out.name(customer.size().label()).text(customer.channel());
        boolean china = customer.region().province().china();
        out.text(china ? customer.contact().zh() : customer.contact().en()).text(customer.phone());
        int from = customer.buying().from();
        out.date(from < 0 ? from : tally.firstOrder(customer));
        out.text(customer.region().id()).end();
      }
      rows.put("customers.csv", out.rows());
    }
  }

  void writeProspects() throws IOException {
    try (CsvOut out =
        csv(
            "prospects.csv",
            ',',
            StandardCharsets.UTF_8,
            "prospect_id",
            "name_en",
            "name_zh",
            "industry_en",
            "industry_zh",
            "size_class_en",
            "size_class_zh",
            "region_id",
            "first_seen")) {
      for (Prospect prospect : company.prospects()) {
        out.text(prospect.id()).name(prospect.name()).name(prospect.industry().name());
        out.name(prospect.size().label()).text(prospect.region().id());
        out.date(prospect.firstSeen()).end();
      }
      rows.put("prospects.csv", out.rows());
    }
  }

  /** How each customer behaves: the truth behind the orders, not a file to be loaded. */
  void writeBehaviour() throws IOException {
    try (CsvOut out =
        csv(
            "truth-customers.csv",
            ',',
            StandardCharsets.UTF_8,
            "customer_id",
            "kind",
            "first_day",
            "last_day")) {
      for (Customer customer : company.customers()) {
        Customer.Buying buying = customer.buying();
        out.text(customer.id()).text(buying.kind().id()).date(buying.from());
        out.date(Math.min(buying.to(), Days.LAST)).end();
      }
    }
  }

  private CsvOut csv(String name, char delimiter, Charset charset, String... header)
      throws IOException {
    return new CsvOut(folder.resolve(name), delimiter, charset, header);
  }
}
