package org.quadrille.cubes.extension;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One more than a number; one for an empty value; fails above a hundred. */
public final class OneMore implements UserFunction {
  @Override
  public List<ValueType> parameters() {
    return List.of(ValueType.NUMERIC);
  }

  @Override
  public ValueType result() {
    return ValueType.NUMERIC;
  }

  @Override
  public String summary() {
    return "One more than the number.";
  }

  @Override
  public @Nullable Object apply(List<@Nullable Object> arguments) {
    Number number = (Number) arguments.get(0);
    if (number != null && number.doubleValue() > 100) {
      throw new IllegalArgumentException("more than a hundred");
    }
    return number == null ? 1 : number.doubleValue() + 1;
  }
}
