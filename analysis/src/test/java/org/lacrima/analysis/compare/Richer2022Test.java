package org.lacrima.analysis.compare;

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
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.Contrast;
import org.lacrima.core.study.Group;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.core.study.SalivaPlan.SlopePair;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;

/**
 * Richer et al. 2022 (Scientific Reports): cortisol under the Montreal Imaging Stress Task with and without a cold face
 * test, from their open data. Expected are the tests as published (pingouin through BioPsyKit), p unrounded.
 */
class Richer2022Test {

    private static final double[] MINUTES = {-30, -1, 30, 40, 50, 60, 70};
    private static final Map<String, String> PUBLISHED_NAMES = Map.of(
            "auc_g", "cortisol.AUCg",
            "auc_i", "cortisol.AUCi",
            "auc_i_post", "cortisol.AUCiPost",
            "max_inc", "cortisol.MaxIncrease",
            "slopeS1S4", "cortisol.Slope.S1–S4");

    private static Path corpus;
    private static Comparison compared;

    @BeforeAll
    static void compareThePublishedSamples() throws IOException {
        String folder = System.getProperty("lacrima.corpus", "");
        corpus = Path.of(folder);
        assumeTrue(
                !folder.isBlank() && Files.isDirectory(corpus.resolve("richer2022")),
                "no recordings: give their folder as -Dlacrima.corpus=…");
        SalivaPlan plan =
                new SalivaPlan("cortisol", List.of("S0"), Optional.empty(), List.of(new SlopePair("S1", "S4")));
        compared = SalivaComparison.of(new Contrast(new Group("CFT"), new Group("Control")), plan)
                .withExcluded(List.of("Vp07", "Vp10", "Vp22"))
                .compare("Richer 2022", persons());
    }

    private static List<SalivaComparison.Person> persons() throws IOException {
        Map<String, Group> groups = new LinkedHashMap<>();
        Map<String, List<SalivaSample>> samples = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(corpus.resolve("richer2022/cortisol_samples.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            int sample = Integer.parseInt(fields[2].substring(1));
            groups.put(fields[1], new Group(fields[0]));
            samples.computeIfAbsent(fields[1], id -> new ArrayList<>())
                    .add(SalivaSample.of(fields[2], MINUTES[sample], Double.parseDouble(fields[3])));
        }
        List<SalivaComparison.Person> persons = new ArrayList<>();
        samples.forEach((id, series) -> persons.add(new SalivaComparison.Person(
                id, groups.get(id), new SalivaSeries("cortisol", Unit.NMOL_PER_L, series))));
        return persons;
    }

    @Test
    void groupsAreThoseOfThePaper() {
        assertThat(compared.persons(new Group("CFT"))).hasSize(12);
        assertThat(compared.persons(new Group("Control"))).hasSize(13);
        assertThat(compared.exclusions()).extracting(Exclusion::participant).containsExactly("Vp07", "Vp10", "Vp22");
    }

    @Test
    void fivePublishedTestsComeOutAsPublished() throws IOException {
        JsonNode rows = new ObjectMapper()
                .readTree(corpus.resolveSibling("oracles")
                        .resolve("richer2022_cortisol.json")
                        .toFile())
                .path("tests")
                .path("cortisol_features")
                .path("pairwise_tests")
                .path("rows");
        assertThat(rows).hasSize(5);
        for (JsonNode row : rows) {
            String feature = row.path("saliva_feature").textValue();
            OutcomeComparison ours =
                    compared.outcome(PUBLISHED_NAMES.get(feature)).orElseThrow();

            assertThat(ours.mannWhitney().orThrow().u())
                    .as(feature + " U")
                    .isEqualTo(row.path("U-val").doubleValue());
            assertThat(ours.mannWhitney().orThrow().asymptoticP())
                    .as(feature + " p")
                    .isCloseTo(row.path("p-unc").doubleValue(), within(1e-12));
            assertThat(ours.hedgesG().orThrow().estimate())
                    .as(feature + " g")
                    .isCloseTo(row.path("hedges").doubleValue(), within(1e-12));
        }
    }

    @Test
    void everyPersonsFeaturesAreTheAuthors() throws IOException {
        List<String> lines = Files.readAllLines(corpus.resolve("richer2022/cortisol_features.csv"));
        int checked = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            String key = PUBLISHED_NAMES.get(fields[2]);
            Optional<PersonResult> person = compared.persons().stream()
                    .filter(p -> p.participant().id().equals(fields[1]))
                    .findFirst();
            if (key != null && person.isPresent()) {
                Outcome outcome = compared.outcome(key).orElseThrow().outcome();
                assertThat(person.get().value(outcome).orNaN())
                        .as(line)
                        .isCloseTo(Double.parseDouble(fields[3]), within(1e-9));
                checked++;
            }
        }
        assertThat(checked).isEqualTo(25 * 5);
    }
}
