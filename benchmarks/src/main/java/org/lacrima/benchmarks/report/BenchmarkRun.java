package org.lacrima.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks, {@code quick} or {@code full}, from the root of the project: results of the harness as JSON in
 * {@code benchmarks/target}, then the table. Only a full run writes the table of the documentation.
 */
public final class BenchmarkRun {
    private static final Path OUTPUT = Path.of("benchmarks", "target");
    private static final Path DOCUMENTATION = Path.of("docs", "benchmarks.md");

    private BenchmarkRun() {}

    /**
     * Runs them.
     *
     * @param arguments {@code quick} or {@code full}
     */
    public static void main(String[] arguments) throws RunnerException, IOException {
        String mode = arguments.length == 1 ? arguments[0] : "";
        switch (mode) {
            case "quick" -> run(mode, quick(), OUTPUT.resolve("benchmarks-quick.md"));
            case "full" -> run(mode, List.of(full()), DOCUMENTATION);
            default -> throw new IllegalArgumentException("one argument needed, quick or full");
        }
    }

    private static void run(String mode, List<Options> parts, Path table) throws RunnerException, IOException {
        Collection<RunResult> results = new ArrayList<>();
        for (Options part : parts) {
            results.addAll(new Runner(part).run());
        }
        Path json = OUTPUT.resolve("benchmarks-" + mode + ".json");
        Files.createDirectories(OUTPUT);
        ResultFormatFactory.getInstance(ResultFormatType.JSON, json.toString()).writeOut(results);
        BenchmarkTable.write(json, table);
        System.out.println("Table in " + table + ", results in " + json);
    }

    /** Everything, as the benchmarks say themselves. */
    private static Options full() {
        return options().build();
    }

    /**
     * Five minutes of everything and a day of what has a target, measured briefly: whether something became slower by a
     * multiple, not by how much.
     */
    private static List<Options> quick() {
        return List.of(
                brief().include("Benchmark\\.(lacrima|textbook)")
                        .exclude("(Startup|Cohort)Benchmark")
                        .param("n", "350")
                        .param("metric", "MSE")
                        .build(),
                brief().include("(TimeDomain|Rmssd|Dfa|Welch|LombScargle|SmoothnessPriors)Benchmark\\.lacrima$")
                        .include("(SampleEntropy|MultiscaleEntropy|SlidingHf|Panel)Benchmark\\.lacrima$")
                        .include("ArtifactCorrectionBenchmark\\.lacrima")
                        .param("n", "100000")
                        .param("metric", "MSE")
                        .build(),
                brief().include("(Startup|Cohort)Benchmark\\.lacrima").build());
    }

    private static ChainedOptionsBuilder brief() {
        TimeValue time = TimeValue.milliseconds(150);
        return options()
                .forks(1)
                .warmupIterations(2)
                .warmupTime(time)
                .measurementIterations(3)
                .measurementTime(time);
    }

    private static ChainedOptionsBuilder options() {
        return new OptionsBuilder().shouldFailOnError(true).addProfiler(GCProfiler.class);
    }
}
