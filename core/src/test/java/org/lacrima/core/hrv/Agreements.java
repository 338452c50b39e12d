package org.lacrima.core.hrv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;

/** The table of agreements with other packages that a test run leaves in {@code target/}. */
final class Agreements {
    private static final TreeSet<String> ROWS = new TreeSet<>();

    private Agreements() {}

    static synchronized void add(
            String peer, String metric, String profile, int recordings, double worst, int deviating, String reason) {
        ROWS.add(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %d | %.1e | %s |",
                metric,
                peer,
                profile,
                recordings,
                worst,
                deviating == 0 ? "" : deviating + " differ: " + reason));
        StringBuilder table = new StringBuilder(
                "| metric | package | profile | recordings | largest relative deviation | where it differs |\n"
                        + "| --- | --- | --- | --- | --- | --- |\n");
        ROWS.forEach(row -> table.append(row).append('\n'));
        try {
            Path target = Path.of("target");
            Files.createDirectories(target);
            Files.writeString(target.resolve("agreement-profiles.md"), table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
