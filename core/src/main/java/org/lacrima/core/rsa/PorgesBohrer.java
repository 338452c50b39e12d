package org.lacrima.core.rsa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;

/**
 * RSA after Porges and Bohrer: the variance of heart period in the band of spontaneous breathing.
 *
 * <p>{@code RSA = mean over 30-s epochs of ln Var(y)}, in ln ms², where {@code y} is heart period in ms at 2 Hz (natural
 * cubic spline through the intervals at the beats that end them), less its moving cubic polynomial of 21 points, through
 * a band-pass of 0.12–0.40 Hz (Butterworth, two poles on each side, forwards and backwards; the sources name the band,
 * not the filter). The variance has the divisor n − 1.
 *
 * <p>Heart <em>period</em> in <em>milliseconds</em>: fed with heart rate, as in one widely used package, the number means
 * something else; fed with seconds it is lower by ln 10⁶ = 13.8155.
 *
 * <p>The moving polynomial has a ripple: with the band-pass, a sine of amplitude A gives {@code ln (g² A² ⁄ 2)} with
 * {@code g} = 0.72, 1.23, 1.12, 0.83, 0.72 at 0.15, 0.20, 0.25, 0.30, 0.35 Hz. A change of breathing rate alone moves the
 * number by up to 1.07; that is part of the definition, and a reason to report the rate beside it.
 *
 * <p>Gaps: each stretch without a gap is filtered by itself and cut into epochs by itself; what is left over at its end
 * is not used. The moving polynomial cannot be centred on the first and last 5 s of a stretch, which are therefore not
 * used either, unless {@link Edges#FITTED} is asked for.
 *
 * <p>Sources: Porges &amp; Bohrer 1990 (in Cacioppo &amp; Tassinary, Principles of Psychophysiology); Lewis, Furman, McCool
 * &amp; Porges 2012, doi:10.1016/j.biopsycho.2011.11.009. Immutable and thread-safe.
 */
public final class PorgesBohrer implements Metric<BeatSeries> {

    /** What happens in the 5 s at each end of a stretch, on which the moving polynomial cannot be centred. */
    public enum Edges {
        /** They are left out. */
        LEFT_OUT,
        /** The outermost polynomial is used for them off its centre, as SciPy's and MATLAB's filters do. */
        FITTED
    }

    private static final Citation LEWIS_2012 =
            new Citation("Lewis, Furman, McCool & Porges", 2012, "10.1016/j.biopsycho.2011.11.009");

    private static final double RATE_HERTZ = 2;
    private static final int EPOCH_SAMPLES = 60;

    private static final PorgesBohrer DEFAULTS = new PorgesBohrer(0.12, 0.40, Edges.LEFT_OUT);

    private final double lowHertz;
    private final double highHertz;
    private final Edges edges;
    private final Butterworth band;

    private PorgesBohrer(double lowHertz, double highHertz, Edges edges) {
        this.lowHertz = lowHertz;
        this.highHertz = highHertz;
        this.edges = edges;
        this.band = Butterworth.bandPass(2, lowHertz, highHertz, RATE_HERTZ);
    }

    /** Adults: 0.12–0.40 Hz (Lewis et al. 2012), edges left out. */
    public static PorgesBohrer withDefaults() {
        return DEFAULTS;
    }

    /**
     * The same for another band, such as one around the person's own breathing.
     *
     * @param lowHertz lower edge in Hz, positive
     * @param highHertz upper edge in Hz, below 1 Hz, half the sampling rate
     */
    public PorgesBohrer withBandHertz(double lowHertz, double highHertz) {
        return new PorgesBohrer(lowHertz, highHertz, edges);
    }

    /** The same with another treatment of edges. */
    public PorgesBohrer with(Edges other) {
        return new PorgesBohrer(lowHertz, highHertz, other);
    }

    @Override
    public String name() {
        return "RSAporgesBohrer";
    }

    @Override
    public Unit unit() {
        return Unit.LN_MS2;
    }

    @Override
    public String definition() {
        return String.format(
                Locale.ROOT,
                "mean over 30-s epochs of ln Var(y), y = heart period in ms at 2 Hz − moving cubic of 21 points, "
                        + "band-pass %s–%s Hz",
                lowHertz,
                highHertz);
    }

    @Override
    public String minimumData() {
        return String.format(Locale.ROOT, "%.1f s without a gap", neededSamples() / RATE_HERTZ);
    }

    @Override
    public String gapRule() {
        return "stretches between gaps are filtered and cut into epochs each by itself";
    }

    @Override
    public Citation source() {
        return LEWIS_2012;
    }

    @Override
    public MetricValue of(BeatSeries beats) {
        return epochs(beats).mean(this);
    }

    /** The epochs in order, each with its value in ln ms² or the reason why it has none. */
    public EpochScores epochs(BeatSeries beats) {
        List<EpochScores.Score> scores = new ArrayList<>();
        double longest = 0;
        for (HeartPeriod stretch : HeartPeriod.stretches(beats, RATE_HERTZ)) {
            double[] millis = stretch.millis();
            longest = Math.max(longest, millis.length / RATE_HERTZ);
            if (millis.length < neededSamples()) {
                continue;
            }
            double[] y = filtered(millis);
            int first = edges == Edges.FITTED ? 0 : MovingPolynomial.HALF;
            for (int e = 0; e + EPOCH_SAMPLES <= y.length; e += EPOCH_SAMPLES) {
                double start = stretch.secondsAt(first + e);
                scores.add(score(
                        new Window(start, start + EPOCH_SAMPLES / RATE_HERTZ), variance(y, e, e + EPOCH_SAMPLES)));
            }
        }
        return new EpochScores(
                scores,
                String.format(Locale.ROOT, "longest stretch without a gap %.1f s, %s needed", longest, minimumData()));
    }

    private EpochScores.Score score(Window window, double variance) {
        // Below a rounding of a heart period the variance is that of the arithmetic.
        return variance > 1e-18
                ? new EpochScores.Score(window, OptionalDouble.of(Math.log(variance)), "")
                : new EpochScores.Score(
                        window, OptionalDouble.empty(), "heart period does not vary, and 0 ms² has no logarithm");
    }

    private int neededSamples() {
        return EPOCH_SAMPLES + (edges == Edges.FITTED ? 0 : 2 * MovingPolynomial.HALF);
    }

    /** Heart period in ms at 2 Hz, detrended and band-passed; 20 samples shorter where edges are left out. */
    double[] filtered(double[] millis) {
        return band.applied(
                edges == Edges.FITTED
                        ? MovingPolynomial.residualToTheEdges(millis)
                        : MovingPolynomial.residual(millis));
    }

    private static double variance(double[] y, int from, int to) {
        double mean = 0;
        for (int i = from; i < to; i++) {
            mean += y[i];
        }
        mean /= to - from;
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += (y[i] - mean) * (y[i] - mean);
        }
        return squares / (to - from - 1);
    }

    @Override
    public String toString() {
        return name();
    }
}
