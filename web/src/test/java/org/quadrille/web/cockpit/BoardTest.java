package org.quadrille.web.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quadrille.web.view.PassingViews;
import org.quadrille.web.view.Tile;

class BoardTest {
  private final PassingViews store = new PassingViews();
  private final Board board = new Board(store, "Sample");

  private List<String> sources() {
    return board.tiles().stream().map(Tile::source).toList();
  }

  @Test
  void beginsWithTheUsualTilesAndStoresNothing() {
    assertThat(sources()).startsWith("cockpit/figures", "cockpit/time").hasSize(6);
    assertThat(store.tiles("Sample")).isEmpty();
  }

  @Test
  void tilesAreAddedOnceMovedWidenedAndTakenAway() {
    board.add("view/v1");
    board.add("view/v1");
    assertThat(sources()).hasSize(7).endsWith("view/v1");
    board.move("view/v1", -1);
    assertThat(sources().get(5)).isEqualTo("view/v1");
    board.move("cockpit/figures", -1);
    assertThat(sources().get(0)).isEqualTo("cockpit/figures");
    board.widen("view/v1", "full");
    assertThat(board.tiles().get(5)).isEqualTo(new Tile("view/v1", "full"));
    board.remove("cockpit/time");
    assertThat(sources()).hasSize(6).doesNotContain("cockpit/time");
    assertThat(new Board(store, "Other").tiles()).hasSize(6);
    board.reset();
    assertThat(sources()).contains("cockpit/time").doesNotContain("view/v1");
  }

  @Test
  void whatIsNoTileIsRefused() {
    assertThatThrownBy(() -> board.add("../etc")).hasMessageContaining("source");
    assertThatThrownBy(() -> board.widen("cockpit/time", "huge")).hasMessageContaining("width");
  }
}
