package org.lacrima.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What the times were taken on.
 *
 * @param processor model of the processor
 * @param cores processors that Java sees
 * @param java name and version of the virtual machine
 * @param system operating system
 */
record Machine(String processor, int cores, String java, String system) {
    private static final Path LINUX = Path.of("/proc/cpuinfo");
    private static final String MODEL = "model name";

    /** This machine. */
    static Machine here() throws IOException {
        return new Machine(
                model(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }

    /** The model as Linux tells it; elsewhere, and where Linux does not know it either, the architecture. */
    private static String model() throws IOException {
        if (Files.isReadable(LINUX)) {
            for (String line : Files.readAllLines(LINUX)) {
                if (line.startsWith(MODEL)) {
                    return line.substring(line.indexOf(':') + 1).strip();
                }
            }
        }
        return System.getProperty("os.arch");
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s, %d cores, %s, %s", processor, cores, java, system);
    }
}
