package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacrima.core.hrv.Entropy.SampleCounts;
import org.lacrima.core.hrv.EntropyOptions.Match;
import org.lacrima.core.hrv.EntropyOptions.Templates;

/** Counting in bits gives the counts of the definition, exactly. */
class TemplateMatchesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.lacrima.core.hrv.SeededSeries#kinds")
    void countsThePairsOfTheDefinition(String name, double[] x) {
        boolean[] contiguous = new boolean[x.length];
        Arrays.fill(contiguous, 1, x.length, true);

        assertCountsAgree(x, contiguous);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.lacrima.core.hrv.SeededSeries#kinds")
    void countsNoTemplateAcrossAGap(String name, double[] x) {
        Random random = new Random(7);
        boolean[] contiguous = new boolean[x.length];
        for (int i = 1; i < x.length; i++) {
            contiguous[i] = random.nextInt(12) > 0;
        }

        assertCountsAgree(x, contiguous);
    }

    @Test
    void countsAcrossTiles() {
        double[] x = SeededSeries.rounded(SeededSeries.normal(9000, 850, 50, 11), 0.5);

        SampleCounts counts = count(x, Runs.whole(x.length), 2, 10, Match.WITHIN, Templates.PROLONGABLE);

        List<Integer> starts = NaiveNonlinear.starts(contiguous(x.length), 3);
        assertThat(counts.shorter()).isEqualTo(NaiveNonlinear.pairs(x, starts, 2, 10, true));
        assertThat(counts.longer()).isEqualTo(NaiveNonlinear.pairs(x, starts, 3, 10, true));
    }

    private static void assertCountsAgree(double[] x, boolean[] contiguous) {
        Runs runs = Runs.of(contiguous);
        double sd = Math.sqrt(Moments.sumOfSquares(x, Moments.mean(x)) / (x.length - 1));
        for (int m = 1; m <= 4; m++) {
            // 7.8125 and 100 are quanta: there "within" and "below" differ most.
            for (double r : new double[] {0.2 * sd, 7.8125, 100}) {
                for (Match match : Match.values()) {
                    boolean inclusive = match == Match.WITHIN;
                    List<Integer> longer = NaiveNonlinear.starts(contiguous, m + 1);
                    for (Templates templates : Templates.values()) {
                        List<Integer> shorter =
                                templates == Templates.ALL ? NaiveNonlinear.starts(contiguous, m) : longer;

                        SampleCounts counts = count(x, runs, m, r, match, templates);

                        assertThat(counts)
                                .isEqualTo(new SampleCounts(
                                        NaiveNonlinear.pairs(x, shorter, m, r, inclusive),
                                        NaiveNonlinear.pairs(x, longer, m + 1, r, inclusive),
                                        shorter.size(),
                                        longer.size(),
                                        m));
                    }
                }
            }
        }
    }

    private static SampleCounts count(double[] x, Runs runs, int m, double r, Match match, Templates templates) {
        return SampleCounts.of(Ranks.of(x), runs, m, r, match, templates);
    }

    private static boolean[] contiguous(int n) {
        boolean[] contiguous = new boolean[n];
        Arrays.fill(contiguous, 1, n, true);
        return contiguous;
    }
}
