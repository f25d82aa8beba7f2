package org.quadrille.cubes.catalog;

import java.util.List;
import org.quadrille.cubes.mdx.Statement;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.cubes.result.RowSet;

/** A schema on a database. Safe for use by many threads. */
public interface Catalog {
  /** The catalog's name. */
  String name();

  /** The cubes, those that cannot be used included; reads the schema when first asked. */
  List<CubeSummary> cubes(QueryContext context);

  /** The roles of the schema, in alphabetical order. */
  List<String> roles();

  /**
   * A cube's dimensions and measures.
   *
   * @throws UnknownNameException if there is no such cube or it cannot be used
   */
  CubeMetadata cube(String name, QueryContext context);

  /**
   * Members, in hierarchical order.
   *
   * @throws UnknownNameException if the cube or the name does not exist
   */
  List<ResultMember> members(String cube, MemberQuery query, QueryContext context);

  /**
   * Answers an MDX query.
   *
   * @throws org.quadrille.cubes.mdx.MdxException if the query is wrong
   * @throws UnknownNameException if its cube does not exist or cannot be used
   */
  CellSet execute(String mdx, QueryContext context);

  /**
   * The facts behind a cell, by a DRILLTHROUGH statement. Without MAXROWS at most 10,000 rows.
   *
   * @throws org.quadrille.cubes.mdx.MdxException if the statement is wrong, or its query has not
   *     exactly one cell, or that cell has no facts of its own
   * @throws UnknownNameException if its cube does not exist or cannot be used
   */
  RowSet drillThrough(String mdx, QueryContext context);

  /**
   * Counts facts in the database by one statement. The answer is kept while the data do not change.
   * A measure adds up if it is a stored sum or count, or a formula of sums, differences and
   * multiples of such.
   *
   * @throws org.quadrille.cubes.mdx.MdxException if the cell is none or the statement fails
   * @throws UnknownNameException if the cube, or what is needed of it, does not exist
   */
  FactAnswer facts(FactQuestion question, QueryContext context);

  /**
   * Reads a CREATE SESSION statement and checks that its formula can be used, after the definitions
   * of the context. Nothing is kept: hand the text on in {@link QueryContext#definitions()}.
   *
   * @throws org.quadrille.cubes.mdx.MdxException if it is wrong
   */
  Statement.CreateSession define(String mdx, QueryContext context);

  /** How an MDX query is answered; runs it. */
  Explanation explain(String mdx, QueryContext context);

  /** SQL over the catalog. */
  SqlAccess sql();

  /** The version of the data that the next query would read. */
  String dataVersion();

  /** Says that the data changed: nothing read before is used again. */
  void dataChanged();

  /** Empties the cache of cells; members stay known. Answers stay the same, they take longer. */
  void forgetCells();
}
