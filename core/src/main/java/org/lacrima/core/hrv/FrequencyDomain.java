package org.lacrima.core.hrv;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.lacrima.core.hrv.HrvMetric.Answer;
import org.lacrima.core.hrv.SpectrumOptions.BandRule;
import org.lacrima.core.hrv.SpectrumOptions.Density;
import org.lacrima.core.hrv.SpectrumOptions.Estimator;
import org.lacrima.core.hrv.SpectrumOptions.Normalised;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.spectrum.Band;

/**
 * Frequency-domain metrics: power of the heart's rhythm in the bands of Task Force 1996. Each choice, from the resampling
 * to the edges of the bands, is in {@link SpectrumOptions}.
 *
 * <p>A metric of a plain name, such as {@code HF}, is read from the estimator of the options, which is Welch's unless
 * another is asked for. {@code HF_Lomb} and {@code HF_AR} always name theirs, so that one table can hold all three.
 *
 * <p>Power is absolute, in ms², and never normalised; normalised units are metrics of their own.
 */
public final class FrequencyDomain {
    private FrequencyDomain() {}

    private static final Unit LN_HZ = new Unit("ln Hz");
    /** Power below this share of the squared mean interval is rounding, not rhythm. */
    private static final double ROUNDING = 1e-24;

    private static final Family PLAIN = new Family(
            "",
            "P by Welch",
            SpectrumOptions::estimator,
            "without a gap of more than 5 s",
            "segments lie inside runs; beats up to 5 s apart are joined by interpolation, others never");
    private static final Family LOMB = new Family(
            "_Lomb",
            "P by Lomb–Scargle on the beats",
            o -> Estimator.LOMB_SCARGLE,
            "of intervals",
            "nothing is bridged: each interval counts at the time of its beat");
    private static final Family AR = new Family(
            "_AR",
            "P of Burg's autoregressive model",
            o -> Estimator.AUTOREGRESSIVE,
            "without a gap of more than 5 s",
            "errors are pooled over runs; beats up to 5 s apart are joined by interpolation, others never");

    /** Power below 0.003 Hz. */
    public static final HrvMetric ULF = PLAIN.power("ULF", "below 0.003 Hz", "18 h", SpectrumOptions::ulf);

    /** Power from 0.003 to 0.04 Hz. */
    public static final HrvMetric VLF = PLAIN.power("VLF", "0.003 to 0.04 Hz", "300 s", SpectrumOptions::vlf);

    /** Power from 0.04 to 0.15 Hz. */
    public static final HrvMetric LF = PLAIN.power("LF", "0.04 to 0.15 Hz", "120 s", SpectrumOptions::lf);

    /** Power from 0.15 to 0.40 Hz. */
    public static final HrvMetric HF = PLAIN.power("HF", "0.15 to 0.40 Hz", "60 s", SpectrumOptions::hf);

    /** Power of all bands that the series is long enough for. */
    public static final HrvMetric TOTAL_POWER = PLAIN.totalPower();

    /** LF power as a share of LF and HF. */
    public static final HrvMetric LF_NU = PLAIN.share("LFnu", "100 · LF ⁄ (LF + HF)", (lf, hf) -> lf);

    /** HF power as a share of LF and HF. */
    public static final HrvMetric HF_NU = PLAIN.share("HFnu", "100 · HF ⁄ (LF + HF)", (lf, hf) -> hf);

    /** LF power over HF power. */
    public static final HrvMetric LF_HF = PLAIN.ratio();

    /** Natural logarithm of HF power. */
    public static final HrvMetric LN_HF = PLAIN.lnHf();

    /** Frequency of the highest density in the LF band. */
    public static final HrvMetric LF_PEAK = PLAIN.peak("LFpeak", "120 s", SpectrumOptions::lf);

    /** Frequency of the highest density in the HF band. */
    public static final HrvMetric HF_PEAK = PLAIN.peak("HFpeak", "60 s", SpectrumOptions::hf);

    private static final List<HrvMetric> ALL = collect();

    /** All frequency-domain metrics, in the order of the catalogue. */
    public static List<HrvMetric> all() {
        return ALL;
    }

    private static List<HrvMetric> collect() {
        List<HrvMetric> all =
                new ArrayList<>(List.of(ULF, VLF, LF, HF, TOTAL_POWER, LF_NU, HF_NU, LF_HF, LN_HF, LF_PEAK, HF_PEAK));
        all.addAll(LOMB.members());
        all.addAll(AR.members());
        return List.copyOf(all);
    }

    /** The metrics of one estimator. */
    private record Family(
            String suffix,
            String density,
            Function<SpectrumOptions, Estimator> estimator,
            String dataRule,
            String gapRule) {

        /** Picks one of two powers. */
        @FunctionalInterface
        interface Pick {
            double of(double lf, double hf);
        }

        List<HrvMetric> members() {
            return List.of(
                    power("ULF", "below 0.003 Hz", "18 h", SpectrumOptions::ulf),
                    power("VLF", "0.003 to 0.04 Hz", "300 s", SpectrumOptions::vlf),
                    power("LF", "0.04 to 0.15 Hz", "120 s", SpectrumOptions::lf),
                    power("HF", "0.15 to 0.40 Hz", "60 s", SpectrumOptions::hf),
                    totalPower(),
                    share("LFnu", "100 · LF ⁄ (LF + HF)", (lf, hf) -> lf),
                    share("HFnu", "100 · HF ⁄ (LF + HF)", (lf, hf) -> hf),
                    ratio(),
                    lnHf(),
                    peak("LFpeak", "120 s", SpectrumOptions::lf),
                    peak("HFpeak", "60 s", SpectrumOptions::hf));
        }

        HrvMetric power(String name, String band, String data, Function<SpectrumOptions, BandRule> rule) {
            return described(name, Unit.MS2, data)
                    .definedAs("∫ P(f) df, " + band + ", " + density)
                    .by(w -> inUnitOfDensity(w, power(w, rule)));
        }

        private static Answer inUnitOfDensity(Workings w, Answer power) {
            boolean relative = w.options().spectrum().density() == Density.SHARE_OF_MAXIMUM;
            return relative ? power.in(Unit.HZ) : power;
        }

        HrvMetric totalPower() {
            return described("TotalPower", Unit.MS2, "300 s")
                    .definedAs("VLF + LF + HF, and ULF where it is estimable, " + density)
                    .by(w -> inUnitOfDensity(w, totalPower(w)));
        }

        HrvMetric share(String name, String formula, Pick part) {
            return described(name, Unit.PERCENT, "120 s")
                    .definedAs(formula + ", " + density)
                    .by(w -> {
                        double beside = powerBeside(w);
                        return ofBoth(
                                w,
                                (lf, hf) -> 100 * part.of(lf, hf) / (lf + hf + beside),
                                (lf, hf) -> lf + hf + beside);
                    });
        }

        /** What normalised units count beside LF and HF: a band that is not resolved holds nothing. */
        private double powerBeside(Workings w) {
            SpectrumOptions options = w.spectra().options();
            if (options.normalised() == Normalised.OF_LF_AND_HF) {
                return 0;
            }
            BandRule above =
                    options.hf().with(new Band("VHF", options.hf().band().highHz(), 0.5));
            double sum = 0;
            for (BandRule rule : List.of(options.ulf(), options.vlf(), above)) {
                Answer power = w.spectra().power(estimator.apply(options), rule);
                sum += power.reason().isEmpty() ? power.value() : 0;
            }
            return sum;
        }

        HrvMetric ratio() {
            return described("LF/HF", Unit.ONE, "120 s")
                    .definedAs("LF ⁄ HF, " + density)
                    .by(w -> ofBoth(w, (lf, hf) -> lf / hf, (lf, hf) -> hf));
        }

        HrvMetric lnHf() {
            return described("lnHF", Unit.LN_MS2, "60 s")
                    .definedAs("ln HF, HF in ms², " + density)
                    .by(w -> {
                        Answer hf = power(w, SpectrumOptions::hf);
                        if (!hf.reason().isEmpty()) {
                            return hf;
                        }
                        if (isRounding(w, hf.value())) {
                            return Answer.none("HF power is 0 and has no logarithm");
                        }
                        Answer logarithm = Answer.value(Math.log(hf.value()), hf.n());
                        return w.options().spectrum().density() == Density.SHARE_OF_MAXIMUM
                                ? logarithm.in(LN_HZ)
                                : logarithm;
                    });
        }

        HrvMetric peak(String name, String data, Function<SpectrumOptions, BandRule> rule) {
            return described(name, Unit.HZ, data)
                    .definedAs("argmax P(f) in the band, " + density)
                    .by(w -> {
                        Answer power = power(w, rule);
                        if (!power.reason().isEmpty()) {
                            return power;
                        }
                        BandRule band = rule.apply(w.spectra().options());
                        OptionalDouble peak = w.spectra()
                                .of(estimator.apply(w.spectra().options()), band)
                                .peakHz(band.band());
                        return peak.isEmpty() || isRounding(w, power.value())
                                ? Answer.none("no power in the band, so no peak")
                                : Answer.value(peak.getAsDouble(), power.n());
                    });
        }

        private HrvMetric.Draft described(String name, Unit unit, String data) {
            return HrvMetric.named(name + suffix, unit)
                    .needing(data + " " + dataRule)
                    .atGaps(gapRule);
        }

        private Answer power(Workings w, Function<SpectrumOptions, BandRule> rule) {
            SpectrumOptions options = w.spectra().options();
            return w.spectra().power(estimator.apply(options), rule.apply(options));
        }

        private Answer totalPower(Workings w) {
            double sum = 0;
            int n = Integer.MAX_VALUE;
            for (Function<SpectrumOptions, BandRule> rule : List.<Function<SpectrumOptions, BandRule>>of(
                    SpectrumOptions::vlf, SpectrumOptions::lf, SpectrumOptions::hf)) {
                Answer power = power(w, rule);
                if (!power.reason().isEmpty()) {
                    return power;
                }
                sum += power.value();
                n = Math.min(n, power.n());
            }
            Answer ulf = power(w, SpectrumOptions::ulf);
            return Answer.value(ulf.reason().isEmpty() ? sum + ulf.value() : sum, n);
        }

        private Answer ofBoth(Workings w, Pick formula, Pick denominator) {
            Answer lf = power(w, SpectrumOptions::lf);
            Answer hf = power(w, SpectrumOptions::hf);
            if (!lf.reason().isEmpty()) {
                return lf;
            }
            if (!hf.reason().isEmpty()) {
                return hf;
            }
            return isRounding(w, denominator.of(lf.value(), hf.value()))
                    ? Answer.none("no power to divide by")
                    : Answer.value(formula.of(lf.value(), hf.value()), Math.min(lf.n(), hf.n()));
        }

        private static boolean isRounding(Workings w, double power) {
            return power <= ROUNDING * w.mean() * w.mean();
        }
    }
}
