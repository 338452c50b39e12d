package org.lacrima.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One benchmark with its parameters, as the harness measured it.
 *
 * @param work name of the class without {@code Benchmark}, followed by the variant and the parameters but for the size
 * @param way {@code lacrima}, {@code textbook} or {@code baseline}
 * @param size number of intervals, or of files; empty where the work has one size only
 * @param medianMicros median over the iterations of all forks
 * @param bytes bytes allocated per call; empty where the profiler did not run
 */
record Result(String work, String way, String size, double medianMicros, Optional<Double> bytes) {
    private static final List<String> WAYS = List.of("lacrima", "textbook", "baseline");
    private static final List<String> SIZES = List.of("n", "files");

    /** The results in a file of the harness. */
    static List<Result> read(Path json) throws IOException {
        List<Result> results = new ArrayList<>();
        for (JsonNode node : new ObjectMapper().readTree(json.toFile())) {
            results.add(of(node));
        }
        return List.copyOf(results);
    }

    private static Result of(JsonNode node) {
        String[] name = node.get("benchmark").asText().split("\\.", -1);
        String type = name[name.length - 2].replaceAll("Benchmark$", "");
        String method = name[name.length - 1];
        String way = WAYS.stream().filter(method::startsWith).findFirst().orElse(method);
        StringBuilder work = new StringBuilder(type);
        if (method.length() > way.length()) {
            work.append(' ').append(method.substring(way.length()));
        }
        String size = "";
        for (Map.Entry<String, JsonNode> param : node.path("params").properties()) {
            if (SIZES.contains(param.getKey())) {
                size = param.getValue().asText();
            } else if (param.getKey().equals("metric")) {
                work.append(' ').append(param.getValue().asText());
            }
        }
        // of a process started by the call the profiler sees nothing
        boolean inside = !node.get("mode").asText().equals("ss");
        JsonNode allocated =
                node.path("secondaryMetrics").path("gc.alloc.rate.norm").path("score");
        return new Result(
                work.toString(),
                way,
                size,
                median(node.get("primaryMetric")),
                inside && allocated.isNumber() ? Optional.of(allocated.asDouble()) : Optional.empty());
    }

    private static double median(JsonNode metric) {
        if (!metric.get("scoreUnit").asText().equals("us/op")) {
            throw new IllegalArgumentException("results must be in us/op, got " + metric.get("scoreUnit"));
        }
        List<Double> iterations = new ArrayList<>();
        metric.get("rawData").forEach(fork -> fork.forEach(iteration -> iterations.add(iteration.asDouble())));
        double[] sorted =
                iterations.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1)
                .average()
                .orElseThrow();
    }
}
