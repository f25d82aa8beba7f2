package org.quadrille.cubes.schema;

/** Types that a schema gives to keys, properties and parameters. */
public enum DataType {
  STRING,
  NUMERIC,
  INTEGER,
  LONG,
  BOOLEAN,
  DATE,
  TIME,
  TIMESTAMP
}
