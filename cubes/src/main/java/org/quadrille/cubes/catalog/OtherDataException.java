package org.quadrille.cubes.catalog;

import org.quadrille.cubes.mdx.MdxException;

/**
 * The database is not the one that the schema is for: a table or column is missing, most often
 * because the data were loaded by an earlier version of the job.
 */
public final class OtherDataException extends MdxException {
  private static final long serialVersionUID = 1L;

  OtherDataException(String message) {
    super(null, message);
  }
}
