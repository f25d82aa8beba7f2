package org.quadrille.etl.sample;

import java.util.List;

/**
 * An entry of one of the short lists of codes in {@code codes.txt}.
 *
 * @param further what else is known: for kinds of cases whether it is a complaint, for reasons of
 *     bids the status they go with
 */
record Codes(String list, String id, Name name, double weight, String further) {
  static List<Codes> read(String list) {
    return ParameterList.read("codes.txt").stream()
        .filter(fields -> fields.get(0).equals(list))
        .map(
            fields ->
                new Codes(
                    list,
                    fields.get(1),
                    new Name(fields.get(2), fields.get(3)),
                    Double.parseDouble(fields.get(4)),
                    fields.get(5)))
        .toList();
  }
}
