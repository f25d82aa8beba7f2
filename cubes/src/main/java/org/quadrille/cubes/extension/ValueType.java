package org.quadrille.cubes.extension;

import java.time.LocalDateTime;

/** What functions take and give. */
public enum ValueType {
  /** Any {@link Number}; decimals of the database come as {@link java.math.BigDecimal}. */
  NUMERIC(Number.class),
  /** A {@link String}. */
  STRING(String.class),
  /** A {@link Boolean}. */
  LOGICAL(Boolean.class),
  /** A {@link LocalDateTime}. */
  DATETIME(LocalDateTime.class);

  private final Class<?> javaType;

  ValueType(Class<?> javaType) {
    this.javaType = javaType;
  }

  /** The class of its values. */
  public Class<?> javaType() {
    return javaType;
  }
}
