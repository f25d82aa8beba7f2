package org.quadrille.cubes.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quadrille.cubes.eval.FunctionDefinition;
import org.quadrille.cubes.eval.FunctionTable;
import org.quadrille.cubes.mdx.Syntax;

/** The table of functions as a whole. */
class BuiltinFunctionsTest {
  private final FunctionTable table = BuiltinFunctions.table();

  @Test
  void noTwoFunctionsTakeTheSameArguments() {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new HashSet<>();
    for (FunctionDefinition function : table.all()) {
      String key =
          function.syntax()
              + " "
              + function.name().toUpperCase(Locale.ROOT)
              + function.parameters()
              + function.repeats();
      if (!seen.add(key)) {
        twice.add(key);
      }
    }
    assertThat(twice).isEmpty();
  }

  @Test
  void everyFunctionSaysWhatItDoes() {
    assertThat(table.all()).allSatisfy(f -> assertThat(f.summary()).endsWith("."));
  }

  @Test
  void readsSignaturesOfEveryForm() {
    assertThat(names(Syntax.FUNCTION)).contains("Order", "Ytd", "IIf", "Round", "Descendants");
    assertThat(names(Syntax.PROPERTY)).contains("CurrentMember", "Children", "OrderKey", "Count");
    assertThat(names(Syntax.METHOD)).contains("Item", "Lag", "Properties", "Levels");
    assertThat(names(Syntax.INFIX))
        .contains("+", "-", "*", "/", ":", "=", "<>", "<=", "AND", "IS", "IN", "MATCHES", "||");
    assertThat(names(Syntax.PREFIX)).containsExactlyInAnyOrder("-", "NOT", "Existing");
    assertThat(names(Syntax.POSTFIX)).containsExactlyInAnyOrder("IS NULL", "IS EMPTY");
  }

  @Test
  void takesAsManyArgumentsAsTheSignatureAllows() {
    List<FunctionDefinition> heads = table.find("head", Syntax.FUNCTION);
    assertThat(heads).extracting(f -> f.parameters().size()).containsExactly(1, 2);
    assertThat(table.find("Ytd", Syntax.FUNCTION))
        .extracting(f -> f.parameters().size())
        .containsExactly(0, 1);
  }

  private List<String> names(Syntax syntax) {
    return table.names(syntax);
  }
}
