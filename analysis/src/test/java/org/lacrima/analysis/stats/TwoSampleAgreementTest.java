package org.lacrima.analysis.stats;

import static org.lacrima.analysis.stats.R.agrees;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two-sample tests against R 4.2.2 (stats, coin 1.4-2) on the synthetic study of 71 criers and 61 non-criers. */
class TwoSampleAgreementTest {

    private static final double CLOSED_FORM = 1e-9;

    private static void assertT(String id, TTest.Result ours, JsonNode theirs) {
        agrees(id + " t", ours.statistic(), theirs.path("statistic"), CLOSED_FORM);
        agrees(id + " df", ours.df(), theirs.path("df"), CLOSED_FORM);
        agrees(id + " p", ours.p(), theirs.path("p"), CLOSED_FORM);
        agrees(id + " se", ours.standardError(), theirs.path("se"), CLOSED_FORM);
        agrees(id + " interval", ours.interval(), theirs.path("conf_int"), CLOSED_FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lnrsa_recovery", "rsa_change", "hr_film", "depression", "cort_3"})
    void testsOfMeansAgree(String column) {
        double[] criers = R.wide("crier", column);
        double[] noncriers = R.wide("noncrier", column);

        String student = "student_t_" + column;
        assertT(student, TTest.student().test(criers, noncriers).orThrow(), R.values("two_sample", student));
        String welch = "welch_t_" + column;
        assertT(welch, TTest.welch().test(criers, noncriers).orThrow(), R.values("two_sample", welch));
        String greater = "welch_t_greater_" + column;
        assertT(
                greater,
                TTest.welch()
                        .withAlternative(Alternative.GREATER)
                        .test(criers, noncriers)
                        .orThrow(),
                R.values("two_sample", greater));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lnrsa_recovery", "rsa_change", "hr_film", "depression", "cort_3"})
    void yuenAgrees(String column) {
        JsonNode theirs = R.values("two_sample", "yuen_" + column);
        TTest.Result ours = TTest.yuen()
                .test(R.wide("crier", column), R.wide("noncrier", column))
                .orThrow();

        agrees("yuen_" + column + " t", ours.statistic(), theirs.path("t"), CLOSED_FORM);
        agrees("yuen_" + column + " df", ours.df(), theirs.path("df"), CLOSED_FORM);
        agrees("yuen_" + column + " p", ours.p(), theirs.path("p"), CLOSED_FORM);
        agrees("yuen_" + column + " difference", ours.difference(), theirs.path("trimmed_mean_diff"), CLOSED_FORM);
        agrees("yuen_" + column + " interval", ours.interval(), theirs.path("conf_int"), CLOSED_FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lnrsa_recovery", "rsa_change", "hr_film", "depression", "cort_3"})
    void mannWhitneyAgrees(String column) {
        String id = "mannwhitney_asymptotic_" + column;
        JsonNode theirs = R.values("two_sample", id);
        MannWhitney.Result ours = MannWhitney.withDefaults()
                .test(R.wide("crier", column), R.wide("noncrier", column))
                .orThrow();

        agrees(id + " U", ours.u(), theirs.path("U"), CLOSED_FORM);
        agrees(id + " sigma", ours.sigma(), theirs.path("sigma_tie"), CLOSED_FORM);
        agrees(id + " ties", ours.tieTerm(), theirs.path("tie_term_sum_t3_minus_t"), CLOSED_FORM);
        agrees(id + " z", ours.z(), theirs.path("z_nocorr"), CLOSED_FORM);
        agrees(id + " p", ours.asymptoticP(), theirs.path("p_correct"), CLOSED_FORM);
        agrees(id + " p uncorrected", ours.asymptoticPUncorrected(), theirs.path("p_nocorrect"), CLOSED_FORM);
    }

    @Test
    void pairedAndOneSampleTAgree() {
        R.Table pairs = R.table("analysis_wide.csv").complete("lnrsa_recovery", "lnrsa_stressor");
        double[] recovery = pairs.numbers("lnrsa_recovery");
        double[] stressor = pairs.numbers("lnrsa_stressor");

        assertT("paired_t", TTest.welch().paired(recovery, stressor).orThrow(), R.values("two_sample", "paired_t"));
        assertT(
                "one_sample_t",
                TTest.welch()
                        .withNullDifference(0.4)
                        .oneSample(pairs.numbers("rsa_change"))
                        .orThrow(),
                R.values("two_sample", "one_sample_t"));
    }
}
