package org.quadrille.etl.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.quadrille.etl.job.Job;
import org.quadrille.etl.job.Source;

/** Tells whether a load would read just what the last one read. */
final class ContentHash {
  private static final int BUFFER = 1 << 16;

  private ContentHash() {}

  /**
   * A hash of the job and of all its files; empty where the job reads a database, which may change
   * unseen.
   */
  static Optional<String> of(Job job, Collection<List<Path>> files) throws IOException {
    boolean reads =
        job.tables().isPresent()
            || job.sources().values().stream().anyMatch(Source.Jdbc.class::isInstance);
    if (reads) {
      return Optional.empty();
    }
    MessageDigest digest = sha256();
    digest.update(job.toString().getBytes(StandardCharsets.UTF_8));
    byte[] buffer = new byte[BUFFER];
    for (List<Path> group : files) {
      for (Path file : group) {
        digest.update(String.valueOf(file.getFileName()).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        try (InputStream in = Files.newInputStream(file)) {
          for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            digest.update(buffer, 0, n);
          }
        }
      }
    }
    return Optional.of(HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
