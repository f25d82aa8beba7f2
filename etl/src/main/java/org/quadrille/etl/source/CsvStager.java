package org.quadrille.etl.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.etl.LoadException;
import org.quadrille.etl.job.Source;
import org.quadrille.etl.report.LoadProgress;
import org.quadrille.etl.source.Staged.StagedColumn;
import org.quadrille.etl.sql.Sql;

/**
 * Stages CSV files. They are read here and not by DuckDB because every row needs the physical line
 * on which it stands, also after rows that are broken or go over several lines, and because
 * DuckDB's package reads but few encodings.
 */
final class CsvStager implements Stager {
  private static final int BUFFER = 1 << 16;

  private final Source.Csv source;
  private final List<Path> files;
  private final Sql sql;
  private final Set<String> nulls;

  CsvStager(Source.Csv source, List<Path> files, Sql sql) {
    this.source = source;
    this.files = files;
    this.sql = sql;
    this.nulls = new HashSet<>(source.nulls());
  }

  @Override
  public List<Path> files() {
    return files;
  }

  @Override
  public List<StagedColumn> columns() throws IOException {
    return firstHeader().names().stream().map(name -> new StagedColumn(name, "VARCHAR")).toList();
  }

  @Override
  public Staged stage(String table, RejectTable rejects, LoadProgress progress)
      throws SQLException, IOException {
    Header first = firstHeader();
    try (StageTable rows = StageTable.create(sql, table, first.names(), progress);
        RejectTable.Writer bad = rejects.writer(source.name())) {
      for (int i = 0; i < files.size(); i++) {
        read(files.get(i), i, first, rows, bad);
      }
      return new Staged(
          source.name(),
          table,
          columns(),
          files.stream().map(file -> String.valueOf(file.getFileName())).toList(),
          rows.rows(),
          bad.count());
    }
  }

  private Header firstHeader() throws IOException {
    try (BufferedReader reader = open(files.get(0))) {
      return header(files.get(0), records(reader));
    }
  }

  private void read(Path file, int index, Header first, StageTable rows, RejectTable.Writer bad)
      throws SQLException, IOException {
    try (BufferedReader reader = open(file)) {
      CsvRecords records = records(reader);
      int[] order = header(file, records).indexesIn(first);
      String name = String.valueOf(file.getFileName());
      @Nullable String[] values = new String[order.length];
      while (records.next()) {
        CsvRecords.Fault fault = records.fault();
        if (fault != null) {
          bad.add(name, records.line(), null, code(fault), message(fault), records.raw());
        } else if (records.values().size() != order.length) {
          int found = records.values().size();
          records.giveBack();
          bad.add(
              name,
              records.line(),
              null,
              "shape",
              "there are " + found + " values for " + order.length + " columns",
              records.raw());
        } else {
          for (int i = 0; i < order.length; i++) {
            String value = records.values().get(i);
            values[order[i]] = nulls.contains(value) ? null : value;
          }
          rows.add(values, index, records.line());
        }
      }
    }
  }

  private Header header(Path file, CsvRecords records) throws IOException {
    if (!source.header()) {
      return new Header(file, source.columns());
    }
    if (!records.next()) {
      throw new LoadException(
          file + " is empty, not even a header is there; write it again or take it away");
    }
    CsvRecords.Fault fault = records.fault();
    if (fault != null) {
      throw new LoadException(
          file
              + ":"
              + records.line()
              + ": the header cannot be read: "
              + message(fault)
              + "; look at encoding, delimiter and quote of source "
              + source.name());
    }
    return Header.of(file, records.line(), records.values());
  }

  private CsvRecords records(BufferedReader reader) {
    return new CsvRecords(reader, source.delimiter(), source.quote());
  }

  private BufferedReader open(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            Files.newInputStream(file),
            source
                .encoding()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
        BUFFER);
  }

  private static String code(CsvRecords.Fault fault) {
    return switch (fault) {
      case QUOTE -> "quote";
      case ENCODING -> "encoding";
    };
  }

  private String message(CsvRecords.Fault fault) {
    return switch (fault) {
      case QUOTE -> "a quote " + source.quote() + " is not closed, or text follows the closing one";
      case ENCODING -> "there are bytes that are not " + source.encoding().name();
    };
  }
}
