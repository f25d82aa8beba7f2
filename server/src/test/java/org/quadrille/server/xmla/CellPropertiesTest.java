package org.quadrille.server.xmla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quadrille.cubes.result.Cell;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.Cells;
import org.quadrille.cubes.result.QueryStatistics;
import org.quadrille.cubes.result.ResultAxis;
import org.quadrille.server.format.CellSetJson;

class CellPropertiesTest {
  private static final ResultAxis NO_AXIS = new ResultAxis(List.of(), List.of());

  private static CellSet cellSet(List<String> asked) {
    Cell cell =
        new Cell(5, "|5|style=red", null, "|0|style=red", Map.of("BACK_COLOR", 255, "NOTE", "x"));
    return new CellSet(
        "Sales",
        List.of(),
        NO_AXIS,
        new Cells(List.of(cell)),
        asked,
        new QueryStatistics(0, 1, 0, "1", List.of()));
  }

  private static String xml(List<String> asked) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    XmlOut xml = new XmlOut(out);
    new DatasetWriter(xml).write(cellSet(asked), new XmlaProperties(Map.of("Content", "Data")));
    xml.end();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void eachAskedPropertyIsDeclaredAndStandsInItsElement() throws Exception {
    String xml = xml(List.of("VALUE", "CELL_ORDINAL", "BACK_COLOR", "FONT_NAME", "NOTE"));

    assertThat(xml)
        .contains("<BackColor name=\"BACK_COLOR\"", "<FontName name=\"FONT_NAME\"")
        .contains("<NOTE name=\"NOTE\"")
        .contains("<BackColor xsi:type=\"xsd:int\">255</BackColor>")
        .contains("<NOTE xsi:type=\"xsd:string\">x</NOTE>")
        .contains("<FmtValue>|5|style=red</FmtValue>")
        .doesNotContain("<FontName>", "FormatString", "CELL_ORDINAL");
  }

  @Test
  void withoutTheClauseCellsHaveValueTextAndFormat() throws Exception {
    assertThat(xml(List.of()))
        .contains("<FormatString>|0|style=red</FormatString>")
        .doesNotContain("BackColor", "NOTE");
  }

  @Test
  void jsonHasThemInOneObject() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    CellSetJson.write("Shop", cellSet(List.of("BACK_COLOR", "NOTE")), out);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"properties\":{\"BACK_COLOR\":255,\"NOTE\":\"x\"}");
  }
}
