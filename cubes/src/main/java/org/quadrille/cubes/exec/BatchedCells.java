package org.quadrille.cubes.exec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.store.Rows;
import org.quadrille.cubes.store.StarQuery;
import org.quadrille.cubes.store.StarQuery.Condition;
import org.quadrille.cubes.store.StarQuery.GrainLevel;
import org.quadrille.cubes.store.StarQuery.MembersIn;
import org.quadrille.cubes.store.StarResult;
import org.quadrille.cubes.store.StoreSession;

/**
 * Cells from segments. What no segment holds is noted, and all that was noted is fetched together
 * by one statement: for each kind of cell the box of members that was asked for, with every measure
 * that the query uses.
 */
final class BatchedCells implements CellSource {
  /** From this share of a level on, the whole level is fetched instead of a list of members. */
  private static final double WHOLE_LEVEL = 0.6;

  /** How many shapes of cells are remembered; queries alternate between few. */
  private static final int SHAPES = 8;

  private final StoreSession session;
  private final SegmentCache cache;
  private final Set<MeasureMember> queryMeasures;
  private final Map<CellAddress.Kind, Box> wanted = new LinkedHashMap<>();
  private final Map<CellAddress.Kind, List<Segment>> own = new LinkedHashMap<>();
  private final @Nullable CellShape[] shapes = new @Nullable CellShape[SHAPES];
  private int nextShape;
  private long missing;

  /** The members and measures of one kind that were asked for. */
  private static final class Box {
    private final List<BitRows> rows = new ArrayList<>();
    private final Set<MeasureMember> measures = new LinkedHashSet<>();

    Box(int width) {
      for (int i = 0; i < width; i++) {
        rows.add(new BitRows());
      }
    }
  }

  /**
   * Cells for one query.
   *
   * @param queryMeasures stored measures that the query mentions
   */
  BatchedCells(StoreSession session, SegmentCache cache, Set<MeasureMember> queryMeasures) {
    this.session = session;
    this.cache = cache;
    this.queryMeasures = queryMeasures;
  }

  @Override
  public @Nullable Object get(
      MeasureMember measure, @Nullable Member[] current, List<Restriction> restrictions) {
    for (int i = 0; i < shapes.length; i++) {
      CellShape shape = shapes[i];
      if (shape != null && shape.take(measure, current, restrictions)) {
        Object value = shape.find(measure);
        if (value != Segment.NOT_COVERED) {
          return value;
        }
        note(shape.address(measure));
        return null;
      }
    }
    CellAddress address = CellAddress.of(measure, current, restrictions);
    if (address == null) {
      return null;
    }
    List<Segment> known = segments(address.kind());
    if (CellShape.isPossible(address, current)) {
      shapes[nextShape] = new CellShape(address, current, restrictions, known);
      nextShape = (nextShape + 1) % shapes.length;
    }
    for (Segment segment : known) {
      Object value = segment.get(measure, address.rows());
      if (value != Segment.NOT_COVERED) {
        return value;
      }
    }
    note(address);
    return null;
  }

  /** The segments that this query uses, so that what others evict does not concern it. */
  List<Segment> segments(CellAddress.Kind kind) {
    return own.computeIfAbsent(kind, cache::find);
  }

  private void note(CellAddress address) {
    missing++;
    Box box = wanted.computeIfAbsent(address.kind(), k -> new Box(address.rows().length));
    for (int i = 0; i < address.rows().length; i++) {
      box.rows.get(i).add(address.rows()[i]);
    }
    box.measures.add(address.measure());
  }

  @Override
  public long missing() {
    return missing;
  }

  @Override
  public boolean load() {
    if (wanted.isEmpty()) {
      return false;
    }
    List<StarQuery> queries = new ArrayList<>();
    List<CellAddress.Kind> kinds = new ArrayList<>();
    List<@Nullable Rows[]> boxes = new ArrayList<>();
    wanted.forEach(
        (kind, box) -> {
          @Nullable Rows[] covered = covered(kind, box.rows);
          queries.add(query(kind, covered, measures(kind, box)));
          kinds.add(kind);
          boxes.add(covered);
        });
    wanted.clear();
    fetch(queries, kinds, boxes);
    return true;
  }

  /** A box of cells of one kind. */
  record BoxRequest(CellAddress.Kind kind, List<BitRows> rows, List<MeasureMember> measures) {}

  /** Fetches those boxes that no segment has, by one statement. */
  void fetch(List<BoxRequest> requests) {
    List<StarQuery> queries = new ArrayList<>();
    List<CellAddress.Kind> kinds = new ArrayList<>();
    List<@Nullable Rows[]> boxes = new ArrayList<>();
    for (BoxRequest request : requests) {
      @Nullable Rows[] covered = covered(request.kind(), request.rows());
      if (find(request.kind(), covered, request.measures()) == null) {
        queries.add(query(request.kind(), covered, request.measures()));
        kinds.add(request.kind());
        boxes.add(covered);
      }
    }
    if (!queries.isEmpty()) {
      fetch(queries, kinds, boxes);
    }
  }

  /** The segment that has a box that was fetched. */
  Segment segmentOf(BoxRequest request) {
    Segment segment =
        find(request.kind(), covered(request.kind(), request.rows()), request.measures());
    if (segment == null) {
      throw new IllegalStateException("the box was not fetched: " + request);
    }
    return segment;
  }

  private @Nullable Segment find(
      CellAddress.Kind kind, @Nullable Rows[] covered, List<MeasureMember> measures) {
    for (Segment segment : segments(kind)) {
      if (segment.coversBox(covered, measures)) {
        return segment;
      }
    }
    return null;
  }

  private void fetch(
      List<StarQuery> queries, List<CellAddress.Kind> kinds, List<@Nullable Rows[]> boxes) {
    java.util.Arrays.fill(shapes, null);
    List<StarQuery> possible = new ArrayList<>();
    for (StarQuery query : queries) {
      if (isPossible(query)) {
        possible.add(query);
      }
    }
    List<StarResult> results = possible.isEmpty() ? List.of() : session.run(possible);
    int next = 0;
    for (int i = 0; i < queries.size(); i++) {
      StarResult result =
          isPossible(queries.get(i)) ? results.get(next++) : StarResult.empty(queries.get(i));
      Segment segment = new Segment(kinds.get(i), boxes.get(i), result);
      cache.add(segment);
      List<Segment> mine = new ArrayList<>();
      mine.add(segment);
      mine.addAll(segments(kinds.get(i)));
      own.put(kinds.get(i), mine);
    }
  }

  /** A union without alternatives has no facts; it needs no statement. */
  private static boolean isPossible(StarQuery query) {
    return query.conditions().stream()
        .noneMatch(c -> c instanceof StarQuery.AnyOf any && any.conditions().isEmpty());
  }

  private List<MeasureMember> measures(CellAddress.Kind kind, Box box) {
    Set<MeasureMember> measures = new LinkedHashSet<>(box.measures);
    for (MeasureMember measure : queryMeasures) {
      if (measure.group() == kind.group()) {
        measures.add(measure);
      }
    }
    return List.copyOf(measures);
  }

  private static @Nullable Rows[] covered(CellAddress.Kind kind, List<BitRows> wantedRows) {
    @Nullable Rows[] covered = new @Nullable Rows[kind.grain().size()];
    for (int i = 0; i < covered.length; i++) {
      GrainLevel grain = kind.grain().get(i);
      Hierarchy hierarchy = grain.hierarchy();
      int all = hierarchy.members().levelSize(grain.level().depth());
      BitRows rows = wantedRows.get(i);
      covered[i] = rows.size() > 1 && rows.size() >= all * WHOLE_LEVEL ? null : rows.toRows();
    }
    return covered;
  }

  private static StarQuery query(
      CellAddress.Kind kind, @Nullable Rows[] covered, List<MeasureMember> measures) {
    List<Condition> conditions = new ArrayList<>();
    for (int i = 0; i < covered.length; i++) {
      if (covered[i] != null) {
        conditions.add(new MembersIn(kind.grain().get(i), covered[i]));
      }
    }
    for (Restriction restriction : kind.restrictions()) {
      Condition condition = restriction.condition(h -> CellAddress.joins(kind.group(), h));
      conditions.add(condition == null ? new StarQuery.AnyOf(List.of()) : condition);
    }
    return new StarQuery(kind.group(), kind.grain(), conditions, measures);
  }
}
