package org.quadrille.server.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quadrille.server.state.StateDatabase;
import org.quadrille.server.state.StateSettings;
import org.quadrille.web.view.SavedView;
import org.quadrille.web.view.Tile;

class StateViewsTest {
  @Test
  void viewsAndCockpitsAreThereAfterARestart(@TempDir Path folder) {
    StateSettings settings = StateSettings.embedded(folder.resolve("state"));
    List<Tile> tiles = List.of(new Tile("cockpit/figures", "full"), new Tile("view/a-1", "half"));
    SavedView first;
    try (StateDatabase state = StateDatabase.open(settings)) {
      StateViews views = new StateViews(state.dataSource(), Clock.systemUTC());
      assertThat(views.tiles("Sample")).isEmpty();
      first = views.save("Sample", " 各省销售 ", "cube=Sales&m=[Measures].[Amount]");
      views.save("Sample", "Another", "cube=Bids");
      views.save("Other", "各省销售", "cube=X");
      views.arrange("Sample", tiles);
    }
    try (StateDatabase state = StateDatabase.open(settings)) {
      StateViews views = new StateViews(state.dataSource(), Clock.systemUTC());
      assertThat(views.view(first.id())).contains(first);
      assertThat(first.name()).isEqualTo("各省销售");
      assertThat(views.views("Sample")).hasSize(2);
      assertThat(views.tiles("Sample")).contains(tiles);
    }
  }

  @Test
  void aNameIsTakenOnceAndKeepsItsAddress(@TempDir Path folder) {
    try (StateDatabase state = StateDatabase.open(StateSettings.embedded(folder.resolve("s")))) {
      StateViews views = new StateViews(state.dataSource(), Clock.systemUTC());
      SavedView old = views.save("Sample", "Sales", "a=1");
      SavedView changed = views.save("Sample", "Sales", "a=2");
      assertThat(changed.id()).isEqualTo(old.id());
      assertThat(views.views("Sample")).containsExactly(changed);
      assertThatThrownBy(() -> views.save("Sample", "  ", "a=3"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("1 to 100");
      views.remove(old.id());
      assertThat(views.views("Sample")).isEmpty();
    }
  }
}
