package org.quadrille.etl.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the customers: long-tailed in purchasing power, of five kinds of behaviour. */
final class Customers {
  /** Number of customers at scale 1. */
  static final int AT_SCALE_ONE = 5000;

  /**
   * Deviation of the logarithm of purchasing power. For a log-normal quantity the top 20 % have 80
   * % at 1.68; orders that come and go, growth and noise add to the spread, so a smaller one gives
   * 80 % of the sales.
   */
  private static final double SIGMA = 1.52;

  /** Share of the customers (one-off ones aside) that came before the sample begins. */
  private static final double FROM_BEFORE = 0.7;

  private static final List<BuyingKind> KINDS = List.of(BuyingKind.values());

  private final Seed seed;
  private final Geography geography;
  private final Staff staff;
  private final List<Industry> industries = Industry.readAll();
  private final Weights industryWeights = Weights.of(industries, Industry::weight);
  private final Weights kindWeights = Weights.of(KINDS, BuyingKind::share);
  private final CompanyNames names;
  private final People people = new People();

  Customers(Seed seed, Geography geography, Staff staff, CompanyNames names) {
    this.seed = seed;
    this.geography = geography;
    this.staff = staff;
    this.names = names;
  }

  List<Customer> make(int count) {
    List<Customer> customers = new ArrayList<>(count);
    int[] ranks = shuffledRanks(count);
    for (int i = 0; i < count; i++) {
      customers.add(make(i, (ranks[i] + 0.5) / count));
    }
    return customers;
  }

  /** Ranks instead of free draws: the tail is as long as it should be in a small company too. */
  private int[] shuffledRanks(int count) {
    int[] ranks = new int[count];
    Dice dice = seed.dice("customer rank");
    for (int i = 0; i < count; i++) {
      int j = dice.below(i + 1);
      ranks[i] = ranks[j];
      ranks[j] = i;
    }
    return ranks;
  }

  private Customer make(int index, double position) {
    Dice dice = seed.dice("customer", index);
    Region region = geography.draw(dice);
    Industry industry = industries.get(dice.pick(industryWeights));
    SizeClass size = size(position + dice.uniform(-0.08, 0.08));
    String channel = channel(industry, size, dice);
    String duty =
        size == SizeClass.LARGE
            ? "key"
            : channel.equals("WEB") || channel.equals("MARKET") ? "online" : "field";
    double weight = StrictMath.exp(SIGMA * NormalQuantile.of(position) - SIGMA * SIGMA / 2);
    return new Customer(
        index,
        String.format(Locale.ROOT, "C%06d", index + 1),
        names.draw(region, industry, dice),
        industry,
        size,
        channel,
        people.draw(region.province().china(), dice),
        phone(region, dice),
        region,
        staff.draw(duty, region.province(), dice),
        buying(KINDS.get(dice.pick(kindWeights)), weight, industry, dice));
  }

  private static SizeClass size(double position) {
    if (position > 0.94) {
      return SizeClass.LARGE;
    }
    return position > 0.7 ? SizeClass.MEDIUM : SizeClass.SMALL;
  }

  private static String channel(Industry industry, SizeClass size, Dice dice) {
    if (industry.name().en().equals("Online Shops")) {
      return dice.chance(0.6) ? "MARKET" : "EDI";
    }
    double draw = dice.uniform();
    return switch (size) {
      case LARGE -> draw < 0.5 ? "EDI" : "FIELD";
      case MEDIUM -> draw < 0.55 ? "FIELD" : draw < 0.8 ? "PHONE" : "WEB";
      case SMALL -> draw < 0.3 ? "FIELD" : draw < 0.65 ? "PHONE" : draw < 0.9 ? "WEB" : "MARKET";
    };
  }

  /** One digit short in every country, so that no real number is met. */
  private static String phone(Region region, Dice dice) {
    String country =
        switch (region.province().id().substring(0, 2)) {
          case "CN" -> "+86 1";
          case "DE" -> "+49 1";
          case "FR" -> "+33 ";
          case "IT" -> "+39 ";
          case "ES" -> "+34 ";
          case "NL" -> "+31 ";
          case "PL" -> "+48 ";
          case "GB" -> "+44 ";
          default -> throw new IllegalStateException("no dialling code for " + region.id());
        };
    int digits = region.province().china() ? 9 : 7;
    return country + String.format(Locale.ROOT, "%0" + digits + "d", dice.below(10_000_000));
  }

  private static Customer.Buying buying(
      BuyingKind kind, double weight, Industry industry, Dice dice) {
    int from = dice.chance(FROM_BEFORE) ? -dice.between(10, 2600) : dice.between(0, 900);
    int to = Days.LAST;
    switch (kind) {
      case STEADY, GROWING -> {
        // to the end
      }
      case SLEEPING -> {
        from = Math.min(from, 600);
        to = Days.LAST - dice.between(92, 270);
      }
      case LOST -> {
        from = Math.min(from, 400);
        to = dice.between(Math.max(from + 90, 120), Days.LAST - 366);
      }
      case ONE_OFF -> {
        from = dice.between(0, Days.LAST - 30);
        to = from + 27;
      }
    }
    return new Customer.Buying(kind, weight, from, to, taste(industry, dice));
  }

  /** The industry's taste, a little different for each. */
  private static List<Double> taste(Industry industry, Dice dice) {
    List<Double> drawn = industry.taste().stream().map(t -> t * dice.noise(0.4)).toList();
    double total = drawn.stream().mapToDouble(Double::doubleValue).sum();
    return drawn.stream().map(t -> t / total).toList();
  }
}
