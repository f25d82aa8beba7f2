package org.quadrille.etl.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes the two Excel workbooks: the catalogue with its prices, and the short lists that people
 * keep by hand.
 */
final class Workbooks {
  private final Company company;
  private final Path folder;
  private final Map<String, Long> rows;

  /** Adds the number of rows of each sheet to {@code rows}. */
  Workbooks(Company company, Path folder, Map<String, Long> rows) {
    this.company = company;
    this.folder = folder;
    this.rows = rows;
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
