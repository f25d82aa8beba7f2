package org.quadrille.cubes.sql.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlShuttle;
import org.apache.calcite.sql.validate.SqlValidator;
import org.jspecify.annotations.Nullable;

/** Puts into a validated query what its tables stand for, and divides whole numbers as SQL does. */
final class StatementWriter extends SqlShuttle {
  private final Map<String, CubeUse> cubes = new HashMap<>();
  private final SqlValidator validator;

  StatementWriter(List<CubeUse> uses, SqlValidator validator) {
    uses.forEach(u -> cubes.put(u.tableName(), u));
    this.validator = validator;
  }

  SqlNode write(SqlNode valid) {
    return Objects.requireNonNull(valid.accept(this));
  }

  @Override
  public @Nullable SqlNode visit(SqlIdentifier id) {
    if (id.names.size() == 2 && id.names.get(0).equals(QueryRewriter.STAR)) {
      return id.getComponent(1);
    }
    if (id.names.size() == 2 && id.names.get(0).equals(QueryRewriter.CUBES)) {
      CubeUse use = Objects.requireNonNull(cubes.get(id.names.get(1)), id.toString());
      return Objects.requireNonNull(use.query).sql();
    }
    return id;
  }

  @Override
  public @Nullable SqlNode visit(SqlCall call) {
    SqlNode rewritten = super.visit(call);
    if (call.getKind() == SqlKind.DIVIDE
        && rewritten instanceof SqlCall division
        && isWhole(call.operand(0))
        && isWhole(call.operand(1))) {
      return SqlFunctions.WHOLE_DIVIDE.createCall(
          call.getParserPosition(), division.getOperandList());
    }
    return rewritten;
  }

  private boolean isWhole(SqlNode node) {
    var type = validator.getValidatedNodeTypeIfKnown(node);
    if (type == null) {
      return false;
    }
    return switch (type.getSqlTypeName()) {
      case TINYINT, SMALLINT, INTEGER, BIGINT -> true;
      default -> false;
    };
  }
}
