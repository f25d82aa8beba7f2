package org.quadrille.etl.sample;

import java.util.List;

/**
 * An industry of customers.
 *
 * @param taste share of each category in what they buy, in the order of {@code categories.txt}
 * @param words endings of company names
 */
record Industry(Name name, double weight, List<Double> taste, List<Name> words) {
  Industry {
    taste = List.copyOf(taste);
    words = List.copyOf(words);
  }

  static List<Industry> readAll() {
    return ParameterList.read("industries.txt").stream()
        .map(
            fields ->
                new Industry(
                    new Name(fields.get(1), fields.get(2)),
                    Double.parseDouble(fields.get(3)),
                    ParameterList.numbers(fields.get(4)),
                    ParameterList.nameList(fields.get(5))))
        .toList();
  }
}
