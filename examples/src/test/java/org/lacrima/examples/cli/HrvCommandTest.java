package org.lacrima.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HrvCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void everyRecordingGivesTheReferenceValues() throws IOException {
        Path corpus = corpus();
        Path oracles = corpus.resolveSibling("oracles").resolve("hrv");
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(corpus.resolve("rr"))) {
            files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".rr.txt"))
                    .map(f -> f.substring(0, f.length() - ".rr.txt".length()))
                    .filter(n -> Files.exists(oracles.resolve(n + "__reference.json")))
                    .sorted()
                    .forEach(names::add);
        }
        assertThat(names).hasSizeGreaterThan(100);
        List<String> args = new ArrayList<>(List.of("hrv", "--json", "--metrics=MeanNN,SDNN,RMSSD,pNN50,SD1,SD2"));
        names.forEach(n -> args.add(corpus.resolve("rr").resolve(n + ".rr.txt").toString()));

        Shell shell = Shell.run(args.toArray(String[]::new));

        assertThat(shell.status()).as(shell.err()).isZero();
        JsonNode results = JSON.readTree(shell.out());
        for (int i = 0; i < names.size(); i++) {
            JsonNode basic = JSON.readTree(
                            oracles.resolve(names.get(i) + "__reference.json").toFile())
                    .at("/values/basic");
            double n = basic.path("n").doubleValue();
            double sdnn = basic.path("sdnn_ddof1").doubleValue();
            double sdsd = basic.path("sdsd_ddof1").doubleValue();
            Map<String, Double> expected = Map.of(
                    "MeanNN",
                    basic.path("mean").doubleValue(),
                    "SDNN",
                    sdnn,
                    "RMSSD",
                    basic.path("rmssd").doubleValue(),
                    "pNN50",
                    100 * basic.path("nn50_gt").doubleValue() / (n - 1),
                    "SD1",
                    sdsd / Math.sqrt(2),
                    "SD2",
                    Math.sqrt(2 * sdnn * sdnn - sdsd * sdsd / 2));
            assertThat(results.get(i).path("beats").intValue()).isEqualTo((int) n);
            for (JsonNode metric : results.get(i).path("metrics")) {
                double figure = expected.get(metric.path("name").textValue());
                if (Double.isNaN(figure)) {
                    assertThat(metric.path("notEstimable").textValue()).isNotBlank();
                } else {
                    assertThat(metric.path("value").doubleValue())
                            .as("%s of %s", metric.path("name"), names.get(i))
                            .isCloseTo(figure, within(1e-9 * Math.abs(figure)));
                }
            }
        }
    }

    @Test
    void oneFileGivesOneObjectWithValuesOrReasons() throws IOException {
        Path file = Files.writeString(folder.resolve("rr.txt"), "800\n860\n800\n900\n");

        Shell shell = Shell.run("hrv", file.toString(), "--json");

        assertThat(shell.status()).isZero();
        JsonNode result = JSON.readTree(shell.out());
        assertThat(result.path("file").textValue()).isEqualTo(file.toString());
        assertThat(result.path("beats").intValue()).isEqualTo(4);
        assertThat(result.path("corrected").intValue()).isZero();
        assertThat(result.path("profile").textValue()).isEqualTo("lacrima");
        for (JsonNode metric : result.path("metrics")) {
            assertThat(metric.has("value")).as("%s", metric).isNotEqualTo(metric.has("notEstimable"));
        }
        assertThat(result.at("/metrics/0"))
                .hasToString("{\"name\":\"MeanNN\",\"value\":840.0,\"unit\":\"ms\",\"n\":4}");
        assertThat(shell.err()).contains("unit taken as ms");
    }

    @Test
    void aWindowAndACorrectionAreTakenWhenAskedFor() throws IOException {
        StringBuilder rr = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            rr.append(i == 100 ? 1600 : 800 + i % 7).append('\n');
        }
        Path file = Files.writeString(folder.resolve("rr.txt"), rr);

        Shell raw = Shell.run("hrv", file.toString(), "--json", "--metrics=RMSSD");
        Shell corrected =
                Shell.run("hrv", file.toString(), "--json", "--metrics=RMSSD", "--correct", "lipponen-tarvainen");
        Shell early = Shell.run("hrv", file.toString(), "--json", "--metrics=RMSSD", "--window", "0-60");

        assertThat(rmssd(raw)).isGreaterThan(80);
        assertThat(JSON.readTree(corrected.out()).path("corrected").intValue()).isPositive();
        assertThat(rmssd(corrected)).isLessThan(20);
        assertThat(rmssd(early)).as("the missed beat is later").isLessThan(10);
    }

    @Test
    void textAndTsvHaveOneLinePerMetric() throws IOException {
        Path file = Files.writeString(folder.resolve("rr.txt"), "800\n860\n800\n900\n");

        assertThat(Shell.run("hrv", file.toString(), "--metrics=MeanNN,lnHF").out())
                .contains("MeanNN", "840.000 ms", "lnHF", "needs 60 s");
        assertThat(Shell.run("hrv", file.toString(), "--tsv", "--metrics=MeanNN")
                        .out())
                .isEqualTo("file\tmetric\tvalue\tunit\tn\tnot_estimable\n" + file + "\tMeanNN\t840.0\tms\t4\tn/a\n");
    }

    @Test
    void badInputIsToldWithPlaceAndRemedyAndStatusOne() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.txt"), "800\n7l2\n790\n");

        Shell shell = Shell.run("hrv", bad.toString());

        assertThat(shell.status()).isEqualTo(1);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).contains("bad.txt:2", "7l2", "is not a number").doesNotContain("\tat ", "Exception");
        assertThat(Shell.run("hrv", folder.resolve("none.txt").toString()).status())
                .isEqualTo(1);
    }

    @Test
    void anyNumberOfThreadsPrintsTheSameInTheOrderOfTheFiles() throws IOException {
        List<String> args = new ArrayList<>(List.of("hrv", "--json", "--correct", "lipponen-tarvainen"));
        for (int i = 0; i < 9; i++) {
            Path file = folder.resolve("p" + i + ".txt");
            StringBuilder lines = new StringBuilder();
            for (int k = 0; k < 100; k++) {
                lines.append(k == 50 && i % 3 == 0 ? 6000 : 800 + (k * 37 + i * 11) % 90)
                        .append('\n');
            }
            Files.writeString(file, lines);
            args.add(file.toString());
        }
        Shell one = runWith(args, "--threads=1");

        assertThat(one.status()).isZero();
        assertThat(one.err()).contains("p0.txt", "p3.txt", "p6.txt");
        assertThat(runWith(args, "--threads=2")).isEqualTo(one);
        assertThat(runWith(args, "--threads=7")).isEqualTo(one);
        Files.writeString(folder.resolve("p4.txt"), "800\nnot a number\n");
        Shell failed = runWith(args, "--threads=1");
        assertThat(failed.status()).isEqualTo(1);
        assertThat(runWith(args, "--threads=7")).isEqualTo(failed);
        assertThat(runWith(args, "--threads=0").err()).contains("--threads takes a number from 1, got 0");
    }

    private static Shell runWith(List<String> args, String option) {
        List<String> all = new ArrayList<>(args);
        all.add(option);
        return Shell.run(all.toArray(String[]::new));
    }

    @Test
    void badUsageHasStatusTwo() {
        assertThat(Shell.run("hrv").status()).isEqualTo(2);
        assertThat(Shell.run("hrv", "--metrics=RMSD", "x").err())
                .contains("no metric \"RMSD\"; did you mean \"RMSSD\"?");
        assertThat(Shell.run("hrv", "--window=5", "x").status()).isEqualTo(2);
        assertThat(Shell.run("hrv", "--correct=magic", "x").status()).isEqualTo(2);
        assertThat(Shell.run("weep").status()).isEqualTo(2);
        assertThat(Shell.run().status()).isEqualTo(2);
    }

    @Test
    void rsaOfBeatsIsAmongTheMetricsAndRsaOfBreathsWhereRespirationIsGiven() throws IOException {
        String beats = example("sub-001_task-film_beats.tsv");
        String belt = example("sub-001_task-film_recording-respiratory_physio.tsv.gz");

        Map<String, JsonNode> alone = metrics(Shell.run("hrv", beats, "--json", "--window=0-300"));
        Map<String, JsonNode> both =
                metrics(Shell.run("hrv", beats, "--json", "--window=0-300", "--respiration", belt));
        Map<String, JsonNode> asked = metrics(Shell.run("hrv", beats, "--json", "--metrics=RSApeakToTrough"));

        assertThat(alone).containsKeys("RSAporgesBohrer", "RSAgates", "lnRespiratoryPower");
        assertThat(alone).doesNotContainKeys("RSApeakToTrough", "RespirationRate");
        assertThat(both.get("RespirationRate").path("value").doubleValue())
                .as("sourcedata/truth.tsv: this participant breathes about 15 times per min")
                .isBetween(12.0, 19.0);
        assertThat(both.get("RSApeakToTrough").path("unit").textValue()).isEqualTo("ms");
        assertThat(both.get("RespirationDepth").path("unit").textValue()).isEqualTo("V");
        assertThat(asked.get("RSApeakToTrough").path("notEstimable").textValue())
                .isEqualTo("no respiration was recorded");
    }

    @Test
    void respirationWithoutASidecarNeedsItsRate() throws IOException {
        Path file = Files.writeString(folder.resolve("rr.txt"), "800\n860\n800\n900\n");
        StringBuilder belt = new StringBuilder();
        for (int i = 0; i < 600; i++) {
            belt.append(Math.sin(2 * Math.PI * 0.25 * i / 10)).append('\n');
        }
        Path breath = Files.writeString(folder.resolve("belt.txt"), belt);

        Shell rated = Shell.run(
                "hrv",
                file.toString(),
                "--json",
                "--metrics=RespirationRate",
                "--respiration",
                breath.toString(),
                "--respiration-rate=10");

        assertThat(metrics(rated).get("RespirationRate").path("value").doubleValue())
                .isCloseTo(15, within(0.01));
        assertThat(Shell.run("hrv", file.toString(), "--respiration", breath.toString())
                        .err())
                .contains("belt.txt", "has no sidecar");
        assertThat(Shell.run("hrv", file.toString(), "--respiration-rate=10").status())
                .isEqualTo(2);
        assertThat(Shell.run("hrv", file.toString(), file.toString(), "--respiration", breath.toString())
                        .status())
                .isEqualTo(2);
    }

    private static Map<String, JsonNode> metrics(Shell shell) throws IOException {
        assertThat(shell.status()).as(shell.err()).isZero();
        Map<String, JsonNode> metrics = new LinkedHashMap<>();
        JSON.readTree(shell.out())
                .path("metrics")
                .forEach(m -> metrics.put(m.path("name").textValue(), m));
        return metrics;
    }

    private static String example(String file) {
        return Stream.of("", "..", System.getProperty("lacrima.root", ""))
                .map(root -> Path.of(root, "examples", "study", "sub-001", "beh", file))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow()
                .toString();
    }

    private static double rmssd(Shell shell) throws IOException {
        return JSON.readTree(shell.out()).at("/metrics/0/value").doubleValue();
    }

    private static Path corpus() {
        String property = System.getProperty("lacrima.corpus", "");
        assumeTrue(!property.isBlank(), "no recordings: give their folder as -Dlacrima.corpus=…");
        return Path.of(property);
    }
}
