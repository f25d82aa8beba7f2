package org.quadrille.cubes.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no schema at all, encodings, and places. */
class SchemaFileTest {
  private static final String CUBE =
      "<Schema name='%s'><Cube name='C'><Table name='t'/></Cube></Schema>";

  @TempDir private Path folder;

  @Test
  void missingFileIsNamed() {
    Path file = folder.resolve("none.xml");
    assertThatThrownBy(() -> SchemaReader.read(file))
        .isInstanceOf(SchemaException.class)
        .hasMessage("the schema file " + file + " does not exist");
  }

  @Test
  void brokenXmlIsToldWithItsPlace() {
    refused("<Schema name='x'>\n  <Cube name='C>\n</Schema>")
        .hasMessageStartingWith("test.xml, line 3, column")
        .hasMessageContaining("not well-formed XML: ");
    refused("<Schema name='x'>\n  <Cube></Cub>\n</Schema>")
        .hasMessageStartingWith("test.xml, line 2, column");
    refused(" \n").hasMessage("test.xml is empty; a schema is XML with the root <Schema>");
  }

  @Test
  void otherDocumentsAreRefused() {
    refused("<html/>").hasMessage("test.xml is not a schema: its root is <html>, not <Schema>");
    refused("<Schema name='x' metamodelVersion='4.0'/>").hasMessageContaining("Mondrian 4");
    refused("<Schema name='x'><PhysicalSchema/></Schema>").hasMessageContaining("Mondrian 4");
  }

  @Test
  void documentTypesAndEntitiesReachNothing() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    refused(
            "<!DOCTYPE Schema [<!ENTITY e SYSTEM '"
                + secret.toUri()
                + "'>]>\n<Schema name='x'><Annotations>&e;</Annotations></Schema>")
        .hasMessageContaining("a document type is not accepted")
        .hasMessageNotContaining("secret");
  }

  @Test
  void theDeclaredEncodingIsUsed() throws IOException {
    String declaration = "<?xml version='1.0' encoding='GB18030'?>\n";
    Path file = folder.resolve("chinese.xml");
    Files.write(file, (declaration + CUBE.formatted("销售")).getBytes(Charset.forName("GB18030")));
    assertThat(SchemaReader.read(file).name()).isEqualTo("销售");
    Files.write(file, ("\uFEFF" + CUBE.formatted("销售")).getBytes(StandardCharsets.UTF_8));
    assertThat(SchemaReader.read(file).name()).isEqualTo("销售");
    Files.write(file, CUBE.formatted("销售").getBytes(StandardCharsets.UTF_16));
    assertThat(SchemaReader.read(file).name()).isEqualTo("销售");
    Files.writeString(file, "<?xml version='1.0' encoding='no-such'?><Schema name='x'/>");
    assertThatThrownBy(() -> SchemaReader.read(file))
        .isInstanceOf(SchemaException.class)
        .hasMessage("chinese.xml declares the unknown encoding no-such");
    Files.write(file, CUBE.formatted("销售").getBytes(Charset.forName("GB18030")));
    assertThatThrownBy(() -> SchemaReader.read(file))
        .isInstanceOf(SchemaException.class)
        .hasMessageStartingWith("chinese.xml is not written in UTF-8");
  }

  @Test
  void placesAreThoseOfTheAttributes() {
    String xml =
        """
        <?xml version="1.0"?>
        <!-- <Cube name="not this"> -->
        <Schema name="a > b">\r
          <Cube
              name = 'C'
              kaption='x'><![CDATA[<Cube>]]>
            <Table name="t"
                alias=""
                scheme="s"/>
          </Cube>
        </Schema>
        """;
    Schema schema = SchemaReader.read(xml, "test.xml", ReaderSettings.DEFAULT);
    assertThat(schema.faults())
        .extracting(SchemaFault::toString)
        .containsExactly(
            "<Cube> has no attribute 'kaption'; did you mean 'caption'?"
                + " (<Cube>, line 6, column 7)",
            "<Table> has no attribute 'scheme'; did you mean 'schema'?"
                + " (<Table>, line 9, column 9)");
  }

  @Test
  void aFaultLeavesOtherCubesUsable() {
    String xml =
        "<Schema name='s'><Cube name='A'><Table name='t'/></Cube>"
            + "<Cube name='B'><Tabel name='t'/></Cube></Schema>";
    Schema schema = SchemaReader.read(xml, "test.xml", ReaderSettings.DEFAULT);
    assertThat(schema.cubes()).extracting(Cube::name).containsExactly("A");
    assertThat(schema.faults()).extracting(SchemaFault::cube).containsExactly("B");
  }

  @Test
  void aUnionStandsForTheRolesWithGrantsBelowIt() {
    String xml =
        """
        <Schema name="s">
          <Role name="all"><Union><RoleUsage roleName="some"/><RoleUsage roleName="c"/></Union></Role>
          <Role name="some"><Union><RoleUsage roleName="b"/><RoleUsage roleName="a"/></Union></Role>
          <Role name="a"/><Role name="b"/><Role name="c"/>
          <Role name="twice"><Union><RoleUsage roleName="a"/><RoleUsage roleName="some"/></Union></Role>
        </Schema>
        """;
    Schema schema = SchemaReader.read(xml, "test.xml", ReaderSettings.DEFAULT);
    assertThat(schema.united(schema.roles().get("all")))
        .extracting(Role::name)
        .containsExactly("b", "a", "c");
    assertThat(schema.united(schema.roles().get("twice")))
        .extracting(Role::name)
        .containsExactly("a", "b");
    assertThat(schema.united(schema.roles().get("c"))).extracting(Role::name).containsExactly("c");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(String xml) {
    return assertThatThrownBy(() -> SchemaReader.read(xml, "test.xml", ReaderSettings.DEFAULT))
        .isInstanceOf(SchemaException.class);
  }
}
