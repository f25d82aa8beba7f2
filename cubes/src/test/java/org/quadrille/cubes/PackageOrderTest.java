package org.quadrille.cubes;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Packages know those before them on the way of a query, never those after. */
class PackageOrderTest {
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.quadrille.cubes");

  @Test
  void packagesFollowTheWayOfAQuery() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("schema")
        .definedBy("org.quadrille.cubes.schema..")
        .layer("mdx")
        .definedBy("org.quadrille.cubes.mdx..")
        .layer("format")
        .definedBy("org.quadrille.cubes.format..")
        .layer("vba")
        .definedBy("org.quadrille.cubes.vba..")
        .layer("model")
        .definedBy("org.quadrille.cubes.model..")
        .layer("rights")
        .definedBy("org.quadrille.cubes.rights..")
        .layer("eval")
        .definedBy("org.quadrille.cubes.eval..")
        .layer("function")
        .definedBy("org.quadrille.cubes.function..")
        .layer("bind")
        .definedBy("org.quadrille.cubes.bind..")
        .layer("store")
        .definedBy("org.quadrille.cubes.store..")
        .layer("sql")
        .definedBy("org.quadrille.cubes.sql..")
        .layer("exec")
        .definedBy("org.quadrille.cubes.exec..")
        .layer("result")
        .definedBy("org.quadrille.cubes.result..")
        .layer("catalog")
        .definedBy("org.quadrille.cubes.catalog..")
        .layer("analysis")
        .definedBy("org.quadrille.cubes.analysis..")
        .whereLayer("schema")
        .mayNotAccessAnyLayer()
        .whereLayer("mdx")
        .mayNotAccessAnyLayer()
        .whereLayer("format")
        .mayNotAccessAnyLayer()
        .whereLayer("vba")
        .mayOnlyAccessLayers("format")
        .whereLayer("result")
        .mayNotAccessAnyLayer()
        .whereLayer("model")
        .mayOnlyAccessLayers("schema", "mdx")
        .whereLayer("rights")
        .mayOnlyAccessLayers("schema", "model")
        .whereLayer("eval")
        .mayOnlyAccessLayers("schema", "mdx", "model", "rights")
        .whereLayer("function")
        .mayOnlyAccessLayers("schema", "mdx", "format", "vba", "model", "rights", "eval")
        .whereLayer("bind")
        .mayOnlyAccessLayers("schema", "mdx", "model", "rights", "eval", "function")
        .whereLayer("store")
        .mayOnlyAccessLayers("schema", "model")
        .whereLayer("sql")
        .mayOnlyAccessLayers("schema", "mdx", "model", "rights", "store")
        .whereLayer("exec")
        .mayOnlyAccessLayers("schema", "mdx", "format", "model", "rights", "eval", "bind", "store")
        .whereLayer("catalog")
        .mayOnlyAccessLayers(
            "schema",
            "mdx",
            "format",
            "vba",
            "model",
            "rights",
            "eval",
            "function",
            "bind",
            "store",
            "sql",
            "exec",
            "result")
        .whereLayer("analysis")
        .mayOnlyAccessLayers("result", "catalog")
        .check(classes);
  }
}
