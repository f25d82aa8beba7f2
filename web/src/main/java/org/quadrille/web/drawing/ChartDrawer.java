package org.quadrille.web.drawing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.ScriptableObject;
import org.quadrille.web.asset.Assets;

/**
 * Draws the charts of the pages as SVG. The scripts are those that the browser runs; they are read
 * when the first chart is drawn, which takes two to three seconds, after which a chart takes about
 * a tenth of one. Safe for use by many threads, of which one draws at a time: a second engine would
 * cost some 40 MB and help only where cores are idle.
 */
public final class ChartDrawer {
  private static final String SCRIPT = "/org/quadrille/web/drawing/draw.js";

  /** Widest and highest drawing, in pixels; beyond it a mistake is likelier than a wish. */
  private static final int MOST = 10_000;

  /** Drawings that are kept, and the length of the longest; some 10 MB at most. */
  private static final int KEPT = 64;

  private static final int MOST_KEPT = 100_000;

  /**
   * Marks for pointing at things: of no use without a page, and numbered on from chart to chart.
   */
  private static final Pattern FOR_POINTING =
      Pattern.compile(
          "(?s)<style.*?</style>|(?<=\\s)(class=\"zr[^\"]*\"|ecmeta_[^>]*?\"[^\"]*\") ?");

  /** Names of what is referred to, with the number of the chart since the scripts were read. */
  private static final Pattern NUMBERED = Pattern.compile("\\bzr\\d+-([a-z]+\\d*)");

  private final Assets assets;
  private final ContextFactory factory = new ContextFactory();
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable ScriptableObject scope;

  /** The last drawings: a report for many readers has the same charts. Guarded by the lock. */
  private final Map<List<Object>, String> recent =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, String> eldest) {
          return size() > KEPT;
        }
      };

  /** Draws with these scripts. */
  public ChartDrawer(Assets assets) {
    this.assets = Objects.requireNonNull(assets, "assets");
  }

  /**
   * Draws a chart; the same chart gives the same text each time. Names inside it begin with {@code
   * chart-} and are unique in this drawing only.
   *
   * @param json as {@code ChartJson} writes it
   * @param width in pixels, 1 to 10,000
   * @param height in pixels, 1 to 10,000
   * @throws IllegalArgumentException if the size is out of range or the JSON is no chart
   */
  public String svg(String json, Theme theme, int width, int height) {
    if (width < 1 || height < 1 || width > MOST || height > MOST) {
      throw new IllegalArgumentException("cannot draw at " + width + " × " + height + " pixels");
    }
    Object[] arguments = {json, write(theme), width, height};
    List<Object> key = List.of(arguments);
    lock.lock();
    try (Context context = enter()) {
      String known = recent.get(key);
      if (known != null) {
        return known;
      }
      ScriptableObject global = scope;
      if (global == null) {
        global = load(context);
        scope = global;
      }
      Function draw = (Function) ScriptableObject.getProperty(global, "draw");
      String drawn = Context.toString(draw.call(context, global, global, arguments));
      String svg =
          NUMBERED.matcher(FOR_POINTING.matcher(drawn).replaceAll("")).replaceAll("chart-$1");
      if (svg.length() <= MOST_KEPT) {
        recent.put(key, svg);
      }
      return svg;
    } catch (RhinoException e) {
      throw new IllegalArgumentException("the chart cannot be drawn: " + e.getMessage(), e);
    } finally {
      lock.unlock();
    }
  }

  /** Reads the scripts, so that the first chart need not wait for that. */
  public void warm() {
    lock.lock();
    try (Context context = enter()) {
      if (scope == null) {
        scope = load(context);
      }
    } finally {
      lock.unlock();
    }
  }

  private Context enter() {
    Context context = factory.enterContext();
    // Compiling ECharts to classes takes longer than interpreting it for a thousand charts.
    context.setInterpretedMode(true);
    context.setLanguageVersion(Context.VERSION_ES6);
    return context;
  }

  private ScriptableObject load(Context context) {
    // Without access to Java classes.
    ScriptableObject global = context.initSafeStandardObjects();
    run(context, global, "echarts.min.js", assets.text("echarts.min.js"));
    run(context, global, "charts.js", assets.text("charts.js"));
    run(context, global, "draw.js", read());
    Function measure = (Function) ScriptableObject.getProperty(global, "measureBy");
    measure.call(context, global, global, new Object[] {LetterWidths.json()});
    return global;
  }

  private static void run(Context context, ScriptableObject global, String name, String script) {
    context.evaluateString(global, script, name, 1, null);
  }

  private static String read() {
    try (InputStream in = ChartDrawer.class.getResourceAsStream(SCRIPT)) {
      if (in == null) {
        throw new IOException("missing on the class path: " + SCRIPT);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String write(Theme theme) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode colours = root.putObject("colours");
    theme.properties().forEach(colours::put);
    for (String name : new String[] {"text", "muted", "line", "surface"}) {
      root.put(name, theme.colour("--" + name));
    }
    root.put("font", theme.font());
    return root.toString();
  }
}
