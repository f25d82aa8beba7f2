package org.quadrille.etl.sample;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Service cases that follow from order lines. Planted: the European desk answers twice as slowly
 * until 2025; slow answers and complaints cost satisfaction; customers who will leave complain
 * three times as often and are less satisfied.
 */
final class ServiceCases implements Closeable {
  private static final double PER_LINE = 0.012;
  private static final double LEAVING_FACTOR = 3;
  private static final int LEAVING_DAYS = 120;
  private static final double LEAVING_DISSATISFACTION = 0.9;
  private static final double ANSWERED = 0.7;

  /** Median hours to the first reply. */
  private static final double FAST_REPLY = 4;

  private static final double SLOW_REPLY = 8;
  private static final double SATISFACTION_PER_HOUR = 0.06;
  private static final double COMPLAINT_DISSATISFACTION = 0.5;
  private static final int LATE_SEASON_FACTOR = 2;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final Company company;
  private final CsvOut out;
  private final List<Codes> kinds = Codes.read("CaseKinds");
  private final Weights usual = Weights.of(kinds, Codes::weight);
  private final Weights lateSeason =
      Weights.of(kinds, k -> k.id().equals("LATE") ? k.weight() * LATE_SEASON_FACTOR : k.weight());
  private final int faster = Days.day(2025, 1, 1);
  private final LocalDateTime end = Days.date(Days.COUNT).atStartOfDay();

  ServiceCases(Company company, Path file) throws IOException {
    this.company = company;
    out =
        new CsvOut(
            file,
            ',',
            StandardCharsets.UTF_8,
            "case_id",
            "opened_at",
            "first_reply_at",
            "closed_at",
            "customer_id",
            "sku",
            "employee_id",
            "case_kind_id",
            "order_id",
            "satisfaction");
  }

  /**
   * Draws whether a case comes of an order line, and writes it if it was answered before the sample
   * ends.
   */
  void consider(Order order, int lineNo, Order.Line line) throws IOException {
    Dice dice = company.seed().dice("case", order.id(), lineNo);
    boolean leaving = leaving(order);
    if (!dice.chance(leaving ? PER_LINE * LEAVING_FACTOR : PER_LINE)) {
      return;
    }
    int day = order.day() + dice.between(1, 20);
    LocalDateTime opened = Days.date(day).atTime(dice.between(8, 17), dice.below(60));
    Province province = order.customer().region().province();
    boolean slow = !province.china() && day < faster;
    double replyHours = dice.around(slow ? SLOW_REPLY : FAST_REPLY, 0.7);
    LocalDateTime reply = opened.plusMinutes(StrictMath.round(replyHours * 60));
    if (!reply.isBefore(end)) {
      return;
    }
    int month = Days.date(day).getMonthValue();
    Codes kind = kinds.get(dice.pick(month >= 11 ? lateSeason : usual));
    boolean complaint = kind.further().equals("yes");
    LocalDateTime closed = reply.plusMinutes((long) dice.around(complaint ? 2600 : 900, 0.8));
    out.text("S" + order.id() + "-" + lineNo).text(TIME.format(opened)).text(TIME.format(reply));
    if (closed.isBefore(end)) {
      out.text(TIME.format(closed));
    } else {
      out.empty();
    }
    out.text(order.customer().id())
        .text(line.product().sku())
        .text(company.staff().draw("service", province, dice).id())
        .text(kind.id())
        .number(order.id());
    if (closed.isBefore(end) && dice.chance(ANSWERED)) {
      out.number(satisfaction(replyHours, complaint, leaving, dice));
    } else {
      out.empty();
    }
    out.end();
  }

  private static boolean leaving(Order order) {
    Customer.Buying buying = order.customer().buying();
    return buying.kind() == BuyingKind.LOST && order.day() > buying.to() - LEAVING_DAYS;
  }

  private static int satisfaction(
      double replyHours, boolean complaint, boolean leaving, Dice dice) {
    double score =
        4.7
            - SATISFACTION_PER_HOUR * replyHours
            - (complaint ? COMPLAINT_DISSATISFACTION : 0)
            - (leaving ? LEAVING_DISSATISFACTION : 0)
            + 0.6 * dice.gaussian();
    return (int) Math.max(1, Math.min(5, StrictMath.rint(score)));
  }

  long rows() {
    return out.rows();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
