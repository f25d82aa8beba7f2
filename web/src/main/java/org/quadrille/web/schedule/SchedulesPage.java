package org.quadrille.web.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.analysis.CubeRoles;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.web.http.PageRequest;
import org.quadrille.web.page.Address;
import org.quadrille.web.page.Fragment;
import org.quadrille.web.page.Page;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PageView;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.report.ReportException;
import org.quadrille.web.report.ReportLibrary;
import org.quadrille.web.text.Messages;

/**
 * Follows what is sent, tries it, pauses it. Documents in the history may show more than a role may
 * see, so only those with all rights get here.
 */
public final class SchedulesPage implements Page {
  /** Where kept documents stand, by id. */
  public static final String DOCUMENTS = "/schedules/documents/";

  private static final int RUNS = 50;

  private final ScheduleBoard board;
  private final ReportLibrary library;

  /** Shows a board, with the titles of the reports. */
  public SchedulesPage(ScheduleBoard board, ReportLibrary library) {
    this.board = Objects.requireNonNull(board, "board");
    this.library = Objects.requireNonNull(library, "library");
  }

  @Override
  public String name() {
    return "schedules";
  }

  @Override
  public String path() {
    return "/schedules";
  }

  @Override
  public boolean suits(CubeRoles cube) {
    return true;
  }

  @Override
  public boolean choosesCube() {
    return false;
  }

  @Override
  public Optional<PanelView> panel(String id, PageContext context) {
    return Optional.empty();
  }

  @Override
  public PageView view(PageContext context) {
    Messages text = context.text();
    String title = text.get("nav.schedules");
    if (context.query().role() != null) {
      return PageView.problem(title, text.get("schedules.all-rights"));
    }
    PageView empty =
        new PageView(
            title,
            text.get("schedules.subtitle"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null);
    return empty.with(new Fragment("schedules.ftlh", model(context)), List.of("schedules.css"));
  }

  @Override
  public Optional<Address> submit(String id, PageContext context) {
    if (context.query().role() != null) {
      throw new UnknownNameException(context.text().get("schedules.all-rights"));
    }
    PageRequest request = context.request();
    String schedule = request.field("schedule");
    if (schedule == null) {
      return Optional.empty();
    }
    Address back = context.here().only("lang", "catalog");
    try {
      switch (id) {
        case "pause" -> board.pause(schedule, true);
        case "resume" -> board.pause(schedule, false);
        case "send" -> {
          String to = Objects.requireNonNullElse(request.field("to"), "");
          board.sendNow(schedule, index(request.field("reader")), to.strip());
          return Optional.of(back.with("sent", to.strip()));
        }
        default -> {
          return Optional.empty();
        }
      }
    } catch (IllegalArgumentException e) {
      throw new UnknownNameException(String.valueOf(e.getMessage()));
    }
    return Optional.of(back);
  }

  private static int index(@Nullable String text) {
    return text == null ? 0 : Integer.parseInt(text);
  }

  private SchedulesView model(PageContext context) {
    Messages text = context.text();
    List<PlannedReport> schedules = board.schedules();
    Map<String, ZoneId> zones = new HashMap<>();
    schedules.forEach(each -> zones.put(each.name(), each.zone()));
    List<ReportRun> runs = board.history(RUNS);
    Address here = context.here().only("lang", "catalog");
    String sent = context.request().parameter("sent");
    String query = here.toString();
    return new SchedulesView(
        query.contains("?") ? query.substring(query.indexOf('?')) : "",
        query,
        sent == null ? null : text.get("schedules.on-the-way", sent),
        schedules.stream().map(each -> row(text, each)).toList(),
        runs.stream()
            .map(run -> past(text, run, zones.getOrDefault(run.schedule(), ZoneOffset.UTC)))
            .toList(),
        runs.stream().anyMatch(run -> run.outcome().atWork()));
  }

  private SchedulesView.Row row(Messages text, PlannedReport schedule) {
    List<String> readers =
        schedule.readers().stream()
            .map(
                reader ->
                    reader.role() == null
                        ? text.get("schedules.reader", reader.shown(), reader.language().ownName())
                        : text.get(
                            "schedules.reader-role",
                            reader.shown(),
                            reader.language().ownName(),
                            reader.role()))
            .toList();
    Instant next = schedule.next();
    return new SchedulesView.Row(
        schedule.name(),
        title(text, schedule.report()),
        new TimesText(text).of(schedule.cron()),
        schedule.zone().getId(),
        next == null || schedule.paused() ? "" : time(text, next, schedule.zone()),
        schedule.paused(),
        readers,
        String.join(", ", schedule.formats()),
        schedule.onlyIfChanged());
  }

  private String title(Messages text, String report) {
    try {
      String title = library.get(report).head().title(text.language());
      return title.isEmpty() ? report : title;
    } catch (ReportException e) {
      return report;
    }
  }

  private static SchedulesView.Past past(Messages text, ReportRun run, ZoneId zone) {
    List<SchedulesView.Delivered> deliveries =
        run.deliveries().stream()
            .map(
                each ->
                    new SchedulesView.Delivered(
                        each.recipient(),
                        text.get("schedules.outcome." + each.outcome().code()),
                        each.outcome().tone(),
                        Objects.requireNonNullElse(each.message(), ""),
                        each.documents()))
            .toList();
    return new SchedulesView.Past(
        run.schedule(),
        time(text, run.due(), zone),
        run.test(),
        text.get("schedules.outcome." + run.outcome().code()),
        run.outcome().tone(),
        run.attempts() > 1 ? text.get("schedules.attempts", String.valueOf(run.attempts())) : "",
        run.duration() == null ? "" : duration(text, run.duration()),
        deliveries);
  }

  private static String time(Messages text, Instant time, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(text.language().locale())
        .format(time.atZone(zone));
  }

  private static String duration(Messages text, Duration duration) {
    long seconds = Math.max(1, Math.round(duration.toMillis() / 1000.0));
    return seconds < 120
        ? text.get("schedules.seconds", String.valueOf(seconds))
        : text.get("schedules.minutes", String.valueOf(Math.round(seconds / 60.0)));
  }
}
