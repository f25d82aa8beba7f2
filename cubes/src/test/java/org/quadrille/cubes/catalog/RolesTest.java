package org.quadrille.cubes.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quadrille.cubes.catalog.CubeMetadata.DimensionInfo;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureInfo;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.ResultMember;

/** What lists show to roles, and that all ways to the cells agree under them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesTest {
  private static final List<String> SMALL =
      List.of(
          "select {[Measures].[Units], [Measures].[Buyers]} on columns, "
              + "non empty [Store].[State].Members * [Gender].Members on rows from [Sales]",
          "select {[Measures].[Units], [Measures].[Average Line]} on columns, "
              + "[Marital Status].Members on rows from [Sales] where {[Time].[1997].[Q1],"
              + " [Time].[1997].[Q2]}");

  /** So large that what is not empty is found from the cells. */
  private static final List<String> LARGE =
      List.of(
          "select {[Measures].[Units]} on columns, %s "
              + "[Store].Members * [Product].[Brand].Members on rows from [Sales]",
          "select {[Measures].[Units]} on columns, %s "
              + "[Store].[City].Members * [Customer].[City].Members on rows from [Sales]");

  private final FoodMartCatalog catalog = FoodMartCatalog.whole();

  @BeforeEach
  void forget() {
    catalog.forgetCells();
  }

  @AfterAll
  void close() {
    catalog.close();
  }

  private static QueryContext as(String role) {
    return QueryContext.DEFAULT.withRole(role);
  }

  private List<String> cubes(String role) {
    return catalog.catalog().cubes(as(role)).stream().map(CubeSummary::name).toList();
  }

  private HierarchyInfo hierarchy(String role, String name) {
    return catalog.catalog().cube("Sales", as(role)).dimensions().stream()
        .flatMap(d -> d.hierarchies().stream())
        .filter(h -> h.uniqueName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> members(String role, MemberQuery.Kind kind, String name) {
    return catalog
        .catalog()
        .members("Sales", new MemberQuery(kind, name, null, 1000), as(role))
        .stream()
        .map(ResultMember::uniqueName)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "California",
        "California, full totals",
        "California, no totals",
        "West Coast",
        "West Coast, a total hidden",
        "Not Washington",
        "States and cities"
      })
  void allWaysToTheCellsAgree(String role) {
    for (String query : SMALL) {
      String plain = GridText.of(catalog.plain(query, role));
      assertThat(GridText.of(catalog.batched(query, role))).as("cold: " + query).isEqualTo(plain);
      assertThat(GridText.of(catalog.batched(query, role))).as("warm: " + query).isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "California",
        "California, full totals",
        "California, no totals",
        "West Coast",
        "Not Washington",
        "States and cities"
      })
  void whatIsNotEmptyIsTheSameHoweverItIsFound(String role) {
    for (String query : LARGE) {
      List<String> tried =
          lines(catalog.batched(query.formatted(""), role)).filter(l -> !l.endsWith("-")).toList();
      catalog.forgetCells();
      assertThat(lines(catalog.batched(query.formatted("non empty"), role)))
          .as(query)
          .hasSizeGreaterThan(10)
          .containsExactlyElementsOf(tried);
    }
  }

  private static Stream<String> lines(CellSet answer) {
    return GridText.of(answer).replaceAll(" +", " ").lines();
  }

  @Test
  void cellsOfWholeMembersAreSharedBetweenRoles() {
    String query =
        "select {[Measures].[Units]} on columns, {[Store].[USA].[WA].Children} on rows from"
            + " [Sales]";
    String all = GridText.of(catalog.batched(query));
    assertThat(catalog.batched(query, "Washington").statistics().statements()).isZero();
    assertThat(GridText.of(catalog.batched(query, "Washington"))).isEqualTo(all);
  }

  @Test
  void totalsOfOneRoleAreNotThoseOfAnother() {
    String query = "select {[Measures].[Units]} on columns from [Sales]";
    for (int round = 0; round < 2; round++) {
      assertThat(GridText.of(catalog.batched(query))).contains("266,773");
      assertThat(GridText.of(catalog.batched(query, "Washington"))).contains("124,366");
      assertThat(GridText.of(catalog.batched(query, "California"))).contains("49,085");
    }
  }

  @Test
  void rightsAndSubselectsBothConfine() {
    String query =
        "select {[Measures].[Units]} on columns, [Store].[City].Members on rows from (select"
            + " {[Store].[USA].[CA]} on columns from [Sales])";
    assertThat(GridText.of(catalog.batched(query, "California")))
        .contains("San Diego", "25,635")
        .doesNotContain("Los Angeles", "Seattle");
    assertThat(
            GridText.of(
                catalog.batched(
                    "select {[Measures].[Units]} on columns from (select {[Store].[USA].[CA]} on"
                        + " columns from [Sales])",
                    "California")))
        .contains("49,085");
  }

  @Test
  void cubesAreListedAsGranted() {
    assertThat(cubes("California")).containsExactly("Sales");
    assertThat(cubes("No HR")).contains("Sales", "Warehouse").doesNotContain("HR");
    assertThat(cubes("Administrator")).contains("HR");
    assertThatThrownBy(() -> catalog.catalog().cube("HR", as("No HR")))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageContaining("there is no cube HR");
  }

  @Test
  void metadataHidesDimensionsHierarchiesLevelsAndMeasures() {
    CubeMetadata cube = catalog.catalog().cube("Sales", as("Regional manager"));
    assertThat(cube.dimensions().stream().map(DimensionInfo::name))
        .contains("Customer", "Promotion")
        .doesNotContain("Gender", "Education");
    assertThat(
            cube.dimensions().stream()
                .filter(d -> d.name().equals("Promotion"))
                .flatMap(d -> d.hierarchies().stream())
                .map(HierarchyInfo::name))
        .containsExactly("Promotion");
    HierarchyInfo customer = hierarchy("Regional manager", "[Customer]");
    assertThat(customer.levels().stream().map(LevelInfo::name)).containsExactly("State", "City");
    assertThat(customer.levels().get(0).memberCount()).isEqualTo(2);
    assertThat(customer.allMember()).isNull();
    assertThat(customer.defaultMember()).isEqualTo("[Customer].[USA].[CA]");
    assertThat(
            catalog.catalog().cube("Sales", as("Two measures")).measures().stream()
                .map(MeasureInfo::name))
        .containsExactly("Units", "Profit");
  }

  @Test
  void memberListsShowWhatMayBeSeen() {
    assertThat(members("California", MemberQuery.Kind.HIERARCHY, "[Store]"))
        .contains("[Store].[All Stores]", "[Store].[USA].[CA].[San Diego].[Store 24]")
        .noneMatch(m -> m.contains("[WA]") || m.contains("[Los Angeles]"));
    assertThat(members("California", MemberQuery.Kind.CHILDREN, "[Store].[USA]"))
        .containsExactly("[Store].[USA].[CA]");
    assertThat(members("Regional manager", MemberQuery.Kind.PARENT, "[Customer].[USA].[CA]"))
        .isEmpty();
    assertThat(
            members(
                "Regional manager", MemberQuery.Kind.ANCESTORS, "[Customer].[USA].[CA].[Altadena]"))
        .containsExactly("[Customer].[USA].[CA]");
    assertThat(
            members(
                "Regional manager",
                MemberQuery.Kind.DESCENDANTS,
                "[Customer].[USA].[CA].[Altadena]"))
        .containsExactly("[Customer].[USA].[CA].[Altadena]");
    assertThatThrownBy(() -> members("California", MemberQuery.Kind.MEMBER, "[Store].[USA].[WA]"))
        .isInstanceOf(UnknownNameException.class);
  }

  @Test
  void childrenAreCountedAsTheyAreSeen() {
    ResultMember usa =
        catalog
            .catalog()
            .members(
                "Sales",
                new MemberQuery(MemberQuery.Kind.MEMBER, "[Store].[USA]", null, 10),
                as("California"))
            .get(0);
    assertThat(usa.childCount()).isEqualTo(1);
  }
}
