package org.quadrille.cubes.function;

import org.quadrille.cubes.eval.FunctionTable;
import org.quadrille.cubes.eval.Signatures;

/** All functions and operators that the language has. */
public final class BuiltinFunctions {
  private BuiltinFunctions() {}

  /** The table of all of them, by theme. */
  public static FunctionTable table() {
    Signatures signatures = new Signatures();
    SetFunctions.register(signatures);
    return new FunctionTable(signatures.functions());
  }
}
