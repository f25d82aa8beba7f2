package org.quadrille.web.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps views in memory, until the program ends; for pages without a server around them. */
public final class PassingViews implements ViewStore {
  private final Map<String, SavedView> views = new LinkedHashMap<>();
  private final Map<String, List<Tile>> boards = new LinkedHashMap<>();

  @Override
  public synchronized List<SavedView> views(String catalog) {
    return views.values().stream()
        .filter(view -> view.catalog().equals(catalog))
        .sorted(Comparator.comparing(SavedView::name))
        .toList();
  }

  @Override
  public synchronized Optional<SavedView> view(String id) {
    return Optional.ofNullable(views.get(id));
  }

  @Override
  public synchronized SavedView save(String catalog, String name, String query) {
    String id =
        views(catalog).stream()
            .filter(view -> view.name().equals(name.strip()))
            .map(SavedView::id)
            .findFirst()
            .orElseGet(() -> UUID.randomUUID().toString());
    SavedView view = new SavedView(id, catalog, name, query);
    views.put(id, view);
    return view;
  }

  @Override
  public synchronized void remove(String id) {
    views.remove(id);
  }

  @Override
  public synchronized Optional<List<Tile>> tiles(String catalog) {
    return Optional.ofNullable(boards.get(catalog));
  }

  @Override
  public synchronized void arrange(String catalog, List<Tile> tiles) {
    boards.put(catalog, List.copyOf(new ArrayList<>(tiles)));
  }
}
