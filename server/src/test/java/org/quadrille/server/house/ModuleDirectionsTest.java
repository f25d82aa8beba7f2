package org.quadrille.server.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Modules and packages depend in one direction: server → web → cubes, server → etl. */
@AnalyzeClasses(packages = "org.quadrille", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleDirectionsTest {
  private static final String[] HTTP = {
    "org.eclipse.jetty..", "java.net.http..", "com.sun.net.httpserver.."
  };

  @ArchTest
  static final ArchRule cubesKnowsNoOtherModule =
      noClasses()
          .that()
          .resideInAPackage("org.quadrille.cubes..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.quadrille.web..", "org.quadrille.server..", "org.quadrille.etl..");

  @ArchTest
  static final ArchRule etlKnowsNoOtherModule =
      noClasses()
          .that()
          .resideInAPackage("org.quadrille.etl..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.quadrille.web..", "org.quadrille.server..", "org.quadrille.cubes..");

  @ArchTest
  static final ArchRule webKnowsOnlyCubes =
      noClasses()
          .that()
          .resideInAPackage("org.quadrille.web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.quadrille.server..", "org.quadrille.etl..");

  @ArchTest
  static final ArchRule onlyTheServerKnowsHttp =
      noClasses()
          .that()
          .resideInAnyPackage("org.quadrille.cubes..", "org.quadrille.etl..", "org.quadrille.web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(HTTP);

  @ArchTest
  static final ArchRule jettyStaysInOnePackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.quadrille.server.http..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.eclipse.jetty..");

  @ArchTest
  static final ArchRule packagesOfCubesAreFreeOfCycles =
      slices().matching("org.quadrille.cubes.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesOfEtlAreFreeOfCycles =
      slices().matching("org.quadrille.etl.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesOfWebAreFreeOfCycles =
      slices().matching("org.quadrille.web.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesOfTheServerAreFreeOfCycles =
      slices().matching("org.quadrille.server.(*)..").should().beFreeOfCycles();
}
