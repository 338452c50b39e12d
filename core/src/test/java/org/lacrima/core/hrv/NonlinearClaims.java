package org.lacrima.core.hrv;

import java.util.ArrayList;
import java.util.List;
import org.lacrima.core.hrv.DfaOptions.Scales;
import org.lacrima.core.hrv.DfaOptions.Windows;
import org.lacrima.core.hrv.EntropyOptions.ApproximateMean;
import org.lacrima.core.hrv.EntropyOptions.Match;
import org.lacrima.core.hrv.EntropyOptions.Templates;
import org.lacrima.core.hrv.EntropyOptions.ToleranceSd;
import org.lacrima.core.hrv.FractalOptions.RadiusUnit;
import org.lacrima.core.hrv.FractalOptions.SelfMatches;
import org.lacrima.core.hrv.MultiscaleOptions.Grain;
import org.lacrima.core.hrv.MultiscaleOptions.Summary;
import org.lacrima.core.hrv.MultiscaleOptions.Undefined;
import org.lacrima.core.hrv.NonlinearOptions.FragmentationShare;
import org.lacrima.core.hrv.RecurrenceOptions.MainDiagonal;
import org.lacrima.core.hrv.RecurrenceOptions.Norm;
import org.lacrima.core.hrv.RecurrenceOptions.Trend;
import org.lacrima.core.hrv.TimeOptions.Divisor;
import org.lacrima.core.hrv.TimeOptions.Sd2Formula;

/** Which value of which package is which nonlinear metric, under which of its options. */
final class NonlinearClaims {
    private static final double CLOSED_FORM = 1e-9;

    private NonlinearClaims() {}

    /**
     * A metric under options against a value of a package.
     *
     * @param peer the package
     * @param pointer where its value stands among its values
     * @param metric the metric
     * @param options the package's choices
     * @param factor what the metric is to be multiplied by for its unit to be the package's
     * @param tolerance largest relative deviation
     * @param note why the unit or the value differs; empty where neither does
     */
    record Claim(
            String peer,
            String pointer,
            HrvMetric metric,
            HrvOptions options,
            double factor,
            double tolerance,
            String note) {
        Claim(String peer, String pointer, HrvMetric metric, HrvOptions options) {
            this(peer, pointer, metric, options, 1, CLOSED_FORM, "");
        }

        /** The package's name of the value, with its own. */
        String name() {
            return peer + " " + pointer.substring(1);
        }

        Claim times(double other, String why) {
            return new Claim(peer, pointer, metric, options, other, tolerance, why);
        }
    }

    private static final HrvOptions DEFAULTS = HrvOptions.withDefaults();
    private static final HrvOptions ROTATED =
            DEFAULTS.with(TimeOptions.withDefaults().with(Sd2Formula.ROTATED_PAIRS));
    private static final HrvOptions ROTATED_N = DEFAULTS.with(
            TimeOptions.withDefaults().with(Sd2Formula.ROTATED_PAIRS).withPoincareDivisor(Divisor.N));
    private static final HrvOptions OVER_N =
            DEFAULTS.with(TimeOptions.withDefaults().withSdDivisor(Divisor.N).withPoincareDivisor(Divisor.N));

    private static HrvOptions with(NonlinearOptions options) {
        return DEFAULTS.with(options);
    }

    private static HrvOptions dfa(DfaOptions options) {
        return with(NonlinearOptions.withDefaults().with(options.withFewestWindows(1)));
    }

    private static HrvOptions entropy(EntropyOptions options) {
        return with(NonlinearOptions.withDefaults().with(options));
    }

    private static final EntropyOptions ENTROPY = EntropyOptions.withDefaults();

    /** All of them. */
    static List<Claim> all() {
        List<Claim> claims = new ArrayList<>();
        addPoincare(claims);
        addAsymmetryAndFragmentation(claims);
        addDfa(claims);
        addSampleEntropy(claims);
        addOtherEntropies(claims);
        addFractal(claims);
        addRecurrence(claims);
        addPrsa(claims);
        return claims;
    }

    private static void addPoincare(List<Claim> claims) {
        String nk = "neurokit2";
        claims.add(new Claim(nk, "/poincare/SD1", Poincare.SD1, DEFAULTS));
        claims.add(new Claim(nk, "/poincare/SD2", Poincare.SD2, ROTATED));
        claims.add(new Claim(nk, "/poincare/SD1SD2", Poincare.SD1_SD2, ROTATED));
        claims.add(new Claim(nk, "/poincare/S", Poincare.ELLIPSE_AREA, ROTATED));
        claims.add(new Claim(nk, "/poincare/CSI", Poincare.CSI, ROTATED));
        claims.add(new Claim(nk, "/poincare/CVI", Poincare.CVI, ROTATED));
        claims.add(new Claim(nk, "/poincare/CSI_Modified", Poincare.CSI_MODIFIED, ROTATED));
        claims.add(new Claim("hrvanalysis", "/poincare/sd1", Poincare.SD1, DEFAULTS));
        claims.add(new Claim("hrvanalysis", "/poincare/sd2", Poincare.SD2, DEFAULTS));
        claims.add(new Claim("hrvanalysis", "/csi_cvi/csi", Poincare.CSI, DEFAULTS));
        claims.add(new Claim("hrvanalysis", "/csi_cvi/cvi", Poincare.CVI, DEFAULTS));
        claims.add(new Claim("hrvanalysis", "/csi_cvi/Modified_csi", Poincare.CSI_MODIFIED, DEFAULTS));
        claims.add(new Claim("pyhrv", "/poincare/sd1", Poincare.SD1, ROTATED_N));
        claims.add(new Claim("pyhrv", "/poincare/sd2", Poincare.SD2, ROTATED_N));
        claims.add(
                new Claim("pyhrv", "/poincare/sd_ratio", Poincare.CSI, ROTATED_N).times(1, "its sd_ratio is SD2/SD1"));
        claims.add(new Claim("pyhrv", "/poincare/ellipse_area", Poincare.ELLIPSE_AREA, ROTATED_N));
        claims.add(new Claim("systole", "/nonlinear/SD1", Poincare.SD1, OVER_N));
        claims.add(new Claim("systole", "/nonlinear/SD2", Poincare.SD2, OVER_N));
        claims.add(new Claim("physionet_toolbox", "/poincare.SD1", Poincare.SD1, DEFAULTS));
        claims.add(new Claim("physionet_toolbox", "/poincare.SD2", Poincare.SD2, DEFAULTS));
    }

    private static void addAsymmetryAndFragmentation(List<Claim> claims) {
        for (HrvMetric metric : Asymmetry.all()) {
            claims.add(new Claim("neurokit2", "/asymmetry/" + metric.name(), metric, DEFAULTS));
        }
        HrvOptions segments = with(NonlinearOptions.withDefaults().with(FragmentationShare.SEGMENTS));
        for (HrvMetric metric : Fragmentation.all()) {
            boolean percent = metric != Fragmentation.IALS;
            claims.add(new Claim("neurokit2", "/fragmentation/" + metric.name(), metric, segments)
                    .times(percent ? 0.01 : 1, percent ? "a fraction there, percent here" : ""));
        }
    }

    private static void addDfa(List<Claim> claims) {
        DfaOptions consecutive = DfaOptions.withDefaults();
        DfaOptions overlapping = consecutive.with(Windows.HALF_OVERLAPPING);
        DfaOptions nk = overlapping.withLeastVariance(1e-8);
        claims.add(new Claim("nolds", "/dfa_4_16/alpha", Dfa.ALPHA1, dfa(consecutive)));
        claims.add(new Claim("nolds", "/dfa_4_16_overlap/alpha", Dfa.ALPHA1, dfa(overlapping)));
        claims.add(new Claim("nolds", "/dfa_16_64/alpha", Dfa.ALPHA2, dfa(consecutive)));
        claims.add(new Claim("neurokit2", "/dfa_4_11/alpha", Dfa.ALPHA1, dfa(nk.withShortScales(Scales.every(4, 11)))));
        claims.add(new Claim("neurokit2", "/dfa_4_16/alpha", Dfa.ALPHA1, dfa(nk)));
        claims.add(new Claim("neurokit2", "/dfa_16_64/alpha", Dfa.ALPHA2, dfa(nk)));
        claims.add(
                new Claim("neurokit2", "/dfa_12_64/alpha", Dfa.ALPHA2, dfa(nk.withLongScales(Scales.every(12, 64)))));
        claims.add(new Claim(
                "neurokit2", "/dfa_4_16_nonoverlap/alpha", Dfa.ALPHA1, dfa(consecutive.withLeastVariance(1e-8))));
        claims.add(new Claim(
                "neurokit2", "/dfa_16_64_nonoverlap/alpha", Dfa.ALPHA2, dfa(consecutive.withLeastVariance(1e-8))));
        claims.add(new Claim(
                "neurokit2",
                "/nonlinear_all/DFA_alpha2",
                Dfa.ALPHA2,
                dfa(nk.withLongScales(new Scales(12, 12, DfaOptions.Grid.EVERY_TO_A_TENTH)))));
        DfaOptions powers = consecutive
                .with(Windows.CONSECUTIVE_WITH_REST)
                .withShortScales(new Scales(4, 16, DfaOptions.Grid.POWERS_OF_TWO))
                .withLongScales(new Scales(16, 64, DfaOptions.Grid.POWERS_OF_TWO));
        claims.add(new Claim("physionet_toolbox", "/dfa_4_16_pow2", Dfa.ALPHA1, dfa(powers)));
        claims.add(new Claim("physionet_toolbox", "/dfa_16_64_pow2", Dfa.ALPHA2, dfa(powers)));
        claims.add(new Claim("rhrv", "/nltseries_dfa_4_16.alpha", Dfa.ALPHA1, dfa(consecutive)));
    }

    private static void addSampleEntropy(List<Claim> claims) {
        EntropyOptions below = ENTROPY.with(Match.BELOW);
        EntropyOptions sdOverN = ENTROPY.withTolerance(0.2, ToleranceSd.N);
        claims.add(new Claim("neurokit2", "/sampen_apen/SampEn", Entropy.SAMPLE, DEFAULTS));
        claims.add(new Claim("neurokit2", "/sampen_apen/ApEn", Entropy.APPROXIMATE, DEFAULTS));
        claims.add(new Claim("nolds", "/sampen_strict", Entropy.SAMPLE, entropy(below)));
        claims.add(new Claim("nolds", "/sampen_closed", Entropy.SAMPLE, DEFAULTS));
        claims.add(new Claim(
                "hrvanalysis",
                "/sampen/sampen",
                Entropy.SAMPLE,
                entropy(below.withTolerance(0.1164 * (0.5627 * Math.log(2) + 1.3334), ToleranceSd.N_MINUS_1))));
        claims.add(new Claim(
                "pyhrv", "/sampen/sampen", Entropy.SAMPLE, entropy(below.withTolerance(0.2, ToleranceSd.N_PLUS_1))));
        claims.add(new Claim("antropy", "/apen", Entropy.APPROXIMATE, entropy(sdOverN)));
        for (String[] r : new String[][] {{"0.15", "0.15"}, {"0.2", "0.2"}}) {
            double tolerance = Double.parseDouble(r[1]);
            EntropyOptions toolbox =
                    below.withTolerance(tolerance, ToleranceSd.N_MINUS_1).with(Templates.ALL);
            claims.add(new Claim("physionet_toolbox", "/sampen_fast_r" + r[0], Entropy.SAMPLE, entropy(toolbox)));
            claims.add(new Claim(
                    "physionet_toolbox",
                    "/apen_r" + r[0],
                    Entropy.APPROXIMATE,
                    entropy(toolbox.with(ApproximateMean.LOGARITHM_OF_MEAN))));
            for (int m = 1; m <= 3; m++) {
                if (m == 2 || tolerance == 0.2) {
                    String at = "/sampen_counts_m" + m + "_r" + r[0];
                    EntropyOptions closed = ENTROPY.withDimension(m).withTolerance(tolerance, ToleranceSd.N_MINUS_1);
                    claims.add(new Claim("reference", at + "/sampen_closed", Entropy.SAMPLE, entropy(closed)));
                    claims.add(new Claim(
                            "reference", at + "/sampen_strict", Entropy.SAMPLE, entropy(closed.with(Match.BELOW))));
                }
            }
        }
    }

    private static void addOtherEntropies(List<Claim> claims) {
        String nk = "neurokit2";
        claims.add(new Claim(nk, "/nonlinear_all/FuzzyEn", Entropy.FUZZY, entropy(ENTROPY.withFuzzyExponent(1))));
        claims.add(new Claim(nk, "/nonlinear_all/ShanEn", Entropy.SHANNON, entropy(ENTROPY.withShannonBinMillis(0))));
        MultiscaleOptions multiscale = MultiscaleOptions.withDefaults()
                .withScales(1000)
                .withShare(12)
                .withTolerance(0.2)
                .with(Grain.EVERY_NTH)
                .with(Undefined.LEAVE_OUT)
                .with(Summary.TRAPEZOID_OVER_COUNT);
        claims.add(new Claim(nk, "/nonlinear_all/MSEn", MultiscaleEntropy.MSE, multiscale(multiscale)));
        claims.add(new Claim(nk, "/nonlinear_all/CMSEn", MultiscaleEntropy.CMSE, multiscale(multiscale)));
        claims.add(new Claim(nk, "/nonlinear_all/RCMSEn", MultiscaleEntropy.RCMSE, multiscale(multiscale)));
    }

    private static HrvOptions multiscale(MultiscaleOptions options) {
        return with(NonlinearOptions.withDefaults().with(options));
    }

    private static void addFractal(List<Claim> claims) {
        claims.add(new Claim("neurokit2", "/hfd_k10", Fractal.HFD, DEFAULTS));
        claims.add(new Claim("neurokit2", "/kfd", Fractal.KFD, DEFAULTS));
        claims.add(new Claim("neurokit2", "/nonlinear_all/LZC", Fractal.LZC, DEFAULTS));
        claims.add(new Claim("antropy", "/fractal/katz", Fractal.KFD, DEFAULTS));
        claims.add(new Claim("antropy", "/lziv_mean/normalized", Fractal.LZC, DEFAULTS));
        HrvOptions nolds = with(NonlinearOptions.withDefaults()
                .with(FractalOptions.withDefaults()
                        .with(FractalOptions.withDefaults()
                                .correlation()
                                .withDimension(2)
                                .withRadii(0.1, 0.5, 1.03, RadiusUnit.SD)
                                .with(SelfMatches.INCLUDED))));
        claims.add(new Claim("nolds", "/corr_dim", Fractal.D2, nolds));
    }

    private static void addRecurrence(List<Claim> claims) {
        RecurrenceOptions zimatore = RecurrenceOptions.withDefaults()
                .withDimension(7)
                .withRadius(0.5, RecurrenceOptions.RadiusUnit.MEAN_DISTANCE)
                .with(Trend.LINE_REMOVED);
        HrvOptions nk = with(NonlinearOptions.withDefaults().with(zimatore));
        claims.add(new Claim("neurokit2", "/rqa/RecurrenceRate", Recurrence.REC, nk).times(0.01, "a fraction there"));
        claims.add(new Claim("neurokit2", "/rqa/Determinism", Recurrence.DET, nk).times(0.01, "a fraction there"));
        claims.add(new Claim("neurokit2", "/rqa/L", Recurrence.LINE_MEAN, nk));
        claims.add(new Claim("neurokit2", "/rqa/Divergence", Recurrence.DIVERGENCE, nk));
        claims.add(new Claim("neurokit2", "/rqa/LEn", Recurrence.LINE_ENTROPY, nk));
        RecurrenceOptions plain = RecurrenceOptions.withDefaults()
                .withDimension(2)
                .withRadius(0.5, RecurrenceOptions.RadiusUnit.SD)
                .with(Norm.MAXIMUM)
                .with(MainDiagonal.COUNTED);
        HrvOptions rhrv = with(NonlinearOptions.withDefaults().with(plain));
        String key = "/rqa_m2_r.5sd.REC_DET_RATIO_Lmax_DIV_Lmean_ENTR_LAM_Vmax_Vmean/";
        claims.add(new Claim("rhrv", key + 0, Recurrence.REC, rhrv).times(0.01, "a fraction there"));
        claims.add(new Claim("rhrv", key + 1, Recurrence.DET, rhrv).times(0.01, "a fraction there"));
        claims.add(new Claim("rhrv", key + 3, Recurrence.LINE_MAX, rhrv));
        claims.add(new Claim("rhrv", key + 5, Recurrence.LINE_MEAN, rhrv));
        claims.add(new Claim("rhrv", key + 6, Recurrence.LINE_ENTROPY, rhrv));
    }

    private static void addPrsa(List<Claim> claims) {
        HrvOptions toolbox = with(NonlinearOptions.withDefaults()
                .with(PrsaOptions.withDefaults().withLargestChange(0.2).withHalfWindow(30)));
        claims.add(new Claim("physionet_toolbox", "/prsa.dc", Prsa.DC, toolbox));
        claims.add(new Claim("physionet_toolbox", "/prsa.ac", Prsa.AC, toolbox));
    }
}
