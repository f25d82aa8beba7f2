package org.quadrille.etl.sample;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes names of companies in both languages, each only once. */
final class CompanyNames {
  private final List<Name> chinese = ParameterList.names("company-stems-cn.txt");
  private final List<Name> european = ParameterList.names("company-stems-eu.txt");
  private final Set<String> used = new HashSet<>();

  Name draw(Region region, Industry industry, Dice dice) {
    Name name = compose(region, industry, dice);
    for (int attempt = 0; attempt < 5 && used.contains(name.en()); attempt++) {
      name = compose(region, industry, dice);
    }
    Name base = name;
    for (int branch = 2; used.contains(name.en()); branch++) {
      name = new Name(base.en() + " No. " + branch, base.zh() + branch + "分店");
    }
    used.add(name.en());
    return name;
  }

  private Name compose(Region region, Industry industry, Dice dice) {
    boolean china = region.province().china();
    Name stem = dice.oneOf(china ? chinese : european);
    Name word = dice.oneOf(industry.words());
    String city = region.city().zh();
    String place = city.endsWith("市") ? city.substring(0, city.length() - 1) : city;
    return new Name(
        stem.en() + " " + word.en() + " " + region.city().en(), place + stem.zh() + word.zh());
  }
}
