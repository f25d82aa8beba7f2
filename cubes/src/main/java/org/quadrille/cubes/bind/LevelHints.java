package org.quadrille.cubes.bind;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.mdx.Axis;
import org.quadrille.cubes.mdx.Expression;
import org.quadrille.cubes.mdx.Formula;
import org.quadrille.cubes.mdx.Segment;
import org.quadrille.cubes.mdx.Statement;
import org.quadrille.cubes.model.Cube;
import org.quadrille.cubes.model.Dimension;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;

/**
 * Guesses from the names in a query how deep it will look into hierarchies, so that their levels
 * are read by one statement each. A wrong guess costs time and nothing else.
 */
public final class LevelHints {
  private final Cube cube;

  private LevelHints(Cube cube) {
    this.cube = cube;
  }

  /** Tells a cube's hierarchies what a query mentions. */
  public static void give(Statement.Select select, Cube cube) {
    new LevelHints(cube).visit(select);
  }

  private void visit(Statement.Select select) {
    for (Formula formula : select.formulas()) {
      visit(formula.body());
    }
    for (Axis axis : select.axes()) {
      visit(axis.set());
    }
    if (select.slicer() != null) {
      visit(select.slicer());
    }
    if (select.source() instanceof Statement.Subselect inner) {
      visit(inner.query());
    }
  }

  private void visit(Expression expression) {
    if (expression instanceof Expression.Call call) {
      call.arguments().forEach(this::visit);
    } else if (expression instanceof Expression.Identifier identifier) {
      mention(identifier.segments());
    }
  }

  private void mention(List<Segment> segments) {
    Hierarchy hierarchy = hierarchy(name(segments.get(0)));
    if (hierarchy == null || hierarchy.isMeasures()) {
      return;
    }
    int from = 1;
    if (segments.size() > 1) {
      Hierarchy second = cube.hierarchy(name(segments.get(0)) + "." + name(segments.get(1)));
      if (second != null) {
        hierarchy = second;
        from = 2;
      }
    }
    int depth = depth(hierarchy, segments.subList(from, segments.size()));
    if (depth > 0) {
      hierarchy.members().expect(depth);
    }
  }

  private static int depth(Hierarchy hierarchy, List<Segment> path) {
    int depth = hierarchy.hasAll() ? 0 : -1;
    boolean isLevel = false;
    for (Segment segment : path) {
      String name = name(segment);
      Level level = hierarchy.level(name);
      if (level != null) {
        depth = Math.max(depth, level.depth());
        isLevel = true;
        continue;
      }
      switch (name.toUpperCase(Locale.ROOT)) {
        case "CHILDREN", "FIRSTCHILD", "LASTCHILD" -> depth++;
        case "MEMBERS", "ALLMEMBERS" -> depth = isLevel ? depth : hierarchy.levels().size() - 1;
        default -> {
          boolean isMember = segment instanceof Segment.Key || ((Segment.Name) segment).quoted();
          boolean isAll = hierarchy.hasAll() && name.equalsIgnoreCase(hierarchy.allMemberName());
          depth += isMember && !isAll && !isLevel ? 1 : 0;
        }
      }
    }
    return Math.min(depth, hierarchy.levels().size() - 1);
  }

  private @Nullable Hierarchy hierarchy(String name) {
    for (Dimension dimension : cube.dimensions()) {
      if (dimension.name().equalsIgnoreCase(name)) {
        return dimension.hierarchies().get(0);
      }
    }
    return cube.hierarchy(name);
  }

  private static String name(Segment segment) {
    return segment instanceof Segment.Name name ? name.name() : "";
  }
}
