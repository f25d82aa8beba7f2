package org.quadrille.cubes.mdx;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.quadrille.cubes.mdx.Expression.Identifier;

/** Makes segments and identifiers, with brackets taken off. */
final class NameReader {
  private final SourceText source;

  NameReader(SourceText source) {
    this.source = source;
  }

  Identifier identifier(MdxGrammarParser.IdentifierContext ctx) {
    List<Segment> segments = new ArrayList<>();
    segments.add(first(ctx.firstSegment()));
    for (MdxGrammarParser.SegmentContext segment : ctx.segment()) {
      segments.add(segment(segment));
    }
    return new Identifier(segments);
  }

  Segment first(MdxGrammarParser.FirstSegmentContext ctx) {
    if (ctx.name() != null) {
      return plain(ctx.name());
    }
    return ctx.key() != null ? key(ctx.key()) : quoted(ctx.getStart(), ctx.getText());
  }

  Segment segment(MdxGrammarParser.SegmentContext ctx) {
    if (ctx.word() != null) {
      return plain(ctx.word());
    }
    return ctx.key() != null ? key(ctx.key()) : quoted(ctx.getStart(), ctx.getText());
  }

  /** A name without brackets. */
  Segment.Name plain(ParserRuleContext ctx) {
    return new Segment.Name(ctx.getText(), false, place(ctx.getStart()));
  }

  /** A name in brackets. */
  Segment.Name quoted(Token token, String text) {
    return new Segment.Name(unquote(text, 1), true, place(token));
  }

  /** The bare text of a property's name, with or without brackets. */
  String propertyName(MdxGrammarParser.PropertyNameContext ctx) {
    return ctx.QUOTED() == null ? ctx.getText() : unquote(ctx.getText(), 1);
  }

  private Segment.Key key(MdxGrammarParser.KeyContext ctx) {
    List<String> parts = new ArrayList<>();
    for (ParseTree child : ctx.children) {
      String text = child.getText();
      boolean word = ((TerminalNode) child).getSymbol().getType() == MdxGrammarParser.AMP_NAME;
      parts.add(word ? text.substring(1) : unquote(text, 2));
    }
    return new Segment.Key(parts, place(ctx.getStart()));
  }

  private static String unquote(String text, int opening) {
    return text.substring(opening, text.length() - 1).replace("]]", "]");
  }

  private Place place(Token token) {
    return source.at(token.getStartIndex());
  }
}
