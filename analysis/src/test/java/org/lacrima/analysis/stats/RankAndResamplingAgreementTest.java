package org.lacrima.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lacrima.analysis.stats.R.agrees;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rank tests, permutation and bootstrap against R 4.2.2 (stats, coin 1.4-2, boot 1.3-28.1). */
class RankAndResamplingAgreementTest {

    private static final double CLOSED_FORM = 1e-9;

    /** R ends the Kolmogorov series where terms fall below 1e-6; scipy.special.kolmogorov has all digits, as below. */
    private static final double R_STOPS_THE_SERIES_AT = 3e-6;

    private static double[] small(String file, String group) {
        return R.table(file).where("group", group).numbers("value");
    }

    @Test
    void exactMannWhitneyAgreesWithoutTies() {
        JsonNode theirs = R.values("two_sample", "mannwhitney_exact_small");
        double[] criers = small("small_two.csv", "crier");
        double[] noncriers = small("small_two.csv", "noncrier");
        MannWhitney test = MannWhitney.withDefaults();
        MannWhitney.Result ours = test.test(criers, noncriers).orThrow();

        agrees("mannwhitney_exact_small U", ours.u(), theirs.path("U"), CLOSED_FORM);
        agrees("mannwhitney_exact_small p", ours.exactP().orThrow(), theirs.path("p"), CLOSED_FORM);
        agrees(
                "mannwhitney_exact_small p less",
                test.withAlternative(Alternative.LESS)
                        .test(criers, noncriers)
                        .orThrow()
                        .p(),
                theirs.path("p_less"),
                CLOSED_FORM);
        agrees(
                "mannwhitney_exact_small p greater",
                test.withAlternative(Alternative.GREATER)
                        .test(criers, noncriers)
                        .orThrow()
                        .p(),
                theirs.path("p_greater"),
                CLOSED_FORM);
        agrees("mannwhitney_exact_small shift", ours.shift(), theirs.path("hodges_lehmann"), CLOSED_FORM);
        agrees(
                "mannwhitney_exact_small interval",
                ours.shiftInterval().orThrow(),
                theirs.path("conf_int"),
                CLOSED_FORM);
    }

    @Test
    void exactMannWhitneyAgreesWithTies() {
        JsonNode theirs = R.values("two_sample", "mannwhitney_exact_ties");
        MannWhitney.Result ours = MannWhitney.withDefaults()
                .test(small("small_ties.csv", "crier"), small("small_ties.csv", "noncrier"))
                .orThrow();

        agrees("mannwhitney_exact_ties U", ours.u(), theirs.path("U_crier"), CLOSED_FORM);
        agrees("mannwhitney_exact_ties z", ours.z(), theirs.path("z"), CLOSED_FORM);
        agrees("mannwhitney_exact_ties p", ours.exactP().orThrow(), theirs.path("p_exact"), CLOSED_FORM);
        agrees(
                "mannwhitney_exact_ties p asymptotic",
                ours.asymptoticPUncorrected(),
                theirs.path("p_asymptotic_nocorr"),
                CLOSED_FORM);
        agrees("mannwhitney_exact_ties p corrected", ours.asymptoticP(), theirs.path("p_wilcox_correct"), CLOSED_FORM);
        assertThat(ours.shiftInterval().reason()).startsWith("ties");
    }

    @Test
    void signedRankAgrees() {
        R.Table pairs = R.table("analysis_wide.csv").complete("lnrsa_recovery", "lnrsa_stressor");
        JsonNode large = R.values("two_sample", "signed_rank_asymptotic");
        SignedRank.Result ours = SignedRank.withDefaults()
                .paired(pairs.numbers("lnrsa_recovery"), pairs.numbers("lnrsa_stressor"))
                .orThrow();
        agrees("signed_rank_asymptotic V", ours.v(), large.path("V"), CLOSED_FORM);
        agrees("signed_rank_asymptotic p", ours.asymptoticP(), large.path("p_correct"), CLOSED_FORM);
        agrees(
                "signed_rank_asymptotic p uncorrected",
                ours.asymptoticPUncorrected(),
                large.path("p_nocorrect"),
                CLOSED_FORM);

        JsonNode exact = R.values("two_sample", "signed_rank_exact_small");
        SignedRank.Result small = SignedRank.withDefaults()
                .withCentre(3)
                .oneSample(R.table("small_one.csv").numbers("x"))
                .orThrow();
        agrees("signed_rank_exact_small V", small.v(), exact.path("V"), CLOSED_FORM);
        agrees("signed_rank_exact_small p", small.exactP().orThrow(), exact.path("p"), CLOSED_FORM);
        agrees("signed_rank_exact_small pseudomedian", small.pseudomedian(), exact.path("pseudomedian"), CLOSED_FORM);
        agrees("signed_rank_exact_small interval", small.interval().orThrow(), exact.path("conf_int"), CLOSED_FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lnrsa_recovery", "rsa_change", "hr_film", "depression", "cort_3"})
    void brunnerMunzelAgrees(String column) {
        String id = "brunner_munzel_" + column;
        JsonNode theirs = R.values("two_sample", id);
        BrunnerMunzel.Result ours = BrunnerMunzel.withDefaults()
                .test(R.wide("crier", column), R.wide("noncrier", column))
                .orThrow();

        agrees(id + " statistic", ours.statistic(), theirs.path("statistic"), CLOSED_FORM);
        agrees(id + " df", ours.df(), theirs.path("df"), CLOSED_FORM);
        agrees(id + " p", ours.p(), theirs.path("p"), CLOSED_FORM);
        agrees(id + " P(X<Y)", ours.superiority(), theirs.path("phat"), CLOSED_FORM);
        agrees(id + " interval", ours.interval(), theirs.path("conf_int"), CLOSED_FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lnrsa_recovery", "rsa_change", "hr_film", "depression", "cort_3"})
    void kolmogorovSmirnovAgreesWithAndWithoutTies(String column) {
        String id = "ks_" + column;
        JsonNode theirs = R.values("two_sample", id);
        KolmogorovSmirnov.Result ours = KolmogorovSmirnov.withDefaults()
                .test(R.wide("crier", column), R.wide("noncrier", column))
                .orThrow();

        agrees(id + " D", ours.d(), theirs.path("D"), CLOSED_FORM);
        agrees(id + " p asymptotic", ours.asymptoticP(), theirs.path("p_asymptotic"), R_STOPS_THE_SERIES_AT);
        agrees(id + " p exact", ours.exactP().orThrow(), theirs.path("p_exact"), CLOSED_FORM);
    }

    @Test
    void kolmogorovLimitIsSummedToTheEnd() {
        KolmogorovSmirnov.Result ours = KolmogorovSmirnov.withDefaults()
                .test(R.wide("crier", "lnrsa_recovery"), R.wide("noncrier", "lnrsa_recovery"))
                .orThrow();

        // scipy 1.17.1: special.kolmogorov(0.15294117647058825·√(68·60⁄128))
        assertThat(ours.asymptoticP()).isCloseTo(0.4450827032775265, within(1e-14));
    }

    @Test
    void smallKolmogorovSmirnovAgrees() {
        JsonNode theirs = R.values("two_sample", "ks_exact_small");
        KolmogorovSmirnov.Result ours = KolmogorovSmirnov.withDefaults()
                .test(small("small_two.csv", "crier"), small("small_two.csv", "noncrier"))
                .orThrow();

        agrees("ks_exact_small D", ours.d(), theirs.path("D"), CLOSED_FORM);
        agrees("ks_exact_small p", ours.p(), theirs.path("p"), CLOSED_FORM);
    }

    @Test
    void allRelabellingsAgree() {
        JsonNode theirs = R.values("two_sample", "permutation_exact_small");
        double[] criers = small("small_two.csv", "crier");
        double[] noncriers = small("small_two.csv", "noncrier");
        PermutationTest test = PermutationTest.withDefaults();
        PermutationTest.Result ours = test.test(criers, noncriers).orThrow();

        assertThat(ours.relabellings()).isEqualTo(theirs.path("n_perm").intValue());
        assertThat(ours.asExtreme()).isEqualTo(theirs.path("count_two").intValue());
        agrees("permutation_exact_small difference", ours.difference(), theirs.path("observed"), 1e-12);
        agrees("permutation_exact_small p", ours.p(), theirs.path("p_two"), 1e-12);
        agrees(
                "permutation_exact_small p greater",
                test.withAlternative(Alternative.GREATER)
                        .test(criers, noncriers)
                        .orThrow()
                        .p(),
                theirs.path("p_greater"),
                1e-12);
        agrees(
                "permutation_exact_small p less",
                test.withAlternative(Alternative.LESS)
                        .test(criers, noncriers)
                        .orThrow()
                        .p(),
                theirs.path("p_less"),
                1e-12);
        PermutationTest.Result studentised = test.withStatistic(PermutationTest.Statistic.STUDENTISED)
                .test(criers, noncriers)
                .orThrow();
        agrees("permutation_exact_small t", studentised.statistic(), theirs.path("welch_t"), 1e-12);
        agrees("permutation_exact_small p studentised", studentised.p(), theirs.path("p_two_studentised"), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lnrsa_recovery", "rsa_change", "hr_film", "depression"})
    void dominanceAgrees(String column) {
        String id = "es_" + column;
        JsonNode theirs = R.values("effect_sizes", id);
        Dominance.Result ours = Dominance.withDefaults()
                .of(R.wide("crier", column), R.wide("noncrier", column))
                .orThrow();

        agrees(id + " Cliff δ", ours.delta(), theirs.path("cliff_delta"), CLOSED_FORM);
        agrees(id + " rank-biserial", ours.delta(), theirs.path("rank_biserial"), CLOSED_FORM);
        agrees(id + " Cliff variance", ours.variance(), theirs.path("cliff_var_unbiased"), CLOSED_FORM);
        agrees(id + " Cliff interval", ours.interval().orThrow(), theirs.path("cliff_ci95"), CLOSED_FORM);
        agrees(id + " A", ours.superiority(), theirs.path("A_vargha_delaney"), CLOSED_FORM);
        agrees(id + " CLES", ours.commonLanguage().orThrow(), theirs.path("cles_parametric"), CLOSED_FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mean", "sd", "median", "log_mean"})
    void bootstrapAgreesOnTheSameResamples(String name) throws IOException {
        ToDoubleFunction<double[]> statistic = switch (name) {
            case "mean" -> x -> Sample.of(x).mean();
            case "sd" -> x -> Sample.of(x).sd();
            case "median" -> x -> Sample.of(x).median();
            default -> x -> Math.log(Sample.of(x).mean());
        };
        int[][] indices = Files.readAllLines(R.folder().resolve("bootstrap_indices_0based.csv")).stream()
                .filter(line -> Character.isDigit(line.charAt(0)))
                .map(line -> Arrays.stream(line.split(","))
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .toArray(int[][]::new);
        assertThat(indices).hasDimensions(999, 20);
        double[] values = R.table("small_one.csv").numbers("x");
        JsonNode theirs = R.values("bootstrap", "one_sample_given_indices").path(name);
        String id = "bootstrap " + name;
        Bootstrap type6 = Bootstrap.withDefaults();
        Bootstrap.Result ours = type6.of(values, statistic, indices).orThrow();
        Bootstrap.Bca bca = ours.bca().orThrow();

        agrees(id + " estimate", ours.estimate(), theirs.path("t0"), CLOSED_FORM);
        agrees(id + " bias", ours.bias(), theirs.path("bias"), CLOSED_FORM);
        agrees(id + " se", ours.standardError(), theirs.path("boot_se"), CLOSED_FORM);
        agrees(id + " percentile type 6", ours.percentile(), theirs.path("percentile_type6"), CLOSED_FORM);
        agrees(id + " z0", bca.z0(), theirs.path("bca_z0"), CLOSED_FORM);
        agrees(id + " acceleration", bca.acceleration(), theirs.path("bca_accel_jackknife"), CLOSED_FORM);
        agrees(id + " BCa type 6", bca.interval(), theirs.path("bca_type6"), CLOSED_FORM);

        Bootstrap.Result type7 = type6.withQuantiles(Bootstrap.Quantiles.TYPE_7)
                .of(values, statistic, indices)
                .orThrow();
        agrees(id + " percentile type 7", type7.percentile(), theirs.path("percentile_type7"), CLOSED_FORM);
        agrees(id + " BCa type 7", type7.bca().orThrow().interval(), theirs.path("bca_type7"), CLOSED_FORM);

        Bootstrap.Result boot = type6.withQuantiles(Bootstrap.Quantiles.NORMAL_SCALE)
                .of(values, statistic, indices)
                .orThrow();
        agrees(id + " percentile of boot", boot.percentile(), theirs.path("boot_perc"), CLOSED_FORM);
        agrees(id + " BCa of boot", boot.bca().orThrow().interval(), theirs.path("boot_bca_jackknife_L"), CLOSED_FORM);
    }
}
