/**
 * XML for Analysis 1.1 over SOAP: {@link org.quadrille.server.xmla.XmlaEndpoint} reads an envelope,
 * runs Execute or Discover, and writes the answer as a stream. Discover's tables are in {@code
 * rowset}, a class each. Queries run through {@code query}.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.server.xmla;
