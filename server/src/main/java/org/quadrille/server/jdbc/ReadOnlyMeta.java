package org.quadrille.server.jdbc;

import java.util.List;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.QueryState;
import org.apache.calcite.avatica.remote.TypedValue;

/** What Avatica's protocol has no message for, or what a catalog that is only read has not. */
abstract class ReadOnlyMeta implements Meta {
  private static RuntimeException absent(String what) {
    return new JdbcProblem(what + " are not offered", "0A000");
  }

  @Override
  public Iterable<Object> createIterable(
      StatementHandle statement,
      QueryState state,
      Signature signature,
      List<TypedValue> parameters,
      Frame frame) {
    throw absent("iterables");
  }

  @Override
  public ExecuteBatchResult prepareAndExecuteBatch(StatementHandle h, List<String> commands) {
    throw absent("batches");
  }

  @Override
  public ExecuteBatchResult executeBatch(StatementHandle h, List<List<TypedValue>> values) {
    throw absent("batches");
  }

  @Override
  public boolean syncResults(StatementHandle h, QueryState state, long offset) {
    return false;
  }

  @Override
  public void commit(ConnectionHandle ch) {
    // Nothing is written, so there is nothing to keep.
  }

  @Override
  public void rollback(ConnectionHandle ch) {
    // Nothing is written, so there is nothing to undo.
  }

  @Override
  public MetaResultSet getProcedures(ConnectionHandle ch, String catalog, Pat schema, Pat name) {
    throw absent("procedures");
  }

  @Override
  public MetaResultSet getProcedureColumns(
      ConnectionHandle ch, String catalog, Pat schema, Pat procedure, Pat column) {
    throw absent("procedure columns");
  }

  @Override
  public MetaResultSet getColumnPrivileges(
      ConnectionHandle ch, String catalog, String schema, String table, Pat column) {
    throw absent("column privileges");
  }

  @Override
  public MetaResultSet getTablePrivileges(
      ConnectionHandle ch, String catalog, Pat schema, Pat table) {
    throw absent("table privileges");
  }

  @Override
  public MetaResultSet getBestRowIdentifier(
      ConnectionHandle ch,
      String catalog,
      String schema,
      String table,
      int scope,
      boolean nullable) {
    throw absent("best row identifier");
  }

  @Override
  public MetaResultSet getVersionColumns(
      ConnectionHandle ch, String catalog, String schema, String table) {
    throw absent("version columns");
  }

  @Override
  public MetaResultSet getPrimaryKeys(
      ConnectionHandle ch, String catalog, String schema, String table) {
    throw absent("primary keys");
  }

  @Override
  public MetaResultSet getImportedKeys(
      ConnectionHandle ch, String catalog, String schema, String table) {
    throw absent("imported keys");
  }

  @Override
  public MetaResultSet getExportedKeys(
      ConnectionHandle ch, String catalog, String schema, String table) {
    throw absent("exported keys");
  }

  @Override
  public MetaResultSet getCrossReference(
      ConnectionHandle ch,
      String parentCatalog,
      String parentSchema,
      String parentTable,
      String foreignCatalog,
      String foreignSchema,
      String foreignTable) {
    throw absent("cross reference");
  }

  @Override
  public MetaResultSet getIndexInfo(
      ConnectionHandle ch,
      String catalog,
      String schema,
      String table,
      boolean unique,
      boolean approximate) {
    throw absent("index info");
  }

  @Override
  public MetaResultSet getUDTs(
      ConnectionHandle ch, String catalog, Pat schema, Pat type, int[] types) {
    throw absent("types of users");
  }

  @Override
  public MetaResultSet getSuperTypes(ConnectionHandle ch, String catalog, Pat schema, Pat type) {
    throw absent("super types");
  }

  @Override
  public MetaResultSet getSuperTables(ConnectionHandle ch, String catalog, Pat schema, Pat table) {
    throw absent("super tables");
  }

  @Override
  public MetaResultSet getAttributes(
      ConnectionHandle ch, String catalog, Pat schema, Pat type, Pat attribute) {
    throw absent("attributes");
  }

  @Override
  public MetaResultSet getClientInfoProperties(ConnectionHandle ch) {
    throw absent("client info properties");
  }

  @Override
  public MetaResultSet getFunctions(ConnectionHandle ch, String catalog, Pat schema, Pat function) {
    throw absent("functions");
  }

  @Override
  public MetaResultSet getFunctionColumns(
      ConnectionHandle ch, String catalog, Pat schema, Pat function, Pat column) {
    throw absent("function columns");
  }

  @Override
  public MetaResultSet getPseudoColumns(
      ConnectionHandle ch, String catalog, Pat schema, Pat table, Pat column) {
    throw absent("pseudo columns");
  }
}
