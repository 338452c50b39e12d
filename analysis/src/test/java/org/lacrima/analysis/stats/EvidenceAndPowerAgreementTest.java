package org.lacrima.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.lacrima.analysis.stats.R.agrees;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Equivalence, Bayes factors and power against R 4.2.2 (stats, BayesFactor 0.9.12-4.4, pwr 1.3-0). */
class EvidenceAndPowerAgreementTest {

    private static final double CLOSED_FORM = 1e-9;

    /** R's integrate and uniroot stop at about 1e-9; BayesFactor and pwr are quoted at 1e-6. */
    private static final double BY_SEARCH = 1e-6;

    /** uniroot with its default tolerance of 1e-4. */
    private static final double BY_COARSE_SEARCH = 1e-5;

    @ParameterizedTest
    @CsvSource({"lnrsa_recovery, student", "lnrsa_recovery, welch", "rsa_change, student", "rsa_change, welch"})
    void equivalenceAgrees(String column, String variant) {
        String id = "tost_" + column + "_" + variant;
        JsonNode theirs = R.values("two_sample", id);
        Equivalence.Result ours = Equivalence.within(-0.4, 0.4)
                .withTest(variant.equals("student") ? TTest.student() : TTest.welch())
                .test(R.wide("crier", column), R.wide("noncrier", column))
                .orThrow();

        agrees(id + " t lower", ours.lowerT(), theirs.path("t_lower"), CLOSED_FORM);
        agrees(id + " p lower", ours.lowerP(), theirs.path("p_lower"), CLOSED_FORM);
        agrees(id + " t upper", ours.upperT(), theirs.path("t_upper"), CLOSED_FORM);
        agrees(id + " p upper", ours.upperP(), theirs.path("p_upper"), CLOSED_FORM);
        agrees(id + " df", ours.df(), theirs.path("df"), CLOSED_FORM);
        agrees(id + " p", ours.p(), theirs.path("p_tost"), CLOSED_FORM);
        agrees(id + " interval", ours.interval(), theirs.path("ci90"), CLOSED_FORM);
        assertThat(ours.verdict()).isEqualTo(Equivalence.Verdict.EQUIVALENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lnrsa_recovery", "rsa_change", "hr_film", "depression"})
    void bayesFactorsOfTwoSamplesAgree(String column) {
        String id = "jzs_two_sample_" + column;
        JsonNode theirs = R.values("bayes_factors", id);
        double[] criers = R.wide("crier", column);
        double[] noncriers = R.wide("noncrier", column);

        agrees(
                id + " r = .707",
                JzsBayesFactor.withDefaults()
                        .withScale(0.707)
                        .test(criers, noncriers)
                        .orThrow()
                        .bf10(),
                theirs.path("bf10_BayesFactor"),
                CLOSED_FORM);
        agrees(
                id + " r = √2⁄2",
                JzsBayesFactor.withDefaults().test(criers, noncriers).orThrow().bf10(),
                theirs.path("bf10_rscale_sqrt2_over_2"),
                BY_SEARCH);
    }

    @Test
    void bayesFactorOfOneSampleAgrees() {
        JsonNode theirs = R.values("bayes_factors", "jzs_one_sample");
        double[] shifted = Arrays.stream(R.table("analysis_wide.csv")
                        .complete("lnrsa_recovery", "lnrsa_stressor")
                        .numbers("rsa_change"))
                .map(x -> x - 0.45)
                .toArray();
        JzsBayesFactor.Result ours = JzsBayesFactor.withDefaults()
                .withScale(0.707)
                .oneSample(shifted)
                .orThrow();

        agrees("jzs_one_sample", ours.bf10(), theirs.path("bf10_BayesFactor"), BY_SEARCH);
        assertThat(ours.bf01()).isCloseTo(1 / ours.bf10(), within(1e-20));
    }

    @Test
    void powerOfTTestsAgrees() {
        JsonNode theirs = R.values("power", "power_t");
        TTestPower twoSided = TTestPower.withDefaults();
        TTestPower oneSided = twoSided.withAlternative(Alternative.GREATER);
        for (JsonNode row : theirs.path("grid")) {
            double d = row.path("d").doubleValue();
            double n = row.path("n_per_group").doubleValue();
            String what = "power d = " + d + " n = " + n;
            agrees(what, twoSided.ofTwoSamples(d, n, n), row.path("power_two_strict"), CLOSED_FORM);
            agrees(what + " one-sided", oneSided.ofTwoSamples(d, n, n), row.path("power_one"), CLOSED_FORM);
        }
        for (JsonNode row : theirs.path("solve")) {
            double d = row.path("d").doubleValue();
            agrees("n for .80, d = " + d, twoSided.sizePerGroup(d, 0.8), row.path("n_80_two"), BY_SEARCH);
            agrees("n for .90, d = " + d, twoSided.sizePerGroup(d, 0.9), row.path("n_90_two"), BY_SEARCH);
            agrees("pairs for .80, d = " + d, twoSided.sizeOfPairs(d, 0.8), row.path("n_80_paired"), BY_SEARCH);
        }
        for (JsonNode row : theirs.path("unequal_71_61")) {
            double d = row.path("d").doubleValue();
            agrees("power 71, 61, d = " + d, twoSided.ofTwoSamples(d, 71, 61), row.path("power"), CLOSED_FORM);
        }
        double detectable = twoSided.detectable(71, 61, 0.8);
        agrees("detectable with 71, 61", detectable, theirs.path("detectable_d_71_61_power80"), BY_COARSE_SEARCH);
        assertThat(detectable).isCloseTo(0.492748612133461, within(1e-10)); // scipy 1.17.1: brentq on nct
    }

    @Test
    void impossibleSizeIsTheCallersMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TTestPower.withDefaults().sizePerGroup(0, 0.8))
                .withMessageContaining("no sample");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TTestPower.withDefaults().sizePerGroup(0.5, 0.04))
                .withMessageContaining("alpha");
    }

    @Test
    void simulatedPowerCoversTheAnalyticOne() {
        SimulatedPower.Result simulated = SimulatedPower.withDefaults()
                .withStudies(2000)
                .of(random -> {
                    double[] x = DoubleStream.generate(() -> 0.7 + random.nextGaussian())
                            .limit(30)
                            .toArray();
                    double[] y = DoubleStream.generate(random::nextGaussian)
                            .limit(30)
                            .toArray();
                    return TTest.student().test(x, y).orThrow().p();
                });

        assertThat(simulated.interval().contains(TTestPower.withDefaults().ofTwoSamples(0.7, 30, 30)))
                .as(simulated.apa())
                .isTrue();
    }
}
