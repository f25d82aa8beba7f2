package org.quadrille.cubes.schema;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a Mondrian 3 schema file. What is wrong in a cube (or in a shared dimension it uses)
 * disables that cube and the virtual cubes over it, what is wrong in a role that role; all of it is
 * in {@link Schema#faults()} with its place. Only what is no schema at all is a {@link
 * SchemaException}.
 */
public final class SchemaReader {
  private static final Pattern ENCODING =
      Pattern.compile("^\\W*xml[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

  private SchemaReader() {}

  /** Reads a file without allowing code. */
  public static Schema read(Path file) {
    return read(file, ReaderSettings.DEFAULT);
  }

  /** Reads a file in the encoding that its XML declaration gives, else UTF-8. */
  public static Schema read(Path file, ReaderSettings settings) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new SchemaException("the schema file " + file + " does not exist");
    } catch (IOException e) {
      throw new SchemaException("cannot read the schema file " + file + ": " + e.getMessage());
    }
    String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
    return read(decoded(bytes, name), name, settings);
  }

  /**
   * Reads a schema from text.
   *
   * @param documentName name of the file for messages
   */
  public static Schema read(String xml, String documentName, ReaderSettings settings) {
    String text = xml.startsWith("\uFEFF") ? xml.substring(1) : xml;
    XmlElement root = new XmlTree(documentName, text).read();
    if (!root.name().equals("Schema")) {
      throw new SchemaException(
          documentName + " is not a schema: its root is <" + root.name() + ">, not <Schema>");
    }
    if (root.get("metamodelVersion") != null || root.child("PhysicalSchema") != null) {
      throw new SchemaException(
          documentName + " is a schema of Mondrian 4; write it in the form of Mondrian 3");
    }
    return new SchemaBuilder(root, settings).build();
  }

  private static String decoded(byte[] bytes, String name) {
    Charset charset = encoding(bytes, name);
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new SchemaException(
          name
              + " is not written in "
              + charset.name()
              + "; save it so or declare its encoding in the first line");
    }
  }

  private static Charset encoding(byte[] bytes, String name) {
    if (bytes.length >= 2 && (bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF)) {
      // The byte order mark, which the charset takes away.
      return StandardCharsets.UTF_16;
    }
    String head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
    Matcher declared = ENCODING.matcher(head);
    if (!declared.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(declared.group(1));
    } catch (UnsupportedCharsetException e) {
      throw new SchemaException(name + " declares the unknown encoding " + declared.group(1));
    }
  }
}
