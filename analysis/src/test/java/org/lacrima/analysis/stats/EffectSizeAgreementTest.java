package org.lacrima.analysis.stats;

import static org.lacrima.analysis.stats.R.agrees;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Effect sizes against R 4.2.2: formulas with intervals by pt and uniroot, and effectsize 0.8.3. */
class EffectSizeAgreementTest {

    private static final double CLOSED_FORM = 1e-8;

    /** effectsize 0.8.3 searches its limits by a looser optimiser. */
    private static final double BY_OPTIMISER = 2e-6;

    @ParameterizedTest
    @ValueSource(strings = {"lnrsa_recovery", "rsa_change", "hr_film", "depression"})
    void standardisedDifferencesAgree(String column) {
        double[] x = R.wide("crier", column);
        double[] y = R.wide("noncrier", column);
        String id = "es_" + column;
        JsonNode theirs = R.values("effect_sizes", id);

        StandardisedDifference.Result d =
                StandardisedDifference.cohenD().of(x, y).orThrow();
        StandardisedDifference.Result g =
                StandardisedDifference.hedgesG().of(x, y).orThrow();
        StandardisedDifference.Result approximate = StandardisedDifference.hedgesG()
                .withBiasCorrection(BiasCorrection.APPROXIMATE)
                .of(x, y)
                .orThrow();
        StandardisedDifference.Result glass =
                StandardisedDifference.glassDelta().of(x, y).orThrow();

        agrees(id + " d", d.estimate(), theirs.path("d"), CLOSED_FORM);
        agrees(id + " d interval", d.interval(), theirs.path("d_ci95_nct"), CLOSED_FORM);
        agrees(
                id + " d 90 % interval",
                StandardisedDifference.cohenD()
                        .withConfidence(0.9)
                        .of(x, y)
                        .orThrow()
                        .interval(),
                theirs.path("d_ci90_nct"),
                CLOSED_FORM);
        agrees(id + " var d", d.largeSampleVariance(), theirs.path("var_d_largesample"), CLOSED_FORM);
        agrees(id + " J exact", g.j(), theirs.path("J_exact"), CLOSED_FORM);
        agrees(id + " J approximate", approximate.j(), theirs.path("J_approx"), CLOSED_FORM);
        agrees(id + " g exact", g.estimate(), theirs.path("g_exact"), CLOSED_FORM);
        agrees(id + " g exact interval", g.interval(), theirs.path("g_exact_ci95"), CLOSED_FORM);
        agrees(id + " var g", g.largeSampleVariance(), theirs.path("var_g_largesample"), CLOSED_FORM);
        agrees(id + " g approximate", approximate.estimate(), theirs.path("g_approx"), CLOSED_FORM);
        agrees(
                id + " d_av",
                StandardisedDifference.averageSd().of(x, y).orThrow().estimate(),
                theirs.path("d_av"),
                CLOSED_FORM);
        agrees(id + " Glass Δ", glass.estimate(), theirs.path("glass_delta"), CLOSED_FORM);
        JsonNode effectsize = theirs.path("effectsize_glass");
        agrees(id + " Glass Δ low", glass.interval().low(), effectsize.get(1), BY_OPTIMISER);
        agrees(id + " Glass Δ high", glass.interval().high(), effectsize.get(2), BY_OPTIMISER);
    }

    @Test
    void pairedVariantsAgree() {
        R.Table pairs = R.table("analysis_wide.csv").complete("lnrsa_recovery", "lnrsa_stressor");
        double[] after = pairs.numbers("lnrsa_recovery");
        double[] before = pairs.numbers("lnrsa_stressor");
        JsonNode theirs = R.values("effect_sizes", "es_paired");

        StandardisedDifference.Result z =
                StandardisedDifference.pairedZ().ofPairs(after, before).orThrow();
        agrees("es_paired d_z", z.estimate(), theirs.path("d_z"), CLOSED_FORM);
        agrees("es_paired d_z interval", z.interval(), theirs.path("d_z_ci95"), CLOSED_FORM);
        agrees(
                "es_paired d_rm",
                StandardisedDifference.pairedRepeatedMeasures()
                        .ofPairs(after, before)
                        .orThrow()
                        .estimate(),
                theirs.path("d_rm"),
                CLOSED_FORM);
        agrees(
                "es_paired d_av",
                StandardisedDifference.pairedAverage()
                        .ofPairs(after, before)
                        .orThrow()
                        .estimate(),
                theirs.path("d_av_mean_sd"),
                CLOSED_FORM);
    }
}
