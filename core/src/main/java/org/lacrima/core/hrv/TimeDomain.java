package org.lacrima.core.hrv;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.lacrima.core.hrv.HrvMetric.Answer;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.metric.Unit;

/**
 * Time-domain metrics. Each constant states its formula; where packages differ, {@link TimeOptions} has the choice.
 *
 * <p>Throughout, {@code RR} are the n intervals in ms, {@code m} the number of successive differences within contiguous
 * runs, and quantiles are interpolated linearly (type 7 of Hyndman &amp; Fan 1996).
 */
public final class TimeDomain {
    private TimeDomain() {}

    private static final String NO_CROSSING = "differences never cross a gap";
    private static final Citation MIETUS_2002 = new Citation("Mietus et al.", 2002, "10.1136/heart.88.4.378");
    private static final Citation ROUSSEEUW_1993 =
            new Citation("Rousseeuw & Croux", 1993, "10.1080/01621459.1993.10476408");
    private static final Citation BAEVSKY_2008 = new Citation("Baevsky & Berseneva", 2008, "");
    /** Makes the median absolute deviation a consistent estimate of a normal standard deviation, 1/Φ⁻¹(3/4). */
    private static final double NORMAL_CONSISTENCY = 1.4826;

    /** Mean interval. */
    public static final HrvMetric MEAN_NN =
            HrvMetric.named("MeanNN", Unit.MS).definedAs("Σ RRᵢ ⁄ n").by(w -> Answer.value(w.mean(), w.n()));

    /** Median interval. */
    public static final HrvMetric MEDIAN_NN = HrvMetric.named("MedianNN", Unit.MS)
            .definedAs("median of RRᵢ")
            .by(w -> Answer.value(w.order().quantile(0.5), w.n()));

    /** Standard deviation of the intervals. */
    public static final HrvMetric SDNN = HrvMetric.named("SDNN", Unit.MS)
            .definedAs("√( Σ (RRᵢ − MeanNN)² ⁄ (n − 1) )")
            .needing("2 intervals")
            .by(w -> w.n() < 2 ? tooFewIntervals(w, 2) : Answer.value(w.sdnn(), w.n()));

    /** Root mean square of successive differences. */
    public static final HrvMetric RMSSD = HrvMetric.named("RMSSD", Unit.MS)
            .definedAs("√( Σ (RRᵢ₊₁ − RRᵢ)² ⁄ m )")
            .needing("2 contiguous intervals")
            .atGaps(NO_CROSSING)
            .by(w -> w.successive().count() < 1
                    ? tooFewDifferences(w, 1)
                    : overDifferences(w, w.successive().rms()));

    /** Natural logarithm of RMSSD. */
    public static final HrvMetric LN_RMSSD = HrvMetric.named("lnRMSSD", Unit.LN_MS)
            .definedAs("ln RMSSD")
            .needing("2 contiguous intervals that differ")
            .atGaps(NO_CROSSING)
            .by(w -> {
                if (w.successive().count() < 1) {
                    return tooFewDifferences(w, 1);
                }
                double rmssd = w.successive().rms();
                return rmssd > 0
                        ? overDifferences(w, Math.log(rmssd))
                        : Answer.none("all successive intervals are equal, so RMSSD is 0 and has no logarithm");
            });

    /** Standard deviation of successive differences. */
    public static final HrvMetric SDSD = HrvMetric.named("SDSD", Unit.MS)
            .definedAs("√( Σ (dᵢ − d̄)² ⁄ (m − 1) ), dᵢ = RRᵢ₊₁ − RRᵢ")
            .needing("3 contiguous intervals")
            .atGaps(NO_CROSSING)
            .by(w -> w.successive().count() < 2 ? tooFewDifferences(w, 2) : overDifferences(w, w.sdsd()));

    /** Number of successive differences above 50 ms. */
    public static final HrvMetric NN50 = nnx(50, Successive::above50, Citation.TASK_FORCE_1996);
    /** Share of successive differences above 50 ms. */
    public static final HrvMetric PNN50 = pnnx(50, Successive::above50, Citation.TASK_FORCE_1996);
    /** Number of successive differences above 20 ms. */
    public static final HrvMetric NN20 = nnx(20, Successive::above20, MIETUS_2002);
    /** Share of successive differences above 20 ms. */
    public static final HrvMetric PNN20 = pnnx(20, Successive::above20, MIETUS_2002);

    /** Coefficient of variation of the intervals. */
    public static final HrvMetric CVNN = HrvMetric.named("CVNN", Unit.ONE)
            .definedAs("SDNN ⁄ MeanNN")
            .needing("2 intervals")
            .by(w -> w.n() < 2 ? tooFewIntervals(w, 2) : Answer.value(w.sdnn() / w.mean(), w.n()));

    /** Coefficient of variation of successive differences. */
    public static final HrvMetric CVSD = HrvMetric.named("CVSD", Unit.ONE)
            .definedAs("RMSSD ⁄ MeanNN")
            .needing("2 contiguous intervals")
            .atGaps(NO_CROSSING)
            .by(w -> w.successive().count() < 1
                    ? tooFewDifferences(w, 1)
                    : overDifferences(w, w.successive().rms() / w.mean()));

    /** Median absolute deviation, scaled to a standard deviation. */
    public static final HrvMetric MAD_NN = HrvMetric.named("MadNN", Unit.MS)
            .definedAs("1.4826 · median |RRᵢ − MedianNN|")
            .from(ROUSSEEUW_1993)
            .by(w -> Answer.value(scaledMad(w), w.n()));

    /** Median-based coefficient of variation. */
    public static final HrvMetric MCV_NN = HrvMetric.named("MCVNN", Unit.ONE)
            .definedAs("MadNN ⁄ MedianNN")
            .from(ROUSSEEUW_1993)
            .by(w -> Answer.value(scaledMad(w) / w.order().quantile(0.5), w.n()));

    /** Interquartile range. */
    public static final HrvMetric IQR_NN = HrvMetric.named("IQRNN", Unit.MS)
            .definedAs("Q(0.75) − Q(0.25) of RRᵢ, quantiles of type 7")
            .by(w -> Answer.value(w.order().quantile(0.75) - w.order().quantile(0.25), w.n()));

    /** Standard deviation of five-minute means. */
    public static final HrvMetric SDANN = HrvMetric.named("SDANN", Unit.MS)
            .definedAs("standard deviation (n − 1) of the means of all complete 5-min segments")
            .needing("2 complete segments of 5 min")
            .atGaps("segments follow the clock; one without an interval is left out")
            .by(w -> Segments.sdOfMeans(w));

    /** Mean of five-minute standard deviations. */
    public static final HrvMetric SDNN_INDEX = HrvMetric.named("SDNNindex", Unit.MS)
            .definedAs("mean of the standard deviations (n − 1) of all complete 5-min segments")
            .needing("1 complete segment of 5 min")
            .atGaps("segments follow the clock; one with fewer than 2 intervals is left out")
            .by(w -> Segments.meanOfSds(w));

    /** Triangular index. */
    public static final HrvMetric HTI = HrvMetric.named("HTI", Unit.ONE)
            .definedAs("n ⁄ height of the mode of the histogram with bins of 1/128 s = 7.8125 ms from 0")
            .by(w -> w.histogram().modeCount() == 0
                    ? Answer.none("no interval lies in the histogram")
                    : Answer.value(w.n() / (double) w.histogram().modeCount(), w.n()));

    /** Baseline width of the triangle that fits the histogram best. */
    public static final HrvMetric TINN = HrvMetric.named("TINN", Unit.MS)
            .definedAs(
                    "M − N of the triangle from N over the mode to M with the least squared distance to the histogram,"
                            + " bins of 7.8125 ms")
            .needing("a histogram of 3 bins")
            .by(w -> w.histogram().modeCount() == 0
                    ? Answer.none("no interval lies in the histogram")
                    : w.histogram().triangle(w.options().time().triangle()));

    /** Baevsky's stress index. */
    public static final HrvMetric STRESS_INDEX = HrvMetric.named("StressIndex", new Unit("%/s²"))
            .definedAs("AMo ⁄ (2 · Mo · MxDMn): AMo share of intervals in the modal bin of 50 ms (%),"
                    + " Mo median (s), MxDMn range (s)")
            .needing("2 intervals that differ")
            .from(BAEVSKY_2008)
            .by(TimeDomain::stressIndex);

    /** Mean heart rate. */
    public static final HrvMetric MEAN_HR =
            HrvMetric.named("MeanHR", Unit.BPM).definedAs("60 000 ⁄ MeanNN").by(w -> Answer.value(meanHr(w), w.n()));

    /** Lowest heart rate of a single interval. */
    public static final HrvMetric MIN_HR = HrvMetric.named("MinHR", Unit.BPM)
            .definedAs("60 000 ⁄ longest RR")
            .by(w -> Answer.value(60_000 / w.order().greatest(), w.n()));

    /** Highest heart rate of a single interval. */
    public static final HrvMetric MAX_HR = HrvMetric.named("MaxHR", Unit.BPM)
            .definedAs("60 000 ⁄ shortest RR")
            .by(w -> Answer.value(60_000 / w.order().least(), w.n()));

    /** All of them, in the order of the catalogue. */
    public static List<HrvMetric> all() {
        return List.of(
                MEAN_NN,
                MEDIAN_NN,
                SDNN,
                SDANN,
                SDNN_INDEX,
                RMSSD,
                LN_RMSSD,
                SDSD,
                NN50,
                PNN50,
                NN20,
                PNN20,
                CVNN,
                CVSD,
                MAD_NN,
                MCV_NN,
                IQR_NN,
                HTI,
                TINN,
                STRESS_INDEX,
                MEAN_HR,
                MIN_HR,
                MAX_HR);
    }

    private static HrvMetric nnx(int millis, ToIntFunction<Successive> above, Citation source) {
        return HrvMetric.named("NN" + millis, Unit.COUNT)
                .definedAs("number of |RRᵢ₊₁ − RRᵢ| > " + millis + " ms")
                .needing("2 contiguous intervals")
                .atGaps(NO_CROSSING)
                .from(source)
                .by(w -> w.successive().count() < 1
                        ? tooFewDifferences(w, 1)
                        : overDifferences(w, above.applyAsInt(w.successive())));
    }

    private static HrvMetric pnnx(int millis, ToIntFunction<Successive> above, Citation source) {
        return HrvMetric.named("pNN" + millis, Unit.PERCENT)
                .definedAs("100 · NN" + millis + " ⁄ m")
                .needing("2 contiguous intervals")
                .atGaps(NO_CROSSING)
                .from(source)
                .by(w -> {
                    if (w.successive().count() < 1) {
                        return tooFewDifferences(w, 1);
                    }
                    int of = w.options().time().pnnDivisor() == TimeOptions.PnnDivisor.INTERVALS
                            ? w.n()
                            : w.successive().count();
                    return overDifferences(w, 100.0 * above.applyAsInt(w.successive()) / of);
                });
    }

    private static double meanHr(Workings w) {
        if (w.options().time().meanHr() == TimeOptions.MeanHr.OF_MEAN_INTERVAL) {
            return 60_000 / w.mean();
        }
        double sum = 0;
        for (double rr : w.rr()) {
            sum += 60_000 / rr;
        }
        return sum / w.n();
    }

    private static double scaledMad(Workings w) {
        return NORMAL_CONSISTENCY * w.order().medianAbsoluteDeviation();
    }

    private static Answer stressIndex(Workings w) {
        Order order = w.order();
        double rangeSeconds = (order.greatest() - order.least()) / 1000;
        if (!(rangeSeconds > 0)) {
            return Answer.none("all intervals are equal, so the range in the denominator is 0");
        }
        double modeSeconds = order.quantile(0.5) / 1000;
        double amplitudePercent = 100.0 * Histogram.of(order, 50).modeCount() / w.n();
        return Answer.value(amplitudePercent / (2 * modeSeconds * rangeSeconds), w.n());
    }

    private static Answer overDifferences(Workings w, double value) {
        return Answer.value(value, w.successive().count());
    }

    static Answer tooFewIntervals(Workings w, int needed) {
        return Answer.none(
                String.format(Locale.ROOT, "%d interval%s, %d needed", w.n(), w.n() == 1 ? "" : "s", needed));
    }

    static Answer tooFewDifferences(Workings w, int needed) {
        return Answer.none(String.format(
                Locale.ROOT,
                "%d successive difference%s within contiguous beats, %d needed",
                w.successive().count(),
                w.successive().count() == 1 ? "" : "s",
                needed));
    }
}
