package org.quadrille.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quadrille.web.page.DataTable.Column;
import org.quadrille.web.page.DataTable.Line;
import org.quadrille.web.page.DataTable.Value;
import org.quadrille.web.text.Language;
import org.quadrille.web.text.Messages;

final class TemplatesTest {
  private static final String EVIL = "<b>\"Löwe & Söhne\"</b>";

  private final Templates templates = new Templates();
  private final Messages text = Messages.of(Language.EN);

  private String panel(Block... blocks) {
    PanelView panel =
        new PanelView(EVIL, "subtitle", List.of(blocks), List.of("how"), List.of("SELECT <1>"));
    return templates.fill("panel.ftlh", Map.of("t", text, "id", "x", "panel", panel));
  }

  private static DataTable table() {
    return new DataTable(
        EVIL,
        List.of(Column.text("Name"), Column.number("Sales")),
        List.of(
            Line.of(List.of(Value.link(EVIL, "/?a=1&b=2"), Value.change("+4.2%", 0.042))),
            new Line(List.of(Value.of("own"), new Value("A", null, "a")), true)));
  }

  @Test
  void escapesWhateverComesFromData() {
    String html =
        panel(
            new Block.TableBlock(table(), true),
            new Block.SentenceBlock(EVIL),
            new Block.NotesBlock(List.of(EVIL)),
            new Block.EmptyBlock(EVIL));
    assertThat(html).doesNotContain("<b>").contains("&lt;b&gt;&quot;Löwe &amp; Söhne");
    assertThat(html).contains("href=\"/?a=1&amp;b=2\"").contains("SELECT &lt;1&gt;");
  }

  @Test
  void tablesHaveCaptionAndHeadsOfColumnsAndRows() {
    String html = panel(new Block.TableBlock(table(), false));
    assertThat(html).contains("<caption class=\"heard\">");
    assertThat(count(html, "<th scope=\"col\"")).isEqualTo(2);
    assertThat(count(html, "<th scope=\"row\"")).isEqualTo(2);
    assertThat(html).contains("<tr class=\"own\">").contains("<span class=\"class-a\">A</span>");
  }

  @Test
  void aChangeIsToldByMoreThanColour() {
    String html = panel(new Block.TableBlock(table(), false));
    assertThat(html).contains("▲").contains("+4.2%");
  }

  @Test
  void aChartHasItsJsonALabelAndATable() {
    String html =
        panel(new Block.ChartBlock("{\"option\":{}}", "Sales by month", "large", table()));
    assertThat(html)
        .contains("<script type=\"application/json\">{\"option\":{}}</script>")
        .contains("role=\"img\" aria-label=\"Sales by month\"")
        .contains("<summary>Show as table</summary>");
  }

  @Test
  void tilesSayRiseAndFallInWords() {
    Block.Tile tile =
        new Block.Tile(
            "Sales", "1.2M", "1,234,567.00", "down", "−3.0%", "last year 1.3M", "how", "/x");
    Block.Tile alone = new Block.Tile("Orders", "7", "7", "same", "", "no comparison", "how", null);
    String html = panel(new Block.TilesBlock(List.of(tile, alone)));
    assertThat(html).contains("lower than last year").contains("title=\"1,234,567.00\"");
    assertThat(count(html, "tile-link")).isEqualTo(1);
    assertThat(count(html, "tile-change")).isEqualTo(1);
  }

  @Test
  void longTablesHaveAWayOn() {
    String html = panel(new Block.PagerBlock("51–100 of 312", "/p?page=1", null));
    assertThat(html).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
  }

  @Test
  void aWrongTemplateSaysWhichItIs() {
    assertThatThrownBy(() -> templates.fill("panel.ftlh", Map.of("t", text)))
        .hasMessageContaining("panel.ftlh");
  }

  private static long count(String html, String part) {
    return Pattern.compile(Pattern.quote(part)).matcher(html).results().count();
  }
}
