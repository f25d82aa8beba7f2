package org.quadrille.cubes.mdx;

import org.jspecify.annotations.Nullable;

/** An MDX statement that is refused; the message names what is wrong and what would mend it. */
public class MdxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial")
  private final @Nullable Place place;

  /**
   * Makes an error.
   *
   * @param place where in the statement, or null where no single place is at fault
   * @param message one sentence for the author of the statement
   */
  public MdxException(@Nullable Place place, String message) {
    super(message);
    this.place = place;
  }

  /** Where in the statement, or null where no single place is at fault. */
  public @Nullable Place place() {
    return place;
  }

  /** The message followed by its place. */
  public String describe() {
    return place == null ? getMessage() : getMessage() + " (" + place + ")";
  }
}
