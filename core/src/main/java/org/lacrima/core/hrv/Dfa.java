package org.lacrima.core.hrv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lacrima.core.hrv.DfaOptions.Scales;
import org.lacrima.core.hrv.HrvMetric.Answer;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatSeries;

/**
 * Detrended fluctuation analysis: how the fluctuation around straight trends grows with the length of the window. Made for
 * the beats as they are: a series that was detrended before has lost what it measures.
 *
 * <p>The trend of a window absorbs any straight line in the profile, so windows within contiguous stretches are as good as
 * windows of an unbroken series: a gap costs the windows that it cuts, and nothing else.
 */
public final class Dfa {
    private Dfa() {}

    private static final Citation PENG_1995 =
            new Citation("Peng, Havlin, Stanley & Goldberger", 1995, "10.1063/1.166141");

    /** Short-term scaling exponent. */
    public static final HrvMetric ALPHA1 = alpha("DFAalpha1", "4, 5, …, 16", "64 intervals");

    /** Long-term scaling exponent. */
    public static final HrvMetric ALPHA2 = alpha("DFAalpha2", "16, 17, …, 64", "256 intervals");

    /** All of them, in the order of the catalogue. */
    public static List<HrvMetric> all() {
        return List.of(ALPHA1, ALPHA2);
    }

    /**
     * Fluctuation by scale: what an exponent is fitted to.
     *
     * @param scales lengths of the windows, in intervals, ascending; those for which the series has no window are left out
     * @param fluctuationMillis root mean square distance from the trends, in ms, for each of them
     */
    public record Curve(List<Integer> scales, List<Double> fluctuationMillis) {
        /** Copies the lists. */
        public Curve {
            scales = List.copyOf(scales);
            fluctuationMillis = List.copyOf(fluctuationMillis);
        }

        /** Slope of the least-squares line through {@code ln F} over {@code ln scale}; NaN below two scales. */
        public double exponent() {
            double[] x = scales.stream().mapToDouble(Math::log).toArray();
            double[] y = fluctuationMillis.stream().mapToDouble(Math::log).toArray();
            return Line.through(x, y).slope();
        }
    }

    /** The fluctuation of a series at every scale of a range. */
    public static Curve curve(BeatSeries beats, Scales scales, DfaOptions options) {
        HrvOptions all = HrvOptions.withDefaults()
                .with(HrvOptions.withDefaults().nonlinear().with(options));
        return curve(new Workings(beats, all), scales);
    }

    private static Curve curve(Workings w, Scales range) {
        DfaOptions options = w.options().nonlinear().dfa();
        List<Integer> scales = new ArrayList<>();
        List<Double> fluctuations = new ArrayList<>();
        ProfileSums profile = w.shared(ProfileSums.class, Dfa::profile);
        for (int scale : range.of(w.n())) {
            double f = profile.fluctuation(w.runs(), scale, options.windows(), options.leastVariance());
            if (!Double.isNaN(f)) {
                scales.add(scale);
                fluctuations.add(f);
            }
        }
        return new Curve(scales, fluctuations);
    }

    private static ProfileSums profile(Workings w) {
        DfaOptions options = w.options().nonlinear().dfa();
        int longest = 1;
        for (Scales range : List.of(options.shortScales(), options.longScales())) {
            for (int scale : range.of(w.n())) {
                longest = Math.max(longest, scale);
            }
        }
        return ProfileSums.of(w.rr(), longest);
    }

    private static HrvMetric alpha(String name, String scales, String need) {
        return HrvMetric.named(name, Unit.ONE)
                .definedAs("slope of ln F(s) over ln s, s = " + scales + ": F root mean square distance of the profile"
                        + " Σ (RRᵢ − MeanNN) from straight trends in consecutive windows of s intervals")
                .needing(need + ", or 4 windows of the largest scale without a gap inside")
                .atGaps("windows lie between gaps")
                .from(PENG_1995)
                .by(w -> exponent(
                        w,
                        name.equals("DFAalpha1")
                                ? w.options().nonlinear().dfa().shortScales()
                                : w.options().nonlinear().dfa().longScales()));
    }

    private static Answer exponent(Workings w, Scales range) {
        DfaOptions options = w.options().nonlinear().dfa();
        int[] scales = range.of(w.n());
        if (scales.length < 2) {
            return Answer.none(String.format(
                    Locale.ROOT,
                    "%d intervals offer %d scales from %d up, 2 needed",
                    w.n(),
                    scales.length,
                    range.from()));
        }
        int largest = scales[scales.length - 1];
        int windows = ProfileSums.windows(w.runs(), largest, options.windows());
        if (windows < options.fewestWindows()) {
            return Answer.none(String.format(
                    Locale.ROOT,
                    "%d windows of %d contiguous intervals, %d needed",
                    windows,
                    largest,
                    options.fewestWindows()));
        }
        Curve curve = curve(w, range);
        for (int i = 0; i < curve.scales().size(); i++) {
            if (!(curve.fluctuationMillis().get(i) > 0)) {
                return Answer.none("no fluctuation around the trends at scale "
                        + curve.scales().get(i) + ", and its logarithm does not exist");
            }
        }
        return curve.scales().size() < 2
                ? Answer.none("fewer than 2 scales with windows that fluctuate")
                : Answer.value(curve.exponent(), w.n());
    }
}
