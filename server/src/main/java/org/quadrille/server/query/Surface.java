package org.quadrille.server.query;

/** Where a query came in. */
public enum Surface {
  REST,
  XMLA,
  SQL,
  JDBC
}
