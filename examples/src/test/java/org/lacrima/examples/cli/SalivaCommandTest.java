package org.lacrima.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalivaCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The published names of the features of Richer et al. 2022 and ours. */
    private static final Map<String, String> FEATURES = Map.of(
            "auc_g", "AUCg",
            "auc_i", "AUCi",
            "auc_i_post", "AUCiPost",
            "max_inc", "MaxIncrease",
            "max_inc_percent", "MaxIncreasePercent",
            "slopeS1S4", "Slope S1–S4");

    @TempDir
    private Path folder;

    @Test
    void thePublishedCortisolComparisonsComeOut() throws IOException {
        JsonNode tables = richer2022();
        JsonNode published = JSON.readTree(corpus().resolveSibling("oracles")
                .resolve("richer2022_cortisol.json")
                .toFile());
        for (JsonNode row : published.at("/tests/cortisol_features/pairwise_tests/rows")) {
            JsonNode ours = rowOf(
                    tables.path("comparison"),
                    FEATURES.get(row.path("saliva_feature").textValue()));
            assertThat(ours.path("mann_whitney_u").doubleValue())
                    .isEqualTo(row.path("U-val").doubleValue());
            assertThat(ours.path("mann_whitney_p").doubleValue())
                    .isCloseTo(row.path("p-unc").doubleValue(), within(1e-9));
            assertThat(ours.path("hedges_g").doubleValue())
                    .isCloseTo(row.path("hedges").doubleValue(), within(1e-9));
            assertThat(ours.path("focal_n").intValue()).isEqualTo(12);
            assertThat(ours.path("reference_n").intValue()).isEqualTo(13);
        }
    }

    @Test
    void everyPublishedFeatureOfEveryPersonComesOut() throws IOException {
        JsonNode persons = richer2022().path("persons");
        int compared = 0;
        for (String line : Files.readAllLines(corpus().resolve("richer2022").resolve("cortisol_features.csv"))) {
            String[] cells = line.split(",", -1);
            if (cells[0].equals("condition") || List.of("Vp07", "Vp10", "Vp22").contains(cells[1])) {
                continue;
            }
            double expected = Double.parseDouble(cells[3]);
            for (JsonNode row : persons.path("rows")) {
                if (row.path("participant").textValue().equals(cells[1])
                        && row.path("measure").textValue().equals(FEATURES.get(cells[2]))) {
                    assertThat(row.path("value").doubleValue())
                            .as("%s of %s", cells[2], cells[1])
                            .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(25 * 6);
    }

    @Test
    void theBaselineIsTheLastSampleBeforeTheStressor() throws IOException {
        JsonNode json = JSON.readTree(run(small(), "--times=-30,-1,20,40").out());

        assertThat(json.at("/choices/baseline sample").textValue()).isEqualTo("S1");
        assertThat(json.at("/choices/samples that take no part").textValue()).isEqualTo("S0");
        JsonNode first = json.at("/tables/persons/rows/0");
        assertThat(first.path("measure").textValue()).isEqualTo("AUCg");
        assertThat(first.path("value").doubleValue()).isEqualTo((4 + 6) / 2.0 * 21 + (6 + 5) / 2.0 * 20);
    }

    @Test
    void theBaselineAndEarlierSamplesAreTheAnalystsToChoose() throws IOException {
        JsonNode json =
                JSON.readTree(run(small(), "--times=-30,-1,20,40", "--baseline=S1", "--keep-earlier", "--slope=S1:S3")
                        .out());
        JsonNode first = json.at("/tables/persons/rows/0");
        assertThat(first.path("value").doubleValue())
                .isEqualTo((5 + 4) / 2.0 * 29 + (4 + 6) / 2.0 * 21 + (6 + 5) / 2.0 * 20);
        assertThat(json.at("/tables/comparison/rows").findValuesAsText("measure"))
                .contains("Slope S1–S3")
                .doesNotContain("Slope S1–S2");
    }

    @Test
    void badInputSaysWhatToDo() throws IOException {
        Path table = small();
        assertThat(run(table).err()).contains("times").contains("S0, S1, S2, S3");
        assertThat(run(table).status()).isEqualTo(1);
        assertThat(run(table, "--times=1,2").status()).isEqualTo(1);
        assertThat(run(table, "--times=-30,-1,20,40", "--exclude=p9").err()).contains("cannot exclude [p9]");
        assertThat(run(table, "--times=-30,-1,20,40", "--contrast=a,c").err())
                .contains("choose two of the groups [a, b]");
        assertThat(run(table, "--times=-30,-1,20,40", "--exclude=p1").err())
                .contains("group a has 1 participant, at least 2 are needed");
        assertThat(run(table, "--times=-30,-1,20,40", "--baseline=S9").status()).isEqualTo(2);
        assertThat(run(table, "--times=x").status()).isEqualTo(2);
        assertThat(run(folder.resolve("none.csv"), "--times=1").err()).contains("no such file");
    }

    private static Shell run(Path table, String... more) {
        String[] args = new String[3 + more.length];
        args[0] = "saliva";
        args[1] = table.toString();
        args[2] = "--json";
        System.arraycopy(more, 0, args, 3, more.length);
        return Shell.run(args);
    }

    private Path small() throws IOException {
        return Files.writeString(
                folder.resolve("small.csv"),
                "subject,group,S0,S1,S2,S3\np1,a,5,4,6,5\np2,a,5,5,7,6\np3,b,6,5,5,4\np4,b,7,6,6,4\n");
    }

    private static JsonNode richer2022() throws IOException {
        Shell shell = run(
                corpus().resolve("richer2022").resolve("cortisol_samples.csv"),
                "--times=-30,-1,30,40,50,60,70",
                "--group",
                "condition",
                "--exclude",
                "Vp07,Vp10,Vp22");
        assertThat(shell.status()).as(shell.err()).isZero();
        return JSON.readTree(shell.out()).path("tables");
    }

    private static JsonNode rowOf(JsonNode table, String measure) {
        for (JsonNode row : table.path("rows")) {
            if (row.path("measure").textValue().equals(measure)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + measure);
    }

    private static Path corpus() {
        String property = System.getProperty("lacrima.corpus", "");
        assumeTrue(!property.isBlank(), "no recordings: give their folder as -Dlacrima.corpus=…");
        return Path.of(property);
    }
}
