package org.quadrille.web.page;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** The templates of the pages; whatever they print is escaped. Safe for use by many threads. */
public final class Templates {
  private final Configuration configuration;

  /** Finds the templates on the class path. */
  public Templates() {
    configuration = new Configuration(Configuration.VERSION_2_3_33);
    configuration.setClassLoaderForTemplateLoading(
        Templates.class.getClassLoader(), "org/quadrille/web/templates");
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("c");
    configuration.setBooleanFormat("c");
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWhitespaceStripping(true);
  }

  /**
   * Fills a template.
   *
   * @throws IllegalStateException if the template is wrong
   */
  public String fill(String name, Map<String, ?> values) {
    try {
      Template template = configuration.getTemplate(name);
      StringWriter out = new StringWriter(8192);
      template.process(values, out);
      return out.toString();
    } catch (TemplateException e) {
      throw new IllegalStateException("template " + name + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
