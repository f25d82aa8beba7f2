package org.quadrille.server.app;

import java.io.IOException;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.server.config.ConfigException;
import org.quadrille.server.config.ReportSettings;
import org.quadrille.web.Pages;
import org.quadrille.web.drawing.PaperFonts;
import org.quadrille.web.page.PageSettings;
import org.quadrille.web.report.ReportLibrary;
import org.quadrille.web.schedule.ScheduleBoard;
import org.quadrille.web.view.ViewStore;

/** Makes the pages with the reports and fonts of the settings. */
public final class ReportPages {
  private ReportPages() {}

  /**
   * The pages of one who sends nothing.
   *
   * @throws ConfigException if the font cannot be read
   */
  public static Pages of(Catalogs catalogs, ReportSettings settings, ViewStore views) {
    return of(catalogs, settings, views, ScheduleBoard.none());
  }

  /**
   * The pages.
   *
   * @throws ConfigException if the font cannot be read
   */
  static Pages of(
      Catalogs catalogs, ReportSettings settings, ViewStore views, ScheduleBoard board) {
    try {
      PaperFonts fonts =
          settings.font() == null ? PaperFonts.find() : PaperFonts.with(settings.font());
      return new Pages(
          catalogs,
          PageSettings.DEFAULT,
          views,
          new ReportLibrary(settings.folder()),
          fonts,
          board);
    } catch (IOException e) {
      throw new ConfigException("reports: " + e.getMessage());
    }
  }
}
