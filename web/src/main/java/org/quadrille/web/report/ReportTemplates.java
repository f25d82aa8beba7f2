package org.quadrille.web.report;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.quadrille.web.drawing.ChartDrawer;
import org.quadrille.web.drawing.Theme;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.text.Language;
import org.quadrille.web.text.Messages;

/**
 * Fills the templates of reports. A template sees texts, parts and drawings, nothing of the program
 * besides; whatever it prints is escaped.
 */
final class ReportTemplates {
  /** Stands for the time until the fingerprint has been taken. */
  private static final String TIME = "\uE000";

  /** What XML does not allow, whatever it is escaped to. */
  private static final String NOT_XML = "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]";

  private final ChartDrawer drawer;
  private final Theme light;
  private final String product;

  ReportTemplates(ChartDrawer drawer, Theme light, String product) {
    this.drawer = drawer;
    this.light = light;
    this.product = product;
  }

  Report fill(
      ReportFile file, ReportRequest request, List<ReportPart> parts, List<String> problems) {
    Language language = request.language();
    String title = file.head().title(language);
    String html = html(file, request, parts).replaceAll(NOT_XML, "");
    DateTimeFormatter format =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(language.locale());
    return new Report(
        file.name(),
        title,
        language,
        html.replace(TIME, request.now().format(format)),
        tables(parts),
        problems,
        hash(html));
  }

  private static List<DataTable> tables(List<ReportPart> parts) {
    List<DataTable> tables = new ArrayList<>();
    parts.stream()
        .flatMap(part -> part.panels().stream())
        .flatMap(panel -> panel.blocks().stream())
        .forEach(
            block -> {
              if (block instanceof Block.TableBlock table) {
                tables.add(table.table());
              } else if (block instanceof Block.ChartBlock chart) {
                tables.add(chart.table());
              }
            });
    return tables;
  }

  private String html(ReportFile file, ReportRequest request, List<ReportPart> parts) {
    Messages text = Messages.of(request.language());
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("t", text);
    model.put("language", request.language() == Language.ZH ? "zh-CN" : "en");
    model.put("product", product);
    model.put("title", file.head().title(request.language()));
    model.put("description", file.head().description(request.language()));
    model.put("paper", file.head().paper().css());
    model.put("wide", file.head().paper().width() > 200);
    model.put("made", TIME);
    model.put("parts", parts);
    Map<String, ReportPart> byName = new TreeMap<>();
    parts.forEach(part -> byName.put(part.name(), part));
    model.put("part", byName);
    model.put("drawings", new Drawings(drawer, light, file.head().paper()));
    model.put("underChart", PaperText.UNDER_CHART);
    model.put("style", ReportLibrary.own("report.css"));
    model.put("runningTitle", css(file.head().title(request.language())));
    model.put("pageOf", pageOf(text));
    try {
      Configuration configuration = configuration();
      Template library = new Template("report.ftl", ReportLibrary.own("report.ftl"), configuration);
      configuration.setTemplateLoader(null);
      // The library's macros stand before the body, on lines that places of errors do not count.
      String whole = "<@document>" + file.body() + "</@document>";
      Template body = new Template(file.origin(), whole, configuration);
      StringWriter out = new StringWriter(1 << 16);
      var environment = body.createProcessingEnvironment(model, out);
      environment.include(library);
      environment.process();
      return out.toString();
    } catch (TemplateException e) {
      String place = file.origin() + ":" + line(e, file);
      throw new ReportException(place + "the template failed: " + e.getMessageWithoutStackTop(), e);
    } catch (IOException e) {
      throw new ReportException(file.origin() + ": the template is wrong: " + e.getMessage(), e);
    }
  }

  private static String line(TemplateException e, ReportFile file) {
    Integer line = e.getLineNumber();
    return line == null ? " " : (line + file.lines()) + ":" + e.getColumnNumber() + ": ";
  }

  private static Configuration configuration() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_33);
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("c");
    configuration.setBooleanFormat("c");
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    return configuration;
  }

  /** "Page x of y" as the content of a margin box. */
  private static String pageOf(Messages text) {
    String pattern = text.get("report.page-of", "\u0001", "\u0002");
    StringBuilder content = new StringBuilder();
    for (String part : pattern.split("(?<=[\u0001\u0002])|(?=[\u0001\u0002])")) {
      content.append(
          switch (part) {
            case "\u0001" -> " counter(page)";
            case "\u0002" -> " counter(pages)";
            default -> " " + css(part);
          });
    }
    return content.toString();
  }

  /** A text as CSS has it, in letters that no markup cares for. */
  private static String css(String text) {
    StringBuilder css = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              boolean plain = c < 128 && (Character.isLetterOrDigit(c) || c == ' ');
              css.append(plain ? Character.toString(c) : "\\%06x".formatted(c));
            });
    return css.append('"').toString();
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
