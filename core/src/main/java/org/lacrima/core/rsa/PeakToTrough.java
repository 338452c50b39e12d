package org.lacrima.core.rsa;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatSeries;

/**
 * RSA from peak to trough: breath by breath, the longest RR interval of exhalation less the shortest of inhalation, and
 * the mean over breaths.
 *
 * <p>{@code RSA = mean over breaths of (max RR in exhalation − min RR in inhalation)}, in ms. An interval belongs to a
 * phase when both its beats lie in it; either phase is extended by 750 ms because the heart answers with delay. A breath
 * whose difference is not positive shows no RSA: its value is 0, or missing ({@link NoRsaBreath}). A breath with a gap
 * in its beats, and one in which a phase has no interval, has no value and is counted. The choice
 * {@link Search#WHOLE_BREATH} instead takes the range of all intervals between two inhale onsets, and needs two.
 *
 * <p>Source: Grossman, van Beek &amp; Wientjes 1990, doi:10.1111/j.1469-8986.1990.tb03198.x, with the delay of 750 ms and
 * the zero for negative differences as they are implemented in NeuroKit2. Immutable and thread-safe.
 */
public final class PeakToTrough implements Metric<HeartAndBreath> {

    /** Where in a breath the two intervals are sought. */
    public enum Search {
        /** The longest in exhalation, the shortest in inhalation. */
        BY_PHASE,
        /** Both between two inhale onsets, whatever the phase. */
        WHOLE_BREATH
    }

    /** What a breath is worth whose difference is not positive. */
    public enum NoRsaBreath {
        /** 0 ms: the breath was seen and showed no RSA. */
        ZERO,
        /** Nothing: it is counted among the breaths without value. */
        MISSING
    }

    private enum Scale {
        MS,
        LN
    }

    private static final Citation GROSSMAN_1990 =
            new Citation("Grossman, van Beek & Wientjes", 1990, "10.1111/j.1469-8986.1990.tb03198.x");

    private static final double DELAY_SECONDS = 0.75;

    private static final PeakToTrough DEFAULTS = new PeakToTrough(Search.BY_PHASE, NoRsaBreath.ZERO, Scale.MS);

    private final Search search;
    private final NoRsaBreath noRsa;
    private final Scale scale;

    private PeakToTrough(Search search, NoRsaBreath noRsa, Scale scale) {
        this.search = search;
        this.noRsa = noRsa;
        this.scale = scale;
    }

    /** By phase, a breath without RSA counted as 0 ms (Grossman et al. 1990). */
    public static PeakToTrough withDefaults() {
        return DEFAULTS;
    }

    /** The same with another search. */
    public PeakToTrough with(Search other) {
        return new PeakToTrough(other, noRsa, scale);
    }

    /** The same with another worth of a breath without RSA. */
    public PeakToTrough with(NoRsaBreath other) {
        return new PeakToTrough(search, other, scale);
    }

    /** The natural logarithm of the mean, in ln ms. */
    public PeakToTrough ln() {
        return new PeakToTrough(search, noRsa, Scale.LN);
    }

    @Override
    public String name() {
        return scale == Scale.LN ? "lnRSApeakToTrough" : "RSApeakToTrough";
    }

    @Override
    public Unit unit() {
        return scale == Scale.LN ? Unit.LN_MS : Unit.MS;
    }

    @Override
    public String definition() {
        String perBreath = search == Search.BY_PHASE
                ? "max RR in exhalation − min RR in inhalation, phases extended by 750 ms, negative "
                        + (noRsa == NoRsaBreath.ZERO ? "as 0" : "left out")
                : "max RR − min RR between inhale onsets";
        String mean = "mean over breaths of (" + perBreath + ")";
        return scale == Scale.LN ? "ln " + mean : mean;
    }

    @Override
    public String minimumData() {
        return search == Search.BY_PHASE ? "1 breath with an interval in each phase" : "1 breath with 2 intervals";
    }

    @Override
    public String gapRule() {
        return "a breath with a gap in its beats has no value and is counted";
    }

    @Override
    public Citation source() {
        return GROSSMAN_1990;
    }

    @Override
    public MetricValue of(HeartAndBreath pair) {
        return pair.declared(valueOf(breaths(pair)));
    }

    private MetricValue valueOf(BreathScores scores) {
        double[] millis = scores.millis();
        if (millis.length == 0) {
            return MetricValue.notEstimable(name(), unit(), scores.summary() + "; " + minimumData() + " needed");
        }
        double mean = mean(millis);
        OptionalDouble error = millis.length < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(standardDeviation(millis, mean) / Math.sqrt(millis.length));
        if (scale == Scale.MS) {
            return new MetricValue.Estimate(name(), mean, unit(), millis.length, error);
        }
        return mean > 0
                ? new MetricValue.Estimate(
                        name(),
                        Math.log(mean),
                        unit(),
                        millis.length,
                        error.isPresent() ? OptionalDouble.of(error.getAsDouble() / mean) : error)
                : MetricValue.notEstimable(
                        name(), unit(), "the mean over " + millis.length + " breaths is 0 ms and has no logarithm");
    }

    /** Every breath with its RSA in ms or the reason why it has none. */
    public BreathScores breaths(HeartAndBreath pair) {
        BeatSeries beats = pair.beats();
        List<BreathScores.Score> scores = new ArrayList<>();
        int from = 0;
        for (Breath breath : pair.respiration().breaths()) {
            while (from < beats.size() && beats.endSecondsAt(from) <= breath.inhaleSeconds()) {
                from++;
            }
            scores.add(score(breath, beats, from));
        }
        return new BreathScores(scores, pair.waiver());
    }

    private BreathScores.Score score(Breath breath, BeatSeries beats, int from) {
        boolean byPhase = search == Search.BY_PHASE;
        double delay = byPhase ? DELAY_SECONDS : 0;
        double until = breath.endSeconds() + delay;
        double shortestUntil = byPhase ? breath.exhaleSeconds() + delay : until;
        double longestFrom = byPhase ? breath.exhaleSeconds() : breath.inhaleSeconds();
        double shortest = Double.POSITIVE_INFINITY;
        double longest = Double.NEGATIVE_INFINITY;
        int inside = 0;
        for (int i = from; i < beats.size() && beats.startSecondsAt(i) < until; i++) {
            double start = beats.startSecondsAt(i);
            double end = beats.endSecondsAt(i);
            double rr = beats.millisAt(i);
            if (start >= breath.inhaleSeconds() && end < shortestUntil) {
                shortest = Math.min(shortest, rr);
            }
            if (start >= longestFrom && end < until) {
                longest = Math.max(longest, rr);
            }
            inside += start >= breath.inhaleSeconds() && end < until ? 1 : 0;
        }
        if (!Coverage.isWhole(beats, from, breath.inhaleSeconds(), breath.endSeconds())) {
            return BreathScores.Score.none(breath, BreathScores.Reason.GAP);
        }
        if (Double.isInfinite(shortest) || Double.isInfinite(longest) || (!byPhase && inside < 2)) {
            return BreathScores.Score.none(breath, BreathScores.Reason.TOO_FEW_INTERVALS);
        }
        if (byPhase && longest <= shortest) {
            return noRsa == NoRsaBreath.ZERO
                    ? BreathScores.Score.of(breath, 0)
                    : BreathScores.Score.none(breath, BreathScores.Reason.NO_RSA);
        }
        return BreathScores.Score.of(breath, longest - shortest);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum / values.length;
    }

    private static double standardDeviation(double[] values, double mean) {
        double squares = 0;
        for (double v : values) {
            squares += (v - mean) * (v - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    @Override
    public String toString() {
        return name();
    }
}
