package org.lacrima.core.cortisol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.core.study.SalivaPlan.SlopePair;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;

/**
 * The cortisol features of all 28 participants of Richer et al. 2022 (cold face test, repository mad-lab-fau/cft-analysis)
 * as the authors published them, computed by them with BioPsyKit.
 */
class Richer2022Test {
    private static final Map<String, Double> MINUTES =
            Map.of("S0", -30.0, "S1", -1.0, "S2", 30.0, "S3", 40.0, "S4", 50.0, "S5", 60.0, "S6", 70.0);

    private static final Map<String, String> PUBLISHED_NAMES = Map.of(
            "AUCg", "auc_g",
            "AUCi", "auc_i",
            "AUCiPost", "auc_i_post",
            "MaxIncrease", "max_inc",
            "MaxIncreasePercent", "max_inc_percent",
            "Slope S1–S4", "slopeS1S4");

    @Test
    void everyFeatureOfEveryParticipant() throws IOException {
        String corpus = System.getProperty("lacrima.corpus", "");
        Path folder = Path.of(corpus, "richer2022");
        Assumptions.assumeTrue(
                !corpus.isEmpty() && Files.isDirectory(folder), "no recordings: lacrima.corpus names no folder");

        Map<String, Double> published = new LinkedHashMap<>();
        for (String[] row : rows(folder.resolve("cortisol_features.csv"))) {
            published.put(row[1] + " " + row[2], Double.valueOf(row[3]));
        }
        Map<String, List<SalivaSample>> samples = new LinkedHashMap<>();
        for (String[] row : rows(folder.resolve("cortisol_samples.csv"))) {
            samples.computeIfAbsent(row[1], id -> new ArrayList<>())
                    .add(SalivaSample.of(row[2], MINUTES.get(row[2]), Double.parseDouble(row[3])));
        }
        List<Metric<SalivaSeries>> metrics = SalivaMetrics.of(
                new SalivaPlan("cortisol", List.of("S0"), Optional.of("S1"), List.of(new SlopePair("S1", "S4"))));

        assertThat(samples).hasSize(28);
        samples.forEach((participant, own) -> {
            SalivaSeries series = new SalivaSeries("cortisol", Unit.NMOL_PER_L, own);
            for (Metric<SalivaSeries> metric : metrics) {
                double expected = published.get(participant + " " + PUBLISHED_NAMES.get(metric.name()));
                assertThat(metric.of(series).orNaN())
                        .as("%s of %s", metric.name(), participant)
                        .isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
            }
        });
    }

    /** Responders of the 25 analysed participants by each rule, counted by hand from the published increases. */
    @Test
    void respondersPerCondition() throws IOException {
        String corpus = System.getProperty("lacrima.corpus", "");
        Path folder = Path.of(corpus, "richer2022");
        Assumptions.assumeTrue(
                !corpus.isEmpty() && Files.isDirectory(folder), "no recordings: lacrima.corpus names no folder");
        List<String> excluded = List.of("Vp07", "Vp10", "Vp22");
        Map<String, List<SalivaSample>> samples = new LinkedHashMap<>();
        for (String[] row : rows(folder.resolve("cortisol_samples.csv"))) {
            if (!excluded.contains(row[1])) {
                samples.computeIfAbsent(row[0] + " " + row[1], id -> new ArrayList<>())
                        .add(SalivaSample.of(row[2], MINUTES.get(row[2]), Double.parseDouble(row[3])));
            }
        }

        assertThat(responders(samples, "CFT", ResponderRule.MILLER_2013)).isEqualTo(2);
        assertThat(responders(samples, "CFT", ResponderRule.CLASSIC)).isEqualTo(1);
        assertThat(responders(samples, "CFT", ResponderRule.MILLER_2013_PERCENT))
                .isEqualTo(3);
        assertThat(responders(samples, "Control", ResponderRule.MILLER_2013)).isEqualTo(6);
        assertThat(responders(samples, "Control", ResponderRule.CLASSIC)).isEqualTo(5);
        assertThat(responders(samples, "Control", ResponderRule.MILLER_2013_PERCENT))
                .isEqualTo(9);
    }

    private static long responders(Map<String, List<SalivaSample>> samples, String condition, ResponderRule rule) {
        SalivaPlan plan = new SalivaPlan("cortisol", List.of("S0"), Optional.of("S1"), List.of());
        return samples.entrySet().stream()
                .filter(e -> e.getKey().startsWith(condition + " "))
                .filter(e -> rule.of(plan)
                                .of(new SalivaSeries("cortisol", Unit.NMOL_PER_L, e.getValue()))
                                .orNaN()
                        == 1)
                .count();
    }

    private static List<String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
