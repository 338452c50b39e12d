package org.lacrima.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.lacrima.analysis.stats.R.agrees;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FriedmanTest {

    @ParameterizedTest
    @ValueSource(strings = {"lnrsa", "hr"})
    void agreesWithR(String response) {
        R.Table table = R.table("analysis_long.csv").complete(response);
        Map<String, List<Double>> people = new LinkedHashMap<>();
        List<String> ids = table.texts("id");
        double[] values = table.numbers(response);
        for (int i = 0; i < values.length; i++) {
            people.computeIfAbsent(ids.get(i), id -> new ArrayList<>()).add(values[i]);
        }
        double[][] complete = people.values().stream()
                .filter(v -> v.size() == 4)
                .map(v -> v.stream().mapToDouble(x -> x).toArray())
                .toArray(double[][]::new);
        JsonNode theirs = R.values("repeated_measures", "friedman_" + response);
        Friedman.Result ours = Friedman.withDefaults().test(complete).orThrow();

        agrees("friedman χ² " + response, ours.chiSquared(), theirs.path("chi2"), 1e-9);
        agrees("friedman df " + response, ours.df(), theirs.path("df"), 0);
        agrees("friedman p " + response, ours.p(), theirs.path("p"), 1e-9);
        agrees("friedman W " + response, ours.kendallW(), theirs.path("kendall_w"), 1e-9);
    }

    /** With ties: scipy 1.17.1 {@code stats.friedmanchisquare}. */
    @Test
    void tiesAreCorrectedFor() {
        Friedman.Result result = Friedman.withDefaults()
                .test(
                        new double[] {3, 3, 5},
                        new double[] {1, 2, 4},
                        new double[] {2, 2, 2},
                        new double[] {4, 1, 6},
                        new double[] {1, 3, 3})
                .orThrow();

        assertThat(result.chiSquared()).isCloseTo(5.57142857142858, within(1e-12));
        assertThat(result.p()).isCloseTo(0.061685012567975775, within(1e-12));
        assertThat(result.apa()).startsWith("Friedman: χ²(2, n = 5) = ");
    }

    @Test
    void dataThatCannotAnswerSayWhy() {
        assertThat(Friedman.withDefaults().test(new double[] {1, 2}).reason()).contains("2 people");
        assertThat(Friedman.withDefaults()
                        .test(new double[] {1, 1}, new double[] {2, 2})
                        .reason())
                .contains("all equal");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Friedman.withDefaults().test(new double[] {1, 2}, new double[] {1}))
                .withMessageContaining("person 1");
    }
}
