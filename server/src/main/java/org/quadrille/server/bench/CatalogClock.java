package org.quadrille.server.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.cubes.store.StoreLoad;

/** Catalogs that measure how long everything takes that is asked of them; for one thread. */
final class CatalogClock implements Catalogs {
  private final Catalogs catalogs;
  private final List<Catalog> timed = new ArrayList<>();
  private long nanos;

  CatalogClock(Catalogs catalogs) {
    this.catalogs = catalogs;
    for (Catalog catalog : catalogs.all()) {
      timed.add(
          (Catalog)
              Proxy.newProxyInstance(
                  Catalog.class.getClassLoader(),
                  new Class<?>[] {Catalog.class},
                  new Stopwatch(catalog)));
    }
  }

  /** Nanoseconds spent in catalogs so far. */
  long nanos() {
    return nanos;
  }

  @Override
  public List<Catalog> all() {
    return List.copyOf(timed);
  }

  @Override
  public Catalog get(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return timed.stream()
        .filter(catalog -> catalog.name().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst()
        .orElseThrow(() -> new UnknownNameException("there is no catalog " + name));
  }

  @Override
  public StoreLoad load() {
    return catalogs.load();
  }

  @Override
  public void close() {
    catalogs.close();
  }

  private final class Stopwatch implements InvocationHandler {
    private final Catalog catalog;

    Stopwatch(Catalog catalog) {
      this.catalog = catalog;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (method.getName().equals("equals") && arguments != null) {
        return proxy == arguments[0];
      }
      long start = System.nanoTime();
      try {
        return method.invoke(catalog, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause() == null ? e : e.getCause();
      } finally {
        nanos += System.nanoTime() - start;
      }
    }
  }
}
