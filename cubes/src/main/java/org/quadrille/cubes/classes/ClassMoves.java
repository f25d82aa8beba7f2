package org.quadrille.cubes.classes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.analysis.AbcClass;

/**
 * Who moved from which class to which between two months. Pure; made of what was counted.
 *
 * @param members all who ordered up to the later month
 */
public record ClassMoves(List<ClassedMember> members) {
  /**
   * A cell of the migration matrix.
   *
   * @param was class in the earlier month; null for new customers
   * @param share of all who were in that class, or of all new ones; NaN for none
   */
  public record Cell(
      @Nullable AbcClass was,
      AbcClass now,
      int count,
      BigDecimal before,
      BigDecimal value,
      double share) {
    public Cell {
      Objects.requireNonNull(now, "now");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * Customers near a line and on their way to it.
   *
   * @param rising into the class above; largest value first
   * @param falling into the class below
   */
  public record Near(List<ClassedMember> rising, List<ClassedMember> falling) {
    public Near {
      rising = List.copyOf(rising);
      falling = List.copyOf(falling);
    }
  }

  public ClassMoves {
    members = List.copyOf(members);
  }

  /** A cell of the matrix. */
  public Cell cell(@Nullable AbcClass was, AbcClass now) {
    int count = 0;
    int all = 0;
    BigDecimal before = BigDecimal.ZERO;
    BigDecimal value = BigDecimal.ZERO;
    for (ClassedMember member : members) {
      if (member.was() == was) {
        all++;
        if (member.now() == now) {
          count++;
          before = before.add(member.before());
          value = value.add(member.value());
        }
      }
    }
    return new Cell(was, now, count, before, value, all == 0 ? Double.NaN : (double) count / all);
  }

  /** The customers of a cell, largest value of the two months first. */
  public List<ClassedMember> of(@Nullable AbcClass was, AbcClass now) {
    return members.stream()
        .filter(m -> m.was() == was && m.now() == now)
        .sorted(Comparator.comparing((ClassedMember m) -> m.value().max(m.before())).reversed())
        .toList();
  }

  /** How many are in a class in the later month. */
  public int count(AbcClass abc) {
    return (int) members.stream().filter(m -> m.now() == abc).count();
  }

  /** What a class contributed in the later month. */
  public BigDecimal value(AbcClass abc) {
    return members.stream()
        .filter(m -> m.now() == abc)
        .map(ClassedMember::value)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Those who were in A or B and are in D, who bought most first. */
  public List<ClassedMember> alarms() {
    return members.stream()
        .filter(ClassedMember::isAlarm)
        .sorted(Comparator.comparing(ClassedMember::before).reversed())
        .toList();
  }

  /** The change of the value taken apart. */
  public Bridge bridge() {
    return Bridge.of(members);
  }

  /**
   * Who is about to change class: within so much of the line, and moving towards it since the
   * earlier month. The line under a class is the smallest value in it.
   *
   * @param margin share of the line's value, such as 0.1
   */
  public Near near(double margin) {
    Map<AbcClass, BigDecimal> lines = new EnumMap<>(AbcClass.class);
    members.forEach(m -> lines.merge(m.now(), m.value(), BigDecimal::min));
    BigDecimal below = BigDecimal.valueOf(1 - margin);
    BigDecimal above = BigDecimal.valueOf(1 + margin);
    List<ClassedMember> rising = new ArrayList<>();
    List<ClassedMember> falling = new ArrayList<>();
    for (ClassedMember member : members) {
      int change = member.value().compareTo(member.before());
      if (change > 0 && (member.now() == AbcClass.B || member.now() == AbcClass.C)) {
        BigDecimal line = lines.get(AbcClass.values()[member.now().ordinal() - 1]);
        if (line != null && member.value().compareTo(line.multiply(below)) >= 0) {
          rising.add(member);
        }
      } else if (change < 0 && (member.now() == AbcClass.A || member.now() == AbcClass.B)) {
        BigDecimal line = Objects.requireNonNull(lines.get(member.now()));
        if (member.value().compareTo(line.multiply(above)) <= 0) {
          falling.add(member);
        }
      }
    }
    Comparator<ClassedMember> largest = Comparator.comparing(ClassedMember::value).reversed();
    rising.sort(largest);
    falling.sort(largest);
    return new Near(rising, falling);
  }
}
