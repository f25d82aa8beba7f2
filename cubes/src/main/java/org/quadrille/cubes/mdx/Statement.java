package org.quadrille.cubes.mdx;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.mdx.Expression.Identifier;

/** One MDX statement. */
public sealed interface Statement {
  /** Where the statement begins. */
  Place place();

  /** MDX text of the statement, in a normal spelling; parsing it gives an equal tree. */
  default String toMdx() {
    return StatementText.of(this);
  }

  /**
   * {@code WITH … SELECT … FROM … WHERE …}.
   *
   * @param slicer the WHERE clause, null without one
   * @param cellProperties names after CELL PROPERTIES, empty without the clause
   */
  record Select(
      List<Formula> formulas,
      List<Axis> axes,
      Source source,
      @Nullable Expression slicer,
      List<Segment.Name> cellProperties,
      Place place)
      implements Statement {
    public Select {
      formulas = List.copyOf(formulas);
      axes = List.copyOf(axes);
      Objects.requireNonNull(source, "source");
      cellProperties = List.copyOf(cellProperties);
      Objects.requireNonNull(place, "place");
    }
  }

  /**
   * {@code DRILLTHROUGH MAXROWS n FIRSTROWSET n SELECT … RETURN …}.
   *
   * @param maxRows null where not given
   * @param firstRow counted from 1, null where not given
   * @param columns what RETURN lists, empty without it
   */
  record DrillThrough(
      Select query,
      @Nullable Integer maxRows,
      @Nullable Integer firstRow,
      List<Identifier> columns,
      Place place)
      implements Statement {
    public DrillThrough {
      Objects.requireNonNull(query, "query");
      columns = List.copyOf(columns);
      Objects.requireNonNull(place, "place");
    }
  }

  /** {@code EXPLAIN PLAN FOR statement}. */
  record Explain(Statement statement, Place place) implements Statement {
    public Explain {
      Objects.requireNonNull(statement, "statement");
      Objects.requireNonNull(place, "place");
    }
  }

  /** {@code CREATE SESSION MEMBER cube.name AS …} and {@code CREATE SESSION SET}. */
  record CreateSession(Identifier cube, Formula formula, Place place) implements Statement {
    public CreateSession {
      Objects.requireNonNull(cube, "cube");
      Objects.requireNonNull(formula, "formula");
      Objects.requireNonNull(place, "place");
    }
  }

  /** {@code DROP MEMBER cube.name} and {@code DROP SET}; the name begins with the cube. */
  record DropSession(boolean set, Identifier name, Place place) implements Statement {
    public DropSession {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(place, "place");
    }
  }

  /** Where a query reads from. */
  sealed interface Source permits CubeSource, Subselect {}

  /** {@code FROM [Sales]}. */
  record CubeSource(Identifier name) implements Source {
    public CubeSource {
      Objects.requireNonNull(name, "name");
    }
  }

  /** {@code FROM (SELECT … FROM …)}. */
  record Subselect(Select query) implements Source {
    public Subselect {
      Objects.requireNonNull(query, "query");
    }
  }
}
