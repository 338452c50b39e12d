package org.lacrima.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.lacrima.core.simulate.StudyDesign.RecordingDesign;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long does the command line take for a file of five minutes, from its start to its end? */
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 2)
@Measurement(iterations = 15)
@Fork(1)
public class StartupBenchmark extends AbstractBenchmark {
    /** The runnable jar, as the root of the project sees it. */
    @Param("examples/target/lacrima.jar")
    public String jar = "";

    private Path recording = Path.of("");

    /** Writes the file. */
    @Setup
    public void make() throws IOException {
        if (!Files.exists(Path.of(jar))) {
            throw new IllegalStateException(jar + " is missing: run from the root of the project after packaging it");
        }
        StringBuilder text = new StringBuilder();
        for (double rr :
                SimulatedBeats.of(350, RecordingDesign.withoutArtifacts()).toMillis()) {
            text.append(String.format(Locale.ROOT, "%.0f%n", rr));
        }
        recording = Files.writeString(Files.createTempFile("lacrima", ".txt"), text);
    }

    /** Deletes it. */
    @TearDown
    public void delete() throws IOException {
        Files.delete(recording);
    }

    /** A Java virtual machine that starts and says its version: no program can be faster. */
    @Benchmark
    public int baseline() throws IOException, InterruptedException {
        return exitStatus("-version");
    }

    /** The command line with JSON as output. */
    @Benchmark
    public int lacrima() throws IOException, InterruptedException {
        return exitStatus("-jar", jar, "hrv", recording.toString(), "--json");
    }

    private static int exitStatus(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + " failed");
        }
        return process.exitValue();
    }
}
