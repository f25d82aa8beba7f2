package org.quadrille.etl.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls, mails and visits to customers and prospects, month by month. Planted: visits succeed most,
 * mails least.
 */
final class Contacts {
  private static final double PER_PROSPECT_AND_MONTH = 0.25;

  /** Chance that a prospect, or a customer, states what he could buy in a year. */
  private static final double PROSPECT_STATES_POTENTIAL = 0.6;

  private static final double CUSTOMER_STATES_POTENTIAL = 0.15;

  private final Company company;
  private final List<Codes> kinds = Codes.read("ContactKinds");
  private final Weights kindWeights = Weights.of(kinds, Codes::weight);

  /** In the sequence of {@code codes.txt}: order, offer, interest, later, no answer, refused. */
  private final List<Codes> outcomes = Codes.read("ContactOutcomes");

  private final Weights afterCall = Weights.of(9, 8, 20, 25, 30, 8);
  private final Weights afterMail = Weights.of(2, 4, 14, 15, 60, 5);
  private final Weights afterVisit = Weights.of(20, 18, 30, 20, 5, 7);
  private long sequence;

  Contacts(Company company) {
    this.company = company;
  }

  /** Writes the file; gives the number of its rows. */
  long write(Path file) throws IOException {
    try (CsvOut out =
        new CsvOut(
            file,
            ';',
            StandardCharsets.UTF_8,
            "contact_id",
            "contact_date",
            "customer_id",
            "prospect_id",
            "region_id",
            "employee_id",
            "contact_kind_id",
            "contact_outcome_id",
            "stated_potential")) {
      for (int month = 0; month < Days.MONTHS; month++) {
        for (Customer customer : company.customers()) {
          contact(customer, month, out);
        }
        for (Prospect prospect : company.prospects()) {
          contact(prospect, month, out);
        }
      }
      return out.rows();
    }
  }

  private void contact(Customer customer, int month, CsvOut out) throws IOException {
    if (Days.monthStart(month) < customer.buying().from()) {
      return;
    }
    Dice dice = company.seed().dice("contact of customer", customer.index(), month);
    double rate =
        switch (customer.size()) {
          case LARGE -> 0.45;
          case MEDIUM -> 0.15;
          case SMALL -> 0.05;
        };
    for (int count = dice.poisson(rate); count > 0; count--) {
      Double potential =
          dice.chance(CUSTOMER_STATES_POTENTIAL)
              ? dice.around(40_000 * customer.buying().quantityFactor(), 0.5)
              : null;
      begin(month, dice, out);
      out.text(customer.id()).empty();
      end(customer.region(), customer.employee(), potential, dice, out);
    }
  }

  private void contact(Prospect prospect, int month, CsvOut out) throws IOException {
    if (Days.monthStart(month) < prospect.firstSeen()) {
      return;
    }
    Dice dice = company.seed().dice("contact of prospect", prospect.index(), month);
    Region region = prospect.region();
    for (int count = dice.poisson(PER_PROSPECT_AND_MONTH); count > 0; count--) {
      Double potential =
          dice.chance(PROSPECT_STATES_POTENTIAL) ? prospect.potential() * dice.noise(0.2) : null;
      begin(month, dice, out);
      out.empty().text(prospect.id());
      end(region, company.staff().draw("field", region.province(), dice), potential, dice, out);
    }
  }

  private void begin(int month, Dice dice, CsvOut out) {
    out.number(++sequence).date(Days.monthStart(month) + dice.below(Days.monthLength(month)));
  }

  private void end(
      Region region, Employee employee, @Nullable Double potential, Dice dice, CsvOut out)
      throws IOException {
    Codes kind = kinds.get(dice.pick(kindWeights));
    Weights after =
        switch (kind.id()) {
          case "CALL" -> afterCall;
          case "MAIL" -> afterMail;
          case "VISIT" -> afterVisit;
          default -> throw new IllegalStateException("no outcomes planned for " + kind.id());
        };
    out.text(region.id())
        .text(employee.id())
        .text(kind.id())
        .text(outcomes.get(dice.pick(after)).id());
    if (potential == null) {
      out.empty();
    } else {
      out.money(Money.of(StrictMath.rint(potential / 100) * 100));
    }
    out.end();
  }
}
