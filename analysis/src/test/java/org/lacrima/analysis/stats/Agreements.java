package org.lacrima.analysis.stats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The table of agreements with R that a run of the tests leaves in {@code target/agreement-stats.md}. */
final class Agreements {

    private static final Map<String, double[]> ROWS = new TreeMap<>();
    private static boolean hooked;

    /** Numbers this near are both zero but for rounding. */
    private static final double ROUNDING = 1e-15;

    private Agreements() {}

    static synchronized void add(String what, double theirs, double ours) {
        if (!hooked) {
            hooked = true;
            Runtime.getRuntime().addShutdownHook(new Thread(Agreements::write));
        }
        ROWS.put(what, new double[] {theirs, ours});
    }

    private static synchronized void write() {
        StringBuilder page = new StringBuilder();
        page.append("# Statistics: agreement with R 4.2.2\n\n");
        page.append(
                        "Written by the tests. Packages and calls: oracles/stats. Where more than 1e-8 apart, R stops a search or a")
                .append(
                        " series early (uniroot, effectsize 0.8.3, psmirnov, ptukey); mpmath or scipy confirm our digits.\n\n");
        page.append("| number | R | ours | relative deviation |\n|---|---|---|---|\n");
        double worst = 0;
        for (Map.Entry<String, double[]> row : ROWS.entrySet()) {
            double theirs = row.getValue()[0];
            double ours = row.getValue()[1];
            double deviation = Math.abs(ours - theirs) < ROUNDING || ours == theirs
                    ? 0
                    : Math.abs(ours - theirs) / Math.abs(theirs);
            worst = Math.max(worst, deviation);
            page.append(String.format(
                    Locale.ROOT, "| %s | %.15g | %.15g | %.1e |%n", row.getKey(), theirs, ours, deviation));
        }
        page.append(String.format(Locale.ROOT, "%n%d numbers, largest relative deviation %.1e.%n", ROWS.size(), worst));
        try {
            Path target = Path.of("target");
            Path folder = Files.isDirectory(target) ? target : Path.of(System.getProperty("java.io.tmpdir"));
            Files.writeString(folder.resolve("agreement-stats.md"), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
