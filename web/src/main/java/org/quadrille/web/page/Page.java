package org.quadrille.web.page;

import java.util.Optional;
import org.quadrille.cubes.analysis.CubeRoles;

/** A page with its panels. Safe for use by many threads. */
public interface Page {
  /** The name in messages and in the addresses of its panels, such as {@code pareto}. */
  String name();

  /** Its address, such as {@code /pareto}. */
  String path();

  /** Whether it can show something of a cube. */
  boolean suits(CubeRoles cube);

  /** Whether the reader chooses the cube; else the page finds the cubes that it needs. */
  boolean choosesCube();

  /**
   * The page without its panels.
   *
   * @throws org.quadrille.cubes.catalog.UnknownNameException if the address names something that
   *     does not exist
   * @throws org.quadrille.cubes.analysis.MissingRoleException if the cube lacks something
   */
  PageView view(PageContext context);

  /**
   * A panel; empty if the page has none of that name.
   *
   * @throws org.quadrille.cubes.catalog.UnknownNameException if the address names something that
   *     does not exist
   * @throws org.quadrille.cubes.analysis.MissingRoleException if the cube lacks something
   */
  Optional<PanelView> panel(String id, PageContext context);
}
