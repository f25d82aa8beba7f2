package org.quadrille.server.config;

/** How users prove who they are. */
public enum AuthMode {
  /** Not at all: whoever reaches the server may use it, so only this machine can reach it. */
  NONE
}
