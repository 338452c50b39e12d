package org.lacrima.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lacrima.benchmarks.textbook.TextbookCorrection;
import org.lacrima.core.beats.LipponenTarvainen;
import org.lacrima.core.hrv.HrvMetrics;
import org.lacrima.core.hrv.HrvPanel;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.simulate.StudyDesign.RecordingDesign;
import org.lacrima.io.rr.RrReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** How long does a cohort take, from files of five minutes on disk to corrected metrics? */
public class CohortBenchmark extends AbstractBenchmark {
    private static final int THREADS = 2;

    /** Number of files, one per person. */
    @Param("200")
    public int files = 200;

    private final List<Path> recordings = new ArrayList<>();

    /** Writes the files into a temporary folder. */
    @Setup
    public void make() throws IOException {
        Path folder = Files.createTempDirectory("lacrima-cohort");
        for (BeatSeries beats : SimulatedBeats.people(files, 300, RecordingDesign.withDefaults())) {
            StringBuilder text = new StringBuilder("rr_ms\n");
            for (double rr : beats.toMillis()) {
                text.append(String.format(Locale.ROOT, "%.0f%n", rr));
            }
            recordings.add(Files.writeString(folder.resolve(recordings.size() + ".txt"), text));
        }
    }

    /** Deletes them. */
    @TearDown
    public void delete() throws IOException {
        for (Path recording : recordings) {
            Files.delete(recording);
        }
        Path folder = recordings.get(0).getParent();
        if (folder != null) {
            Files.delete(folder);
        }
    }

    /** The library's way on two threads. */
    @Benchmark
    public List<List<MetricValue>> lacrima() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<List<MetricValue>>> tasks = new ArrayList<>();
            recordings.forEach(recording -> tasks.add(() -> metrics(recording)));
            List<List<MetricValue>> results = new ArrayList<>();
            for (Future<List<MetricValue>> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    /** One file after the other, corrected by the textbook, every metric by itself. */
    @Benchmark
    public List<List<MetricValue>> textbook() {
        return recordings.stream().map(CohortBenchmark::oneByOne).toList();
    }

    private static List<MetricValue> metrics(Path recording) throws IOException {
        BeatSeries beats = RrReader.withDefaults().read(recording).value();
        return HrvPanel.withDefaults()
                .of(LipponenTarvainen.withDefaults().correct(beats).series());
    }

    private static List<MetricValue> oneByOne(Path recording) {
        try {
            double[] rr = Files.readAllLines(recording).stream()
                    .skip(1)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            BeatSeries beats = BeatSeries.ofMillis(TextbookCorrection.iterated(rr));
            return HrvMetrics.all().stream().map(metric -> metric.of(beats)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
