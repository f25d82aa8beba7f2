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

  /**
   * A part of the page with a template of its own, at the address of a panel; empty if the page has
   * none of that name.
   */
  default Optional<Fragment> fragment(String id, PageContext context) {
    return Optional.empty();
  }

  /**
   * Where a request is sent on to instead of being answered, such as one that changes a choice;
   * empty where the page is shown.
   */
  default Optional<Address> elsewhere(PageContext context) {
    return Optional.empty();
  }

  /**
   * Takes a form that was sent to {@code /forms/PAGE/ID} and tells where to go from there; empty if
   * the page has no form of that name. Only requests of the same site get here.
   */
  default Optional<Address> submit(String id, PageContext context) {
    return Optional.empty();
  }
}
