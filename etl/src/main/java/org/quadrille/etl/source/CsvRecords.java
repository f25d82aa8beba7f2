package org.quadrille.etl.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV text with the lines on which they begin. A record that is wrong costs its
 * first line only: reading goes on at the next one, so that a stray quote cannot swallow the good
 * rows after it.
 */
final class CsvRecords {
  /** A quoted value may go over this many lines; beyond, its quote counts as not closed. */
  private static final int MAX_LINES = 1_000;

  private static final char UNREADABLE = '\uFFFD';

  private final BufferedReader reader;
  private final char delimiter;
  private final char quote;
  private final Deque<String> ahead = new ArrayDeque<>();
  private final List<String> values = new ArrayList<>();
  private long lines;
  private long line;
  private String raw = "";
  private @Nullable Fault fault;

  /** What can be wrong with a record. */
  enum Fault {
    /** A quote is not closed, or text follows a closed one. */
    QUOTE,
    /** There are bytes that are not of the encoding. */
    ENCODING
  }

  CsvRecords(BufferedReader reader, char delimiter, char quote) {
    this.reader = reader;
    this.delimiter = delimiter;
    this.quote = quote;
  }

  /** Goes to the next record that is not an empty line; false at the end. */
  boolean next() throws IOException {
    values.clear();
    fault = null;
    String text = readLine();
    while (text != null && text.isEmpty()) {
      text = readLine();
    }
    if (text == null) {
      return false;
    }
    line = lines;
    raw = text;
    if (text.indexOf(UNREADABLE) >= 0) {
      fault = Fault.ENCODING;
    } else if (text.indexOf(quote) < 0) {
      split(text);
    } else {
      parse(text);
      if (fault == null && raw.indexOf(UNREADABLE) >= 0) {
        fault = Fault.ENCODING;
      }
    }
    return true;
  }

  /** The values of a sound record. */
  List<String> values() {
    return values;
  }

  /** The line on which the record begins, from 1. */
  long line() {
    return line;
  }

  /** The record as it is written, or its first line where it is wrong. */
  String raw() {
    return raw;
  }

  @Nullable Fault fault() {
    return fault;
  }

  /** Lets the caller refuse the record: all its lines but the first will be read again. */
  void giveBack() {
    List<String> parts = raw.lines().toList();
    if (parts.size() > 1) {
      pushBack(parts.subList(1, parts.size()));
      raw = parts.get(0);
    }
  }

  private void pushBack(List<String> parts) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      ahead.addFirst(parts.get(i));
    }
    lines -= parts.size();
  }

  private @Nullable String readLine() throws IOException {
    String text = ahead.isEmpty() ? reader.readLine() : ahead.removeFirst();
    if (text == null) {
      return null;
    }
    lines++;
    // A byte order mark is no part of the first name.
    return lines == 1 && !text.isEmpty() && text.charAt(0) == '\uFEFF' ? text.substring(1) : text;
  }

  private void split(String text) {
    int start = 0;
    for (int end = text.indexOf(delimiter); end >= 0; end = text.indexOf(delimiter, start)) {
      values.add(text.substring(start, end));
      start = end + 1;
    }
    values.add(text.substring(start));
  }

  private void parse(String first) throws IOException {
    StringBuilder text = new StringBuilder(first);
    List<String> more = new ArrayList<>();
    int at = 0;
    while (at >= 0) {
      int end;
      if (at < text.length() && text.charAt(at) == quote) {
        end = quoted(text, at + 1, more);
      } else {
        int found = text.indexOf(String.valueOf(delimiter), at);
        end = found < 0 ? text.length() : found;
        values.add(text.substring(at, end));
      }
      if (end < 0 || (end < text.length() && text.charAt(end) != delimiter)) {
        fail(more);
        return;
      }
      at = end < text.length() ? end + 1 : -1;
    }
    raw = text.toString();
  }

  /**
   * Reads a quoted value that begins at {@code at}; gives the place after its closing quote, or -1.
   */
  private int quoted(StringBuilder text, int at, List<String> more) throws IOException {
    StringBuilder value = new StringBuilder();
    int i = at;
    while (true) {
      if (i == text.length()) {
        String line = more.size() < MAX_LINES ? readLine() : null;
        if (line == null) {
          return -1;
        }
        more.add(line);
        text.append('\n').append(line);
      }
      char c = text.charAt(i++);
      if (c != quote) {
        value.append(c);
      } else if (i < text.length() && text.charAt(i) == quote) {
        value.append(quote);
        i++;
      } else {
        values.add(value.toString());
        return i;
      }
    }
  }

  private void fail(List<String> more) {
    fault = Fault.QUOTE;
    pushBack(more);
  }
}
