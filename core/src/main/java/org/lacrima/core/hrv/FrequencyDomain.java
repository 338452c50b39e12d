package org.lacrima.core.hrv;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.lacrima.core.hrv.HrvMetric.Answer;
import org.lacrima.core.hrv.SpectrumOptions.BandRule;
import org.lacrima.core.metric.Unit;

/**
 * Frequency-domain metrics: power of the heart's rhythm in the bands of Task Force 1996, read from Welch's estimate.
 * Each choice, from the resampling to the edges of the bands, is in {@link SpectrumOptions}.
 *
 * <p>Power is absolute, in ms², and never normalised; normalised units are metrics of their own.
 */
public final class FrequencyDomain {
    private FrequencyDomain() {}

    private static final String GAP_RULE =
            "segments lie inside runs; two beats more than 5 s apart are never joined, shorter gaps are interpolated";
    private static final String HF_DATA = "60 s without a long gap";
    private static final String LF_DATA = "120 s without a long gap";
    private static final String VLF_DATA = "300 s without a long gap";
    private static final String ULF_DATA = "18 h without a long gap";
    /** Power below this share of the squared mean interval is rounding, not rhythm. */
    private static final double ROUNDING = 1e-24;

    /** Power below 0.003 Hz. */
    public static final HrvMetric ULF = power("ULF", "0 to 0.003 Hz", ULF_DATA, SpectrumOptions::ulf);

    /** Power from 0.003 to 0.04 Hz. */
    public static final HrvMetric VLF = power("VLF", "0.003 to 0.04 Hz", VLF_DATA, SpectrumOptions::vlf);

    /** Power from 0.04 to 0.15 Hz. */
    public static final HrvMetric LF = power("LF", "0.04 to 0.15 Hz", LF_DATA, SpectrumOptions::lf);

    /** Power from 0.15 to 0.40 Hz. */
    public static final HrvMetric HF = power("HF", "0.15 to 0.40 Hz", HF_DATA, SpectrumOptions::hf);

    /** Power of all bands that the series is long enough for. */
    public static final HrvMetric TOTAL_POWER = described("TotalPower", Unit.MS2, VLF_DATA)
            .definedAs("VLF + LF + HF, and ULF where it is estimable")
            .by(FrequencyDomain::totalPower);

    /** LF power as a share of LF and HF. */
    public static final HrvMetric LF_NU = described("LFnu", Unit.PERCENT, LF_DATA)
            .definedAs("100 · LF ⁄ (LF + HF)")
            .by(w -> ratio(w, (lf, hf) -> 100 * lf / (lf + hf), true));

    /** HF power as a share of LF and HF. */
    public static final HrvMetric HF_NU = described("HFnu", Unit.PERCENT, LF_DATA)
            .definedAs("100 · HF ⁄ (LF + HF)")
            .by(w -> ratio(w, (lf, hf) -> 100 * hf / (lf + hf), true));

    /** LF power over HF power. */
    public static final HrvMetric LF_HF =
            described("LF/HF", Unit.ONE, LF_DATA).definedAs("LF ⁄ HF").by(w -> ratio(w, (lf, hf) -> lf / hf, false));

    /** Natural logarithm of HF power. */
    public static final HrvMetric LN_HF = described("lnHF", Unit.LN_MS2, HF_DATA)
            .definedAs("ln HF, HF in ms²")
            .by(w -> {
                Answer hf = w.spectra().power(w.options().spectrum().hf());
                if (!hf.reason().isEmpty()) {
                    return hf;
                }
                return isRounding(w, hf.value())
                        ? Answer.none("HF power is 0 and has no logarithm")
                        : Answer.value(Math.log(hf.value()), hf.n());
            });

    /** Frequency of the highest density in the LF band. */
    public static final HrvMetric LF_PEAK = peak("LFpeak", LF_DATA, SpectrumOptions::lf);

    /** Frequency of the highest density in the HF band. */
    public static final HrvMetric HF_PEAK = peak("HFpeak", HF_DATA, SpectrumOptions::hf);

    /** All frequency-domain metrics, in the order of the catalogue. */
    public static List<HrvMetric> all() {
        return List.of(ULF, VLF, LF, HF, TOTAL_POWER, LF_NU, HF_NU, LF_HF, LN_HF, LF_PEAK, HF_PEAK);
    }

    @FunctionalInterface
    private interface OfTwo {
        double of(double lf, double hf);
    }

    private static HrvMetric.Draft described(String name, Unit unit, String data) {
        return HrvMetric.named(name, unit).needing(data).atGaps(GAP_RULE);
    }

    private static HrvMetric power(String name, String band, String data, Function<SpectrumOptions, BandRule> rule) {
        return described(name, Unit.MS2, data)
                .definedAs("∫ P(f) df, " + band)
                .by(w -> w.spectra().power(rule.apply(w.options().spectrum())));
    }

    private static HrvMetric peak(String name, String data, Function<SpectrumOptions, BandRule> rule) {
        return described(name, Unit.HZ, data)
                .definedAs("argmax P(f) in the band")
                .by(w -> {
                    BandRule band = rule.apply(w.options().spectrum());
                    Answer power = w.spectra().power(band);
                    if (!power.reason().isEmpty()) {
                        return power;
                    }
                    OptionalDouble peak = w.spectra().of(band).peakHz(band.band());
                    return peak.isEmpty() || isRounding(w, power.value())
                            ? Answer.none("no power in the band, so no peak")
                            : Answer.value(peak.getAsDouble(), power.n());
                });
    }

    private static Answer totalPower(Workings w) {
        SpectrumOptions options = w.options().spectrum();
        double sum = 0;
        int n = Integer.MAX_VALUE;
        for (BandRule rule : List.of(options.vlf(), options.lf(), options.hf())) {
            Answer power = w.spectra().power(rule);
            if (!power.reason().isEmpty()) {
                return power;
            }
            sum += power.value();
            n = Math.min(n, power.n());
        }
        Answer ulf = w.spectra().power(options.ulf());
        return Answer.value(ulf.reason().isEmpty() ? sum + ulf.value() : sum, n);
    }

    private static Answer ratio(Workings w, OfTwo formula, boolean ofBoth) {
        Answer lf = w.spectra().power(w.options().spectrum().lf());
        Answer hf = w.spectra().power(w.options().spectrum().hf());
        if (!lf.reason().isEmpty()) {
            return lf;
        }
        if (!hf.reason().isEmpty()) {
            return hf;
        }
        double denominator = ofBoth ? lf.value() + hf.value() : hf.value();
        return isRounding(w, denominator)
                ? Answer.none(ofBoth ? "no power in LF and HF" : "HF power is 0")
                : Answer.value(formula.of(lf.value(), hf.value()), Math.min(lf.n(), hf.n()));
    }

    private static boolean isRounding(Workings w, double power) {
        return power <= ROUNDING * w.mean() * w.mean();
    }
}
