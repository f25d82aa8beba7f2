package org.quadrille.etl.sample;

import java.util.List;

/** Draws names of persons in both languages. */
final class People {
  private final List<Name> chineseFamily = ParameterList.names("people-cn-family.txt");
  private final List<Name> chineseGiven = ParameterList.names("people-cn-given.txt");
  private final List<Name> europeanFamily = ParameterList.names("company-stems-eu.txt");
  private final List<Name> europeanGiven = ParameterList.names("people-eu-given.txt");

  /** A Chinese person's family name comes first in Chinese and last in English. */
  Name draw(boolean china, Dice dice) {
    Name family = dice.oneOf(china ? chineseFamily : europeanFamily);
    Name given = dice.oneOf(china ? chineseGiven : europeanGiven);
    String zh = china ? family.zh() + given.zh() : given.zh() + "·" + family.zh();
    return new Name(given.en() + " " + family.en(), zh);
  }
}
