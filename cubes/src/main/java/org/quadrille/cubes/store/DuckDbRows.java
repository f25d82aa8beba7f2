package org.quadrille.cubes.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/** Rows of DuckDB in chunks, which are computed as they are asked for. */
final class DuckDbRows implements RowSource {
  private final DuckDBChunkedResult result;
  private DuckDBReadableVector @Nullable [] vectors;
  private long rows;
  private long row = -1;

  DuckDbRows(PreparedStatement statement) throws SQLException {
    this.result = statement.unwrap(DuckDBPreparedStatement.class).query();
  }

  @Override
  public boolean next() throws SQLException {
    row++;
    while (row >= rows) {
      try {
        if (!result.nextChunk()) {
          return false;
        }
      } catch (RuntimeException e) {
        throw new SQLException(e.getMessage(), e);
      }
      DuckDBDataChunkReader chunk = result.chunk();
      rows = chunk.rowCount();
      row = 0;
      DuckDBReadableVector[] read = new DuckDBReadableVector[(int) chunk.columnCount()];
      for (int i = 0; i < read.length; i++) {
        read[i] = chunk.vector(i);
      }
      vectors = read;
    }
    return true;
  }

  @Override
  public @Nullable Object value(int column) throws SQLException {
    if (vectors == null) {
      throw new SQLException("there is no current row");
    }
    DuckDBReadableVector vector = vectors[column];
    if (vector.isNull(row)) {
      return null;
    }
    return switch (vector.getType()) {
      case BOOLEAN -> vector.getBoolean(row);
      case TINYINT -> (int) vector.getByte(row);
      case UTINYINT -> (int) vector.getUint8(row);
      case SMALLINT -> (int) vector.getShort(row);
      case USMALLINT -> vector.getUint16(row);
      case INTEGER -> vector.getInt(row);
      case UINTEGER -> vector.getUint32(row);
      case BIGINT -> vector.getLong(row);
      case UBIGINT -> vector.getUint64(row);
      case HUGEINT -> vector.getHugeInt(row);
      case UHUGEINT -> vector.getUHugeInt(row);
      case FLOAT -> (double) vector.getFloat(row);
      case DOUBLE -> vector.getDouble(row);
      case DECIMAL -> vector.getBigDecimal(row);
      case DATE -> vector.getLocalDate(row);
      case TIMESTAMP, TIMESTAMP_S, TIMESTAMP_MS, TIMESTAMP_NS -> vector.getLocalDateTime(row);
      case TIMESTAMP_WITH_TIME_ZONE -> vector.getOffsetDateTime(row);
      case VARCHAR -> vector.getString(row);
      default ->
          throw new SQLException(
              "values of type " + vector.getType() + " cannot be given; cast them to VARCHAR");
    };
  }

  @Override
  public void close() throws SQLException {
    result.close();
  }
}
