package org.quadrille.cubes.extension;

import org.jspecify.annotations.Nullable;

/**
 * Writes the captions of a level's members. A class has a public constructor without parameters;
 * one instance serves all threads at once.
 */
@FunctionalInterface
public interface MemberFormatter {
  /** The caption to show; null for the usual one. A failure makes the query fail. */
  @Nullable String format(MemberView member);
}
