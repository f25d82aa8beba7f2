package org.quadrille.cubes.schema;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a Mondrian 3 schema file. What is wrong in a cube (or in a shared dimension it uses)
 * disables that cube and the virtual cubes over it, what is wrong in a role that role; all of it is
 * in {@link Schema#faults()} with its place. Only what is no schema at all is a {@link
 * SchemaException}.
 */
public final class SchemaReader {
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
    return read(new String(bytes, encoding(bytes, name)), name, settings);
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

  private static Charset encoding(byte[] bytes, String name) {
    try {
      XMLStreamReader reader =
          XmlTree.factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
      try {
        String declared = reader.getCharacterEncodingScheme();
        String found = declared == null ? reader.getEncoding() : declared;
        return found == null ? StandardCharsets.UTF_8 : Charset.forName(found);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      // Reading the text tells better what is wrong with it.
      return StandardCharsets.UTF_8;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new SchemaException(name + " is in an unknown encoding: " + e.getMessage());
    }
  }
}
