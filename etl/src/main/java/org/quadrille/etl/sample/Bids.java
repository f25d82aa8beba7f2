package org.quadrille.etl.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Bids for larger supplies; how many are won depends on the competitor. */
final class Bids {
  private static final int AT_SCALE_ONE = 2400;

  /** A bid of the last days is still open with this chance. */
  private static final double OPEN = 0.7;

  private static final int OPEN_DAYS = 60;
  private static final double NOBODY_KNOWS_AGAINST_WHOM = 0.1;
  private static final double WIN_RATE_UNKNOWN = 0.5;

  private final Company company;
  private final List<Customer> bidders;
  private final List<Codes> reasons = Codes.read("BidReasons");
  private final List<Competitor> competitors =
      Competitor.readAll().stream().filter(c -> !c.own()).toList();
  private final Map<String, long[]> decided = new LinkedHashMap<>();

  Bids(Company company) {
    this.company = company;
    List<Customer> larger =
        company.customers().stream().filter(c -> c.size() != SizeClass.SMALL).toList();
    bidders = larger.isEmpty() ? company.customers() : larger;
  }

  /** Writes the file; gives the number of its rows. */
  long write(Path file) throws IOException {
    int count = Company.scaled(AT_SCALE_ONE, company.scale());
    int[] days = new int[count];
    Dice dayDice = company.seed().dice("bid days");
    Arrays.setAll(days, i -> dayDice.below(Days.COUNT));
    Arrays.sort(days);
    try (CsvOut out =
        new CsvOut(
            file,
            ';',
            StandardCharsets.UTF_8,
            "bid_id",
            "bid_date",
            "customer_id",
            "subcategory_id",
            "employee_id",
            "competitor_id",
            "bid_status_id",
            "bid_reason_id",
            "amount")) {
      for (int i = 0; i < count; i++) {
        write(i, days[i], out);
      }
      return out.rows();
    }
  }

  private void write(int index, int day, CsvOut out) throws IOException {
    Dice dice = company.seed().dice("bid", index);
    Customer customer = dice.oneOf(bidders);
    Subcategory subcategory = dice.oneOf(company.assortment().subcategories());
    Province province = customer.region().province();
    boolean known = !dice.chance(NOBODY_KNOWS_AGAINST_WHOM);
    List<Competitor> candidates =
        competitors.stream().filter(c -> c.areas().contains(province.area())).toList();
    Competitor competitor =
        candidates.get(dice.pick(Weights.of(candidates, Competitor::bidWeight)));
    boolean open = day > Days.LAST - OPEN_DAYS && dice.chance(OPEN);
    boolean won = dice.chance(known ? competitor.winRate() : WIN_RATE_UNKNOWN);
    String status = open ? "OPEN" : won ? "WON" : "LOST";
    if (known && !open) {
      decided.computeIfAbsent(competitor.id(), c -> new long[2])[won ? 0 : 1]++;
    }
    List<Codes> fitting = reasons.stream().filter(r -> r.further().equals(status)).toList();
    Codes reason =
        open ? fitting.get(0) : fitting.get(dice.pick(Weights.of(fitting, Codes::weight)));
    double size = customer.size() == SizeClass.LARGE ? 150_000 : 45_000;
    out.text(String.format(Locale.ROOT, "B%05d", index + 1))
        .date(day)
        .text(customer.id())
        .text(subcategory.id())
        .text(customer.employee().id());
    if (known) {
      out.text(competitor.id());
    } else {
      out.empty();
    }
    out.text(status).text(reason.id()).money(Money.of(dice.around(size, 0.7))).end();
  }

  /** Decided bids by competitor, as far as he is known. */
  Map<String, SampleTruth.WonLost> decided() {
    List<String> ids = new ArrayList<>(decided.keySet());
    ids.sort(null);
    Map<String, SampleTruth.WonLost> result = new LinkedHashMap<>();
    for (String id : ids) {
      long[] counts = decided.getOrDefault(id, new long[2]);
      result.put(id, new SampleTruth.WonLost(counts[0], counts[1]));
    }
    return result;
  }
}
