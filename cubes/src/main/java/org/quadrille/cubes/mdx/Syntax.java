package org.quadrille.cubes.mdx;

/** The forms in which a function or operator is written. */
public enum Syntax {
  /** {@code Name(a, b)}. */
  FUNCTION,
  /**
   * {@code a.Name} where a is not itself a name. A name in brackets keeps them, {@code [USA]}, and
   * a key is written as in MDX, {@code &[1997]}.
   */
  PROPERTY,
  /** {@code a.Name(b)}; the object before the dot is the first argument. */
  METHOD,
  /**
   * {@code a name b}; words are in upper case: {@code AND}, {@code IN}, {@code AS}. {@code a NOT IN
   * b} is NOT of IN.
   */
  INFIX,
  /** {@code name a}: {@code NOT}, {@code -}, {@code EXISTING}. */
  PREFIX,
  /** {@code a name}: {@code IS NULL}, {@code IS EMPTY}. */
  POSTFIX,
  /** A set in braces, {@code {a, b}}; the name is {@code {}}. */
  BRACES,
  /** An expression or tuple in parentheses; the name is {@code ()}. */
  PARENTHESES,
  /**
   * {@code CASE WHEN c THEN v … ELSE e END}, name {@code _CaseTest}, arguments c, v, …, e; or
   * {@code CASE x WHEN …}, name {@code _CaseMatch}, x first. Without ELSE the arguments end after
   * the last v.
   */
  CASE,
  /**
   * {@code CAST(a AS type)}, name {@code Cast}, arguments a and the type as an identifier of one
   * segment.
   */
  CAST
}
