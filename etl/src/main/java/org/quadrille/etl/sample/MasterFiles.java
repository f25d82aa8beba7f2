package org.quadrille.etl.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes what does not happen at a time: regions, employees, customers, prospects, the catalogue
 * and the lists of codes.
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

  void writeCatalogue() throws IOException {
    try (XlsxOut out = new XlsxOut(folder, "catalogue.xlsx")) {
      writeProducts(out);
      writeSubcategories(out);
      writePrices(out);
      rows.putAll(out.rows());
    }
  }

  private void writeProducts(XlsxOut out) {
    XlsxOut.Sheet sheet =
        out.sheet(
            "Products",
            "sku",
            "name_en",
            "name_zh",
            "category_en",
            "category_zh",
            "subcategory_id",
            "subcategory_en",
            "subcategory_zh",
            "brand_en",
            "brand_zh",
            "supplier_id",
            "supplier_en",
            "supplier_zh",
            "consumable",
            "unit_cost",
            "list_price",
            "launch_date");
    for (Product product : company.assortment().products()) {
      Subcategory subcategory = product.subcategory();
      Name category = subcategory.category().name();
      PriceHistory prices = product.prices();
      int latest = prices.size() - 1;
      sheet.row(
          product.sku(),
          product.name().en(),
          product.name().zh(),
          category.en(),
          category.zh(),
          subcategory.id(),
          subcategory.name().en(),
          subcategory.name().zh(),
          product.brand().en(),
          product.brand().zh(),
          product.supplier().id(),
          product.supplier().name().en(),
          product.supplier().name().zh(),
          subcategory.consumable() ? "true" : "false",
          BigDecimal.valueOf(prices.cost(latest), 2),
          BigDecimal.valueOf(prices.list(latest), 2),
          Days.date(product.launchDay()));
    }
  }

  private void writeSubcategories(XlsxOut out) {
    XlsxOut.Sheet sheet =
        out.sheet(
            "Subcategories",
            "subcategory_id",
            "category_en",
            "category_zh",
            "subcategory_en",
            "subcategory_zh");
    for (Subcategory subcategory : company.assortment().subcategories()) {
      Name category = subcategory.category().name();
      Name name = subcategory.name();
      sheet.row(subcategory.id(), category.en(), category.zh(), name.en(), name.zh());
    }
  }

  private void writePrices(XlsxOut out) {
    XlsxOut.Sheet sheet = out.sheet("Prices", "sku", "valid_from", "unit_cost", "list_price");
    for (Product product : company.assortment().products()) {
      PriceHistory prices = product.prices();
      for (int i = 0; i < prices.size(); i++) {
        sheet.row(
            product.sku(),
            // prices from before the sample hold from its first day on
            Days.date(Math.max(0, prices.fromDay(i))),
            BigDecimal.valueOf(prices.cost(i), 2),
            BigDecimal.valueOf(prices.list(i), 2));
      }
    }
  }

  void writeCodes(List<Market.Offer> offers) throws IOException {
    try (XlsxOut out = new XlsxOut(folder, "codes.xlsx")) {
      XlsxOut.Sheet provinces =
          out.sheet(
              "Provinces",
              "province_id",
              "country_en",
              "country_zh",
              "province_en",
              "province_zh",
              "population");
      for (Province p : company.geography().provinces()) {
        Name country = p.country();
        provinces.row(
            p.id(), country.en(), country.zh(), p.name().en(), p.name().zh(), p.population());
      }
      XlsxOut.Sheet channels = out.sheet("Channels", "channel_id", "name_en", "name_zh");
      for (List<String> fields : ParameterList.read("channels.txt")) {
        channels.row(fields.get(0), fields.get(1), fields.get(2));
      }
      writePromotions(out);
      writeCompetitors(out, offers);
      for (String list :
          List.of("CaseKinds", "BidStatuses", "BidReasons", "ContactKinds", "ContactOutcomes")) {
        writeCodeList(out, list);
      }
      rows.putAll(out.rows());
    }
  }

  private void writePromotions(XlsxOut out) {
    XlsxOut.Sheet sheet =
        out.sheet(
            "Promotions",
            "promotion_id",
            "name_en",
            "name_zh",
            "kind_en",
            "kind_zh",
            "discount_rate",
            "start_date",
            "end_date");
    writePromotion(sheet, Promotion.NONE);
    company.promotions().all().forEach(promotion -> writePromotion(sheet, promotion));
  }

  private static void writePromotion(XlsxOut.Sheet sheet, Promotion promotion) {
    sheet.row(
        promotion.id(),
        promotion.name().en(),
        promotion.name().zh(),
        promotion.kind().en(),
        promotion.kind().zh(),
        promotion.rate(),
        Days.date(promotion.from()),
        Days.date(promotion.to()));
  }

  private static void writeCompetitors(XlsxOut out, List<Market.Offer> offers) {
    XlsxOut.Sheet competitors =
        out.sheet("Competitors", "competitor_id", "name_en", "name_zh", "home_en", "home_zh");
    for (Competitor c : Competitor.readAll()) {
      competitors.row(c.id(), c.name().en(), c.name().zh(), c.home().en(), c.home().zh());
    }
    XlsxOut.Sheet products =
        out.sheet(
            "CompetingProducts",
            "competing_product_id",
            "name_en",
            "name_zh",
            "competitor_id",
            "competitor_en",
            "competitor_zh");
    for (Market.Offer offer : offers) {
      Competitor competitor = offer.competitor();
      products.row(
          offer.id(),
          offer.name().en(),
          offer.name().zh(),
          competitor.id(),
          competitor.name().en(),
          competitor.name().zh());
    }
  }

  /**
   * {@code CaseKinds} has a column {@code case_kind_id} and so on; only kinds of cases say whether
   * they are complaints.
   */
  private static void writeCodeList(XlsxOut out, String list) {
    String id =
        switch (list) {
          case "CaseKinds" -> "case_kind_id";
          case "BidStatuses" -> "bid_status_id";
          case "BidReasons" -> "bid_reason_id";
          case "ContactKinds" -> "contact_kind_id";
          case "ContactOutcomes" -> "contact_outcome_id";
          default -> throw new IllegalArgumentException("unknown list of codes: " + list);
        };
    boolean kinds = list.equals("CaseKinds");
    XlsxOut.Sheet sheet =
        kinds
            ? out.sheet(list, id, "name_en", "name_zh", "complaint")
            : out.sheet(list, id, "name_en", "name_zh");
    for (Codes code : Codes.read(list)) {
      if (kinds) {
        String complaint = code.further().equals("yes") ? "true" : "false";
        sheet.row(code.id(), code.name().en(), code.name().zh(), complaint);
      } else {
        sheet.row(code.id(), code.name().en(), code.name().zh());
      }
    }
  }
}
