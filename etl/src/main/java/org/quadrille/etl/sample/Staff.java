package org.quadrille.etl.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The employees: a managing director, a head for each department, a leader for each team, its
 * members.
 */
final class Staff {
  private static final Name MANAGEMENT = new Name("Management", "管理层");
  private static final Name BOARD = new Name("Board", "总经办");

  /**
   * A team with the employees who serve customers; {@code duty} is field, key, online or service.
   */
  private record Team(String duty, List<String> areas, List<Employee> members) {}

  private final Seed seed;
  private final People people = new People();
  private final List<Employee> employees = new ArrayList<>();
  private final List<Team> teams = new ArrayList<>();

  private Staff(Seed seed) {
    this.seed = seed;
  }

  static Staff make(Seed seed) {
    Staff staff = new Staff(seed);
    Employee director =
        staff.hire(MANAGEMENT, BOARD, new Name("Managing Director", "总经理"), true, null);
    Map<String, Employee> heads = new LinkedHashMap<>();
    for (List<String> entry : ParameterList.read("teams.txt")) {
      Name department = new Name(entry.get(0), entry.get(1));
      Name team = new Name(entry.get(2), entry.get(3));
      List<String> areas = List.of(entry.get(6).split(" ", -1));
      boolean china = areas.get(0).startsWith("CN");
      Employee head =
          heads.computeIfAbsent(
              department.en(),
              d -> staff.hire(department, BOARD, new Name("Head", "部门总监"), china, director));
      Employee leader = staff.hire(department, team, new Name("Team Leader", "组长"), china, head);
      List<Employee> members = new ArrayList<>();
      for (int i = 0; i < Integer.parseInt(entry.get(5)); i++) {
        members.add(staff.hire(department, team, title(entry.get(4)), china, leader));
      }
      staff.teams.add(new Team(entry.get(4), areas, List.copyOf(members)));
    }
    return staff;
  }

  private static Name title(String duty) {
    return switch (duty) {
      case "field" -> new Name("Sales Representative", "销售代表");
      case "key" -> new Name("Key Account Manager", "大客户经理");
      case "online" -> new Name("Shop Manager", "网店运营");
      case "service" -> new Name("Service Agent", "客服专员");
      default -> throw new IllegalArgumentException("unknown duty in teams.txt: " + duty);
    };
  }

  private Employee hire(
      Name department, Name team, Name title, boolean china, @Nullable Employee manager) {
    int index = employees.size();
    Dice dice = seed.dice("employee", index);
    Employee employee =
        new Employee(
            index,
            String.format(Locale.ROOT, "E%03d", index + 1),
            people.draw(china, dice),
            department,
            team,
            title,
            -dice.between(30, 4000),
            manager,
            dice.uniform(0, 0.03));
    employees.add(employee);
    return employee;
  }

  List<Employee> employees() {
    return List.copyOf(employees);
  }

  /** One of the team that has the duty in the province. */
  Employee draw(String duty, Province province, Dice dice) {
    return dice.oneOf(team(duty, province).members());
  }

  private Team team(String duty, Province province) {
    return teams.stream()
        .filter(t -> t.duty().equals(duty))
        .filter(t -> t.areas().contains(province.id()) || t.areas().contains(province.area()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("teams.txt has no " + duty + " for " + province.id()));
  }
}
