package org.quadrille.server.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The largest memory of this process since a start: what the system counts as resident where it
 * tells (Linux), else the heap alone. DuckDB's memory is outside the heap.
 */
final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path CLEAR = Path.of("/proc/self/clear_refs");

  private boolean resident = true;

  /** Starts anew, after what is no longer used was collected. */
  void start() {
    System.gc();
    try {
      // 5 sets the peak back to what is resident now; see proc_pid_clear_refs(5).
      Files.writeString(CLEAR, "5", StandardCharsets.US_ASCII);
    } catch (IOException e) {
      resident = false;
      ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }
  }

  /** The peak in megabytes. */
  long megabytes() {
    return (resident ? residentBytes() : heapBytes()) >> 20;
  }

  /** What is measured, for the head of a table. */
  String kind() {
    return resident ? "resident" : "heap";
  }

  private long residentBytes() {
    try {
      return Files.readAllLines(STATUS, StandardCharsets.US_ASCII).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  private static long heapBytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
