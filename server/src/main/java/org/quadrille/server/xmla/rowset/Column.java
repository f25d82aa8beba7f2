package org.quadrille.server.xmla.rowset;

import java.util.List;
import java.util.Objects;

/**
 * A column of a rowset.
 *
 * @param restriction whether and how clients may restrict by it
 * @param nested columns of the rows inside this one; empty for a column of single values
 */
public record Column(String name, Type type, Restriction restriction, List<Column> nested) {
  /** Types of values, with their XML Schema names. */
  public enum Type {
    STRING("xsd:string"),
    BOOLEAN("xsd:boolean"),
    INT("xsd:int"),
    UNSIGNED_INT("xsd:unsignedInt"),
    UNSIGNED_SHORT("xsd:unsignedShort"),
    SHORT("xsd:short"),
    DATE_TIME("xsd:dateTime"),
    UUID("uuid");

    private final String xsd;

    Type(String xsd) {
      this.xsd = xsd;
    }

    /** Name in XML Schema, prefix included. */
    public String xsd() {
      return xsd;
    }
  }

  /** How a column restricts. */
  public enum Restriction {
    /** Not at all. */
    NONE,
    /** Rows whose value is one of those given, without regard to case. */
    EQUAL,
    /** By the rowset's own rule. */
    OWN
  }

  public Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(restriction, "restriction");
    nested = List.copyOf(nested);
  }

  /** A column by which clients cannot restrict. */
  static Column of(String name, Type type) {
    return new Column(name, type, Restriction.NONE, List.of());
  }

  /** A column of text. */
  static Column text(String name) {
    return of(name, Type.STRING);
  }

  /** A column of text by which clients can restrict. */
  static Column key(String name) {
    return text(name).restricting(Restriction.EQUAL);
  }

  /** A column of rows within the row. */
  static Column rows(String name, Column... columns) {
    return new Column(name, Type.STRING, Restriction.NONE, List.of(columns));
  }

  /** The same with another way to restrict. */
  Column restricting(Restriction how) {
    return new Column(name, type, how, nested);
  }
}
