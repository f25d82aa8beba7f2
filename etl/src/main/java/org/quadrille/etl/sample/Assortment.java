package org.quadrille.etl.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What the company sells: categories, subcategories and products with their popularity. */
final class Assortment {
  /** Items × two brands × packs. */
  private static final int PER_SUBCATEGORY = 20;

  /**
   * The most popular of a subcategory; always old enough to be compared with competitors' products.
   */
  private static final int FLAGSHIP = 0;

  private final List<Category> categories;
  private final List<Subcategory> subcategories;
  private final List<Product> products;
  private final List<List<Subcategory>> byCategory;
  private final List<Weights> subcategoryWeights;
  private final List<List<Double>> demand;
  private final Weights popularity = Weights.zipf(PER_SUBCATEGORY, 0.8);

  private Assortment(
      List<Category> categories, List<Subcategory> subcategories, List<Product> products) {
    this.categories = List.copyOf(categories);
    this.subcategories = List.copyOf(subcategories);
    this.products = List.copyOf(products);
    demand = categories.stream().map(Category::demand).toList();
    byCategory =
        categories.stream()
            .map(c -> subcategories.stream().filter(s -> s.category().equals(c)).toList())
            .toList();
    subcategoryWeights =
        byCategory.stream().map(list -> Weights.of(list, Subcategory::weight)).toList();
  }

  static Assortment make(Seed seed) {
    List<Category> categories = readCategories();
    List<Subcategory> subcategories = readSubcategories(categories);
    List<List<String>> suppliers = ParameterList.read("suppliers.txt");
    List<Product> products = new ArrayList<>();
    for (Subcategory subcategory : subcategories) {
      List<Product.Supplier> candidates =
          suppliers.stream()
              .filter(s -> s.get(3).contains(subcategory.category().id()))
              .map(s -> new Product.Supplier(s.get(0), new Name(s.get(1), s.get(2))))
              .toList();
      addProducts(seed.dice("product", subcategory.index()), subcategory, candidates, products);
    }
    return new Assortment(categories, subcategories, products);
  }

  private static List<Category> readCategories() {
    List<List<String>> entries = ParameterList.read("categories.txt");
    return IntStream.range(0, entries.size())
        .mapToObj(
            i -> {
              List<String> fields = entries.get(i);
              return new Category(
                  i,
                  fields.get(0),
                  new Name(fields.get(1), fields.get(2)),
                  Double.parseDouble(fields.get(3)),
                  Double.parseDouble(fields.get(4)),
                  ParameterList.nameList(fields.get(5)),
                  ParameterList.numbers(fields.get(6)));
            })
        .toList();
  }

  private static List<Subcategory> readSubcategories(List<Category> categories) {
    List<Subcategory> subcategories = new ArrayList<>();
    for (List<String> fields : ParameterList.read("subcategories.txt")) {
      Category category =
          categories.stream().filter(c -> c.id().equals(fields.get(0))).findFirst().orElseThrow();
      subcategories.add(
          new Subcategory(
              subcategories.size(),
              fields.get(1),
              new Name(fields.get(2), fields.get(3)),
              category,
              fields.get(4).equals("yes"),
              Double.parseDouble(fields.get(5)),
              Double.parseDouble(fields.get(6)),
              Double.parseDouble(fields.get(7)),
              ParameterList.nameList(fields.get(8)),
              ParameterList.nameList(fields.get(9))));
    }
    return subcategories;
  }

  private static void addProducts(
      Dice dice, Subcategory subcategory, List<Product.Supplier> suppliers, List<Product> out) {
    List<Name> brands = subcategory.category().brands();
    int shift = dice.below(PER_SUBCATEGORY);
    for (int rank = 0; rank < PER_SUBCATEGORY; rank++) {
      // seven is coprime to twenty: neighbours in popularity differ in item, brand and pack
      int variant = (rank * 7 + shift) % PER_SUBCATEGORY;
      Name item = subcategory.items().get(variant % 5);
      Name brand = brands.get((subcategory.index() + variant / 5 % 2 * 3) % brands.size());
      Name pack = subcategory.packs().get(variant / 10);
      boolean late = rank != FLAGSHIP && dice.chance(0.15);
      int launchDay = late ? dice.between(30, Days.COUNT - 120) : -dice.between(30, 2500);
      String sku = String.format(Locale.ROOT, "%s-%02d", subcategory.id(), rank + 1);
      double packFactor = variant / 10 == 0 ? 1 : 1.6;
      out.add(
          new Product(
              out.size(),
              sku,
              brand.plus(item).plus(pack),
              subcategory,
              brand,
              dice.oneOf(suppliers),
              launchDay,
              PriceHistory.draw(dice, launchDay, subcategory.cost() * packFactor)));
    }
  }

  List<Category> categories() {
    return categories;
  }

  List<Subcategory> subcategories() {
    return subcategories;
  }

  List<Product> products() {
    return products;
  }

  Subcategory subcategory(String id) {
    return subcategories.stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no subcategory " + id));
  }

  /** The product of a subcategory that is compared with competing products. */
  Product flagship(Subcategory subcategory) {
    return products.get(subcategory.index() * PER_SUBCATEGORY + FLAGSHIP);
  }

  /** How strongly a category sells in a month of the sample: season and growth together. */
  double demand(Category category, int month) {
    return demand.get(category.index()).get(month);
  }

  /** A product of a category that is on sale on the day, drawn by popularity. */
  Product drawFrom(Category category, int day, Dice dice) {
    int inCategory = dice.pick(subcategoryWeights.get(category.index()));
    return drawFrom(byCategory.get(category.index()).get(inCategory), day, dice);
  }

  /** A product of a subcategory that is on sale on the day, drawn by popularity. */
  Product drawFrom(Subcategory subcategory, int day, Dice dice) {
    while (true) {
      int rank = dice.pick(popularity);
      Product product = products.get(subcategory.index() * PER_SUBCATEGORY + rank);
      if (product.launchDay() <= day) {
        return product;
      }
    }
  }
}
