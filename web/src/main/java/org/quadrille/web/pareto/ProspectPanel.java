package org.quadrille.web.pareto;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.quadrille.cubes.analysis.AbcClass;
import org.quadrille.cubes.analysis.CubeReader;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.Ranking;
import org.quadrille.cubes.analysis.Slice;
import org.quadrille.cubes.analysis.TimeLine;
import org.quadrille.cubes.ranking.ActiveRule;
import org.quadrille.cubes.ranking.Criterion;
import org.quadrille.cubes.ranking.MemberFacts;
import org.quadrille.cubes.ranking.OneOffRule;
import org.quadrille.cubes.ranking.Prospects;
import org.quadrille.cubes.ranking.RankChain;
import org.quadrille.cubes.ranking.RankRule;
import org.quadrille.cubes.ranking.RankRule.Weighted;
import org.quadrille.cubes.ranking.RankStep;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.Cells;
import org.quadrille.web.page.CubeChoice;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.page.DataTable.Column;
import org.quadrille.web.page.DataTable.Line;
import org.quadrille.web.page.DataTable.Value;
import org.quadrille.web.page.FactsAddress;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.text.Messages;
import org.quadrille.web.text.NumberText;

/** Prospects ranked by the same criteria, from contacts in place of orders. */
final class ProspectPanel {
  private static final int MOST = 20;

  /** What contacts can tell: potential, last contact, number of contacts. */
  private static final Set<Criterion> POSSIBLE =
      EnumSet.of(Criterion.YEAR_SALES, Criterion.RECENCY, Criterion.CONSUMABLES);

  private final PageContext context;
  private final ParetoChoice choice;
  private final CubeReader reader;
  private final Messages text;
  private final NumberText numbers;

  private ProspectPanel(PageContext context, ParetoChoice choice, CubeReader reader) {
    this.context = Objects.requireNonNull(context, "context");
    this.choice = Objects.requireNonNull(choice, "choice");
    this.reader = Objects.requireNonNull(reader, "reader");
    this.text = context.text();
    this.numbers = context.numbers();
  }

  /** Empty where no cube of the catalog tells of prospects, or other than customers are ranked. */
  static Optional<ProspectPanel> of(PageContext context, ParetoChoice choice) {
    return suits(choice)
        ? CubeChoice.first(context.catalog(), context.query(), Prospects::suits)
            .map(roles -> new ProspectPanel(context, choice, context.reader(roles.cube().name())))
        : Optional.empty();
  }

  /** Whether customers are what is ranked. */
  static boolean suits(ParetoChoice choice) {
    return choice.scope().reader().roles().dimension(DimensionRole.CUSTOMER).stream()
        .anyMatch(dimension -> dimension.hierarchies().contains(choice.hierarchy()));
  }

  PanelView panel() {
    Prospects prospects = new Prospects(reader);
    TimeLine time = TimeLine.read(reader).orElseThrow();
    int last = choice.span().last();
    List<MemberFacts> members = prospects.read(time, slice(), last);
    RankChain chain =
        RankChain.of(
            members,
            new RankChain.Rules(
                List.of(new RankStep(rule(), choice.settings().prospectCut())),
                new ActiveRule(choice.settings().active().months(), 0),
                new OneOffRule(2, 0, false),
                Map.of(),
                "",
                last));
    Ranking ranking = chain.last().ranking();
    String title = text.get("panel.pareto.prospects");
    if (ranking.entries().isEmpty()) {
      return PanelView.empty(title, text.get("panel.empty"));
    }
    int most = context.allRows() ? Integer.MAX_VALUE : MOST;
    List<Line> lines =
        ranking.entries().stream().limit(most).map(e -> line(e, chain, time)).toList();
    String sentence =
        text.get(
            "prospects.sentence",
            numbers.whole(ranking.count(AbcClass.A)),
            numbers.whole(ranking.ranked().size()),
            numbers.percent(ranking.share(AbcClass.A)));
    List<String> notes = new ArrayList<>();
    notes.add(text.get("prospects.order"));
    if (ranking.count(AbcClass.D) > 0) {
      notes.add(text.get("prospects.silent", numbers.whole(ranking.count(AbcClass.D))));
    }
    if (chain.inactive().count() > 0) {
      notes.add(text.get("prospects.inactive", numbers.whole(chain.inactive().count())));
    }
    if (ranking.entries().size() > most) {
      notes.add(text.get("list.cut", numbers.whole(MOST), numbers.whole(ranking.entries().size())));
    }
    return new PanelView(
        title,
        text.get("prospects.subtitle", choice.scope().periodText()),
        List.of(
            new Block.SentenceBlock(sentence),
            new Block.TableBlock(new DataTable(sentence, columns(prospects), lines), false),
            new Block.NotesBlock(notes)),
        List.of(text.get("prospects.how")),
        reader.asked());
  }

  /** The rule of the page, as far as contacts can tell; else the potential, then recency. */
  private RankRule rule() {
    List<Weighted> told =
        choice.settings().rule().criteria().stream()
            .map(
                c ->
                    c.criterion() == Criterion.VALUE
                        ? new Weighted(Criterion.YEAR_SALES, c.weight())
                        : c)
            .filter(c -> POSSIBLE.contains(c.criterion()) && c.weight() > 0)
            .toList();
    if (told.isEmpty()) {
      return RankRule.by(Criterion.YEAR_SALES);
    }
    return new RankRule(choice.settings().mix(), told);
  }

  /** The members of the page's slice whose dimensions the contacts have too. */
  private Slice slice() {
    Slice slice = Slice.ALL;
    for (ResultMember member : choice.scope().slice().members()) {
      boolean has =
          reader.cube().dimensions().stream()
              .flatMap(d -> d.hierarchies().stream())
              .flatMap(h -> h.levels().stream())
              .anyMatch(l -> l.uniqueName().equals(member.level()));
      boolean customer = choice.hierarchy().uniqueName().equals(member.hierarchy());
      if (has && !customer) {
        slice = slice.with(member);
      }
    }
    return slice;
  }

  private List<Column> columns(Prospects prospects) {
    return List.of(
        Column.text(prospects.level().caption()),
        Column.number(text.get("table.rank")),
        Column.number(text.get("prospects.potential")),
        Column.number(text.get("table.share")),
        Column.text(text.get("prospects.last")),
        Column.number(text.get("prospects.contacts")),
        Column.text(text.get("table.class")));
  }

  private Line line(Ranking.Entry entry, RankChain chain, TimeLine time) {
    Cells cells = new Cells(numbers);
    MemberFacts facts = Objects.requireNonNull(chain.facts().get(entry.item().key()));
    boolean outside = entry.abc() == AbcClass.D;
    Value none = Value.of(NumberText.NONE);
    String last =
        time.day() == null
            ? choice.monthText(facts.lastMonth())
            : LocalDate.ofEpochDay((long) facts.lastOrder()).toString();
    String rows = FactsAddress.of(context, reader, List.of(facts.member().uniqueName()));
    return Line.of(
        List.of(
            Value.of(entry.item().caption()),
            outside ? none : cells.whole(entry.rank()),
            outside ? none : cells.decimal(entry.item().value(), 0),
            outside ? none : cells.percent(entry.share()),
            Value.of(last),
            cells.whole(facts.orders()).opening(rows),
            RankingPanel.classValue(entry.abc())));
  }
}
