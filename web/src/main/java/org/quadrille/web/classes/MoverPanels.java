package org.quadrille.web.classes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.analysis.AbcClass;
import org.quadrille.cubes.classes.ClassMoves;
import org.quadrille.cubes.classes.ClassedMember;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.Cells;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.page.DataTable.Column;
import org.quadrille.web.page.DataTable.Line;
import org.quadrille.web.page.DataTable.Value;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.text.Messages;
import org.quadrille.web.text.NumberText;

/** Lists of customers: plans of the classes, alarms, those near a line, those of a cell. */
final class MoverPanels {
  private static final int SOME = 15;
  private static final int PAGE = 50;

  private final ClassesView view;
  private final Messages text;
  private final NumberText numbers;
  private final Cells cells;
  private final ClassMoves moves;

  MoverPanels(ClassesView view, ClassMoves moves) {
    this.view = Objects.requireNonNull(view, "view");
    this.text = view.text();
    this.numbers = view.numbers();
    this.cells = view.cells();
    this.moves = Objects.requireNonNull(moves, "moves");
  }

  PanelView plans() {
    List<Column> columns =
        List.of(
            Column.text(text.get("table.class")),
            Column.number(text.get("classes.customers")),
            Column.number(view.measure()),
            Column.text(text.get("classes.plan")));
    List<Line> lines = new ArrayList<>();
    for (AbcClass abc : List.of(AbcClass.A, AbcClass.B, AbcClass.C)) {
      lines.add(
          Line.of(
              List.of(
                  view.classValue(abc),
                  cells.whole(moves.count(abc)),
                  cells.compact(moves.value(abc).doubleValue()),
                  Value.of(text.get("classes.plan." + ClassesChoice.code(abc))))));
    }
    lines.add(sleeping("alarm", AbcClass.A, AbcClass.B));
    lines.add(sleeping("wake", AbcClass.C, AbcClass.D));
    DataTable table = new DataTable(view.title("plans"), columns, lines);
    return view.panel(
        "plans", view.months(), List.of(new Block.TableBlock(table, false)), "classes.how.plans");
  }

  /** Those who are in D, by the classes they were in. */
  private Line sleeping(String plan, AbcClass... was) {
    int count = 0;
    BigDecimal value = BigDecimal.ZERO;
    for (AbcClass abc : was) {
      count += moves.cell(abc, AbcClass.D).count();
      value = value.add(moves.cell(abc, AbcClass.D).before());
    }
    Value name = Value.of(text.get("classes.plan." + plan + ".who"));
    return Line.of(
        List.of(
            plan.equals("alarm") ? name.opening("#panel-alarms") : name,
            cells.whole(count),
            cells.compact(-value.doubleValue()),
            Value.of(text.get("classes.plan." + plan))));
  }

  PanelView alarms() {
    List<ClassedMember> alarms = moves.alarms();
    BigDecimal value =
        alarms.stream().map(ClassedMember::before).reduce(BigDecimal.ZERO, BigDecimal::add);
    String sentence =
        text.get(
            "classes.alarms.sentence",
            numbers.whole(alarms.size()),
            numbers.compact(value.doubleValue()),
            view.choice().monthText(view.choice().against()));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.SentenceBlock(sentence));
    if (!alarms.isEmpty()) {
      blocks.addAll(some(alarms, sentence));
      blocks.add(new Block.NotesBlock(List.of(text.get("classes.plan.alarm"))));
    }
    return view.panel("alarms", view.months(), blocks, "classes.how.alarms");
  }

  PanelView near() {
    ClassMoves.Near near = moves.near(view.choice().near() / 100.0);
    String percent = numbers.roundPercent(view.choice().near() / 100.0);
    List<Block> blocks = new ArrayList<>();
    String rising = text.get("classes.near.rising", numbers.whole(near.rising().size()), percent);
    blocks.add(new Block.SentenceBlock(rising));
    if (!near.rising().isEmpty()) {
      blocks.addAll(some(near.rising(), rising));
    }
    String falling =
        text.get("classes.near.falling", numbers.whole(near.falling().size()), percent);
    blocks.add(new Block.SentenceBlock(falling));
    if (!near.falling().isEmpty()) {
      blocks.addAll(some(near.falling(), falling));
    }
    return view.panel("near", view.months(), blocks, "classes.how.near");
  }

  private List<Block> some(List<ClassedMember> members, String caption) {
    int most = view.context().allRows() ? Integer.MAX_VALUE : SOME;
    List<ClassedMember> shown = members.stream().limit(most).toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.TableBlock(table(shown, caption), false));
    if (members.size() > shown.size()) {
      blocks.add(
          new Block.NotesBlock(
              List.of(
                  text.get(
                      "list.cut", numbers.whole(shown.size()), numbers.whole(members.size())))));
    }
    return blocks;
  }

  PanelView list() {
    AbcClass now = view.choice().now();
    AbcClass was = view.choice().was();
    List<ClassedMember> members = moves.of(was, now);
    int rows = view.context().allRows() ? Math.max(1, members.size()) : PAGE;
    int pages = Math.max(1, (members.size() + rows - 1) / rows);
    int page = Math.min(pages, Math.max(1, pageNumber()));
    int from = (page - 1) * rows;
    int to = Math.min(members.size(), from + rows);
    String caption =
        text.get(
            was == null ? "classes.list.new" : "classes.list.sentence",
            numbers.whole(members.size()),
            was == null ? "" : was.name(),
            now.name(),
            view.choice().monthText(view.choice().against()),
            view.choice().monthText(view.choice().month()));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.SentenceBlock(caption));
    if (members.isEmpty()) {
      return view.panel("list", view.months(), blocks, "classes.how.list");
    }
    blocks.add(new Block.TableBlock(table(members.subList(from, to), caption), false));
    String range =
        text.get(
            "pager.rows",
            numbers.whole(from + 1),
            numbers.whole(to),
            numbers.whole(members.size()));
    blocks.add(
        new Block.PagerBlock(
            range,
            page > 1 ? pageAddress(page - 1) : null,
            page < pages ? pageAddress(page + 1) : null));
    return view.panel("list", view.months(), blocks, "classes.how.list");
  }

  private String pageAddress(int page) {
    return view.context().here().with("page", page == 1 ? null : String.valueOf(page))
        + "#panel-list";
  }

  private int pageNumber() {
    String page = view.context().request().parameter("page");
    return page != null && page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1;
  }

  private DataTable table(List<ClassedMember> members, String caption) {
    List<Column> columns =
        List.of(
            Column.text(view.choice().level().caption()),
            Column.text(text.get("classes.was")),
            Column.text(text.get("classes.now")),
            Column.number(view.choice().monthText(view.choice().against())),
            Column.number(view.choice().monthText(view.choice().month())),
            Column.number(text.get("table.difference")),
            Column.text(text.get("classes.first")),
            Column.text(text.get("classes.last")));
    return new DataTable(caption, columns, members.stream().map(this::line).toList());
  }

  private Line line(ClassedMember member) {
    String name = member.member().uniqueName();
    double change = member.value().subtract(member.before()).doubleValue();
    String customer =
        view.choice()
            .scope()
            .elsewhere("/pareto")
            .without("customer")
            .with("customer", name)
            .toString();
    return Line.of(
        List.of(
            Value.link(member.member().caption(), customer),
            view.classValue(member.was()),
            view.classValue(member.now()),
            view.money(member.before())
                .opening(
                    member.before().signum() == 0
                        ? null
                        : view.choice().rows(name, view.choice().against())),
            view.money(member.value())
                .opening(
                    member.value().signum() == 0
                        ? null
                        : view.choice().rows(name, view.choice().month())),
            cells.signedCompact(change).changing(change),
            Value.of(view.choice().monthText(member.first())),
            Value.of(view.choice().monthText(member.last()))
                .opening(view.choice().rows(name, member.last()))));
  }
}
