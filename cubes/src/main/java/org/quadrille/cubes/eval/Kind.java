package org.quadrille.cubes.eval;

import java.util.Locale;

/** Kinds of values that expressions have. */
public enum Kind {
  DIMENSION,
  HIERARCHY,
  LEVEL,
  MEMBER,
  TUPLE,
  SET,
  NUMERIC,
  INTEGER,
  STRING,
  LOGICAL,
  DATETIME,
  /** A scalar whose kind is known only when it is evaluated. */
  VALUE,
  /** A bare word such as DESC. */
  SYMBOL,
  /** The literal NULL. */
  NULL,
  /** An argument left out between commas. */
  EMPTY;

  /** Whether values of this kind can be shown in a cell. */
  public boolean isScalar() {
    return switch (this) {
      case NUMERIC, INTEGER, STRING, LOGICAL, DATETIME, VALUE, NULL -> true;
      case DIMENSION, HIERARCHY, LEVEL, MEMBER, TUPLE, SET, SYMBOL, EMPTY -> false;
    };
  }

  /** Its name as signatures write it. */
  public String label() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }
}
