package org.quadrille.etl.sample;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes the source files of the sample company, with the load job, the schema and a server
 * configuration beside them. The same seed and scale give the same bytes. Memory grows with the
 * number of customers, not of order lines.
 */
public final class SampleGenerator {
  /**
   * The seed of {@code generate} and {@code demo} where none is given; the documentation's numbers
   * hold for it.
   */
  public static final long DEFAULT_SEED = 20230101;

  private static final double LARGEST_SCALE = 1000;

  /** Files that go beside the data as they are. */
  private static final List<String> COMPANIONS = List.of("sample.yaml", "sample.xml", "serve.yaml");

  private final long seed;
  private final double scale;

  /**
   * @param scale 1 for about 500,000 order lines and 5,000 customers; above 0, at most 1000
   * @throws IllegalArgumentException if the scale is out of range
   */
  public SampleGenerator(long seed, double scale) {
    if (!(scale > 0 && scale <= LARGEST_SCALE)) {
      throw new IllegalArgumentException(
          "scale must be above 0 and at most 1000 but is "
              + scale
              + "; 1 makes about 500,000 order lines");
    }
    this.seed = seed;
    this.scale = scale;
  }

  /**
   * Writes all files into a folder, which is made if it does not exist; files of the same names are
   * replaced.
   *
   * @param progress gets a line of text whenever a file is done
   * @return what was written; also in {@code truth.json}
   * @throws IOException if a file cannot be written
   */
  public SampleTruth generate(Path folder, Consumer<String> progress) throws IOException {
    requireNonNull(progress, "progress is null");
    Files.createDirectories(folder);
    Company company = Company.make(new Seed(seed), scale);
    Map<String, Long> rows = new LinkedHashMap<>();
    MasterFiles master = new MasterFiles(company, folder, rows);
    Market market = new Market(company);
    master.writeRegions();
    master.writeEmployees();
    master.writeProspects();
    Workbooks workbooks = new Workbooks(company, folder, rows);
    workbooks.writeCatalogue();
    workbooks.writeCodes(market.offers());
    progress.accept("regions, employees, prospects, catalogue, codes: done");

    SalesTally tally;
    List<SampleTruth.Sequence> sequences;
    try (ServiceCases cases = new ServiceCases(company, folder.resolve("service-cases.csv"))) {
      SalesWriter sales = new SalesWriter(company, cases);
      tally = sales.write(folder, rows, progress);
      sequences = sales.sequences();
      put(rows, "service-cases.csv", cases.rows(), progress);
    }
    master.writeCustomers(tally);
    master.writeBehaviour();
    put(
        rows,
        "contacts.csv",
        new Contacts(company).write(folder.resolve("contacts.csv")),
        progress);
    Bids bids = new Bids(company);
    put(rows, "bids.csv", bids.write(folder.resolve("bids.csv")), progress);
    put(rows, "market.parquet", market.write(folder.resolve("market.parquet")), progress);

    SampleTruth truth =
        new SampleTruth(
            seed,
            scale,
            rows,
            tally.dirtyRows(),
            tally.loaded(),
            tally.loadedByYear(),
            tally.loadedByCategory(),
            tally.orders(),
            tally.buyingCustomers(),
            tally.topFifthShare(),
            kinds(company),
            tally.baskets(),
            sequences,
            bids.decided());
    for (String companion : COMPANIONS) {
      copy(companion, folder.resolve(companion));
    }
    Files.writeString(folder.resolve("truth.json"), TruthJson.of(truth));
    return truth;
  }

  private static void put(
      Map<String, Long> rows, String file, long count, Consumer<String> progress) {
    rows.put(file, count);
    progress.accept(String.format(Locale.ROOT, "%s: %,d rows", file, count));
  }

  private static Map<String, Long> kinds(Company company) {
    Map<String, Long> kinds = new LinkedHashMap<>();
    for (BuyingKind kind : BuyingKind.values()) {
      kinds.put(kind.id(), 0L);
    }
    for (Customer customer : company.customers()) {
      kinds.merge(customer.buying().kind().id(), 1L, Long::sum);
    }
    return kinds;
  }

  private static void copy(String resource, Path to) throws IOException {
    try (InputStream in = SampleGenerator.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource not found: " + resource);
      }
      Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
