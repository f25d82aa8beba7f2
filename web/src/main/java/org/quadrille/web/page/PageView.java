package org.quadrille.web.page;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page before its panels are there.
 *
 * @param subtitle the period and what it is compared with; may be empty
 * @param notes what the page leaves out, and why
 * @param body what stands above the panels, null for nothing
 * @param files further scripts and styles of the page, by name
 * @param further choices that few need; they are folded away while each stands on its first option
 * @param problem why the page cannot show anything, null where it can
 */
public record PageView(
    String title,
    String subtitle,
    List<Filter> filters,
    List<Trail> trails,
    List<Slot> slots,
    List<String> notes,
    @Nullable Fragment body,
    List<String> files,
    List<Filter> further,
    @Nullable String problem) {
  /**
   * A place for a panel.
   *
   * @param title shown until it is there
   * @param address of the panel
   * @param width {@code full}, {@code half}, {@code third} or {@code two-thirds}
   */
  public record Slot(String id, String title, String address, String width) {
    public Slot {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(address, "address");
      Objects.requireNonNull(width, "width");
    }
  }

  /**
   * The way back up from where one has drilled to.
   *
   * @param label what it is a way through, such as Region
   */
  public record Trail(String label, List<Crumb> crumbs) {
    public Trail {
      Objects.requireNonNull(label, "label");
      crumbs = List.copyOf(crumbs);
    }
  }

  /**
   * A step of a trail.
   *
   * @param address null for where one is
   */
  public record Crumb(String caption, @Nullable String address) {
    public Crumb {
      Objects.requireNonNull(caption, "caption");
    }
  }

  /**
   * A choice that a form offers: options, or a field to type into.
   *
   * @param name of the parameter
   * @param input the field, null where there are options
   */
  public record Filter(String name, String label, List<Group> groups, @Nullable Input input) {
    public Filter {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(label, "label");
      groups = List.copyOf(groups);
    }

    /** A choice of options. */
    public Filter(String name, String label, List<Group> groups) {
      this(name, label, groups, null);
    }

    /** A field to type into. */
    public static Filter field(String name, String label, Input input) {
      return new Filter(name, label, List.of(), input);
    }
  }

  /**
   * A field to type into.
   *
   * @param type {@code number} or {@code date}
   * @param value what stands in it; empty for nothing
   * @param min empty for no bound
   * @param max empty for no bound
   * @param step by which a number goes up and down; empty for any
   * @param hint what stands for nothing, such as "median"
   */
  public record Input(String type, String value, String min, String max, String step, String hint) {
    public Input {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(min, "min");
      Objects.requireNonNull(max, "max");
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(hint, "hint");
    }
  }

  /**
   * Options under a common head.
   *
   * @param label null for options without one
   */
  public record Group(@Nullable String label, List<Option> options) {
    public Group {
      options = List.copyOf(options);
    }
  }

  /** An option. */
  public record Option(String value, String label, boolean selected) {
    public Option {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(label, "label");
    }
  }

  public PageView {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(subtitle, "subtitle");
    filters = List.copyOf(filters);
    trails = List.copyOf(trails);
    slots = List.copyOf(slots);
    notes = List.copyOf(notes);
    files = List.copyOf(files);
    further = List.copyOf(further);
  }

  /** Whether a further choice does not stand on its first option. */
  public boolean furtherChosen() {
    return further.stream()
        .anyMatch(
            filter ->
                filter.input() != null
                    ? !filter.input().value().isEmpty()
                    : filter.groups().stream()
                        .flatMap(group -> group.options().stream())
                        .skip(1)
                        .anyMatch(Option::selected));
  }

  /** A page of panels only. */
  public PageView(
      String title,
      String subtitle,
      List<Filter> filters,
      List<Trail> trails,
      List<Slot> slots,
      List<String> notes,
      @Nullable String problem) {
    this(title, subtitle, filters, trails, slots, notes, null, List.of(), List.of(), problem);
  }

  /** The same with a part above the panels, and the files that it needs. */
  public PageView with(Fragment part, List<String> itsFiles) {
    return new PageView(
        title, subtitle, filters, trails, slots, notes, part, itsFiles, further, problem);
  }

  /** The same with further choices. */
  public PageView withFurther(List<Filter> choices) {
    return new PageView(
        title, subtitle, filters, trails, slots, notes, body, files, choices, problem);
  }

  /** A page that says why it has nothing to show. */
  public static PageView problem(String title, String problem) {
    return new PageView(title, "", List.of(), List.of(), List.of(), List.of(), problem);
  }
}
