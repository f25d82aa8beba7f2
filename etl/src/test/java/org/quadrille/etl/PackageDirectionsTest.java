package org.quadrille.etl;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages of this module are the way of a load; none looks back along it. */
@AnalyzeClasses(
    packages = "org.quadrille.etl",
    importOptions = ImportOption.DoNotIncludeTests.class)
class PackageDirectionsTest {
  @ArchTest
  static final ArchRule JOBS_KNOW_NO_DATABASE =
      noClasses()
          .that()
          .resideInAPackage("..etl.job..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..etl.source..", "..etl.load..", "..etl.report..", "..etl.sql..", "org.duckdb..");

  @ArchTest
  static final ArchRule SOURCES_KNOW_NO_STAR =
      noClasses()
          .that()
          .resideInAPackage("..etl.source..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..etl.load..", "..etl.foodmart..", "..etl.sample..");

  @ArchTest
  static final ArchRule REPORTS_KNOW_ONLY_THEMSELVES =
      noClasses()
          .that()
          .resideInAnyPackage("..etl.report..", "..etl.sql..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..etl.job..",
              "..etl.source..",
              "..etl.load..",
              "..etl.foodmart..",
              "..etl.sample..");

  @ArchTest
  static final ArchRule THE_SAMPLE_IS_LOADED_LIKE_ANY_OTHER_DATA =
      noClasses()
          .that()
          .resideInAnyPackage("..etl.load..", "..etl.foodmart..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..etl.sample..");
}
