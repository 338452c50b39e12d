package org.lacrima.core.rsa;

import java.time.Duration;
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
 * RSA second by second after Gates and colleagues: the logarithm of the power of heart period in the band of breathing,
 * in a window of 32 s that moves by 1 s, by peak-matched multiple windows.
 *
 * <p>Heart period in ms is sampled at 4 Hz (natural cubic spline). In each window, its linear trend removed,
 *
 * <p>{@code P = Σₖ wₖ ∫ (2 ⁄ 4 Hz) |Σₙ hₖ(n) x(n) e^(−i2πfn⁄4)|² df} over the band, {@code RSA = ln P} in ln ms²,
 *
 * <p>where hₖ are eight peak-matched windows of unit energy and wₖ their weights (Hansson &amp; Salomonsson 1997). A sine of
 * amplitude A inside the band has {@code P = A²⁄2}, less what the windows' resolution of 0.31 Hz carries out of the band:
 * 0.3 % of a sine of 0.25 Hz, 5 % at 0.20 Hz, 23 % at 0.15 Hz; and the same resolution carries slower waves in. The value
 * belongs to the middle of the window: a change of vagal tone appears there, spread over 32 s. Windows never reach across
 * a gap.
 *
 * <p>As a metric, it is the mean of the values over seconds. Neighbouring values share 31 of 32 s: n counts them, it does
 * not count independent observations.
 *
 * <p>Source: Gates, Gatzke-Kopp, Sandsten &amp; Blandon 2015, doi:10.1111/psyp.12428 (4 Hz by cubic spline, 32 s, steps of
 * 1 s, the first value at 16 s); they remove the mean of the whole series, here each window's own trend goes, so that a
 * drift cannot leak into the band. Immutable and thread-safe.
 */
public final class Gates implements Metric<BeatSeries> {

    private static final Citation GATES_2015 =
            new Citation("Gates, Gatzke-Kopp, Sandsten & Blandon", 2015, "10.1111/psyp.12428");

    private static final double RATE_HERTZ = 4;
    private static final int STEP_SAMPLES = 4;
    private static final int WINDOWS = 8;
    /** Integration step; a 32-s window resolves nothing finer than 0.03 Hz. */
    private static final double GRID_HERTZ = 0.005;

    private static final Gates DEFAULTS = new Gates(0.12, 0.40, 128);

    private final double lowHertz;
    private final double highHertz;
    private final int samples;
    private final PeakMatchedWindows windows;
    private final double[][] cosine;
    private final double[][] sine;

    private Gates(double lowHertz, double highHertz, int samples) {
        this.lowHertz = lowHertz;
        this.highHertz = highHertz;
        this.samples = samples;
        this.windows = PeakMatchedWindows.of(samples, WINDOWS);
        int points = (int) Math.max(8, Math.ceil((highHertz - lowHertz) / GRID_HERTZ - 1e-9)) + 1;
        this.cosine = new double[points][samples];
        this.sine = new double[points][samples];
        for (int f = 0; f < points; f++) {
            double hertz = lowHertz + (highHertz - lowHertz) * f / (points - 1);
            for (int i = 0; i < samples; i++) {
                cosine[f][i] = Math.cos(2 * Math.PI * hertz * i / RATE_HERTZ);
                sine[f][i] = Math.sin(2 * Math.PI * hertz * i / RATE_HERTZ);
            }
        }
    }

    /** Windows of 32 s and 0.12–0.40 Hz (Gates et al. 2015). */
    public static Gates withDefaults() {
        return DEFAULTS;
    }

    /**
     * The same for another band.
     *
     * @param low lower edge in Hz, positive
     * @param high upper edge in Hz, above {@code low} and at most 2
     */
    public Gates withBandHertz(double low, double high) {
        if (!(0 < low && low < high && high <= RATE_HERTZ / 2)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "a band needs 0 < low < high ≤ %s Hz, got %s–%s Hz", RATE_HERTZ / 2, low, high));
        }
        return new Gates(low, high, samples);
    }

    /** The same with windows of another length, 8 s to 128 s. */
    public Gates withWindow(Duration length) {
        double seconds = length.toNanos() / 1e9;
        if (seconds < 8 || seconds > 128) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "the window must last 8 s to 128 s, got %s s", seconds));
        }
        return new Gates(lowHertz, highHertz, (int) Math.round(seconds * RATE_HERTZ));
    }

    @Override
    public String name() {
        return "RSAgates";
    }

    @Override
    public Unit unit() {
        return Unit.LN_MS2;
    }

    @Override
    public String definition() {
        return String.format(
                Locale.ROOT,
                "mean over seconds of ln power in %s–%s Hz of heart period in ms at 4 Hz, by %d peak-matched windows of %s s",
                lowHertz,
                highHertz,
                WINDOWS,
                samples / RATE_HERTZ);
    }

    @Override
    public String minimumData() {
        return String.format(Locale.ROOT, "%.1f s without a gap", samples / RATE_HERTZ);
    }

    @Override
    public String gapRule() {
        return "no window reaches across a gap";
    }

    @Override
    public Citation source() {
        return GATES_2015;
    }

    @Override
    public MetricValue of(BeatSeries beats) {
        return seconds(beats).mean(this);
    }

    /** The values in ln ms², one per second at which a window without a gap is centred. */
    public EpochScores seconds(BeatSeries beats) {
        List<EpochScores.Score> scores = new ArrayList<>();
        double longest = 0;
        for (HeartPeriod stretch : HeartPeriod.stretches(beats, RATE_HERTZ)) {
            longest = Math.max(longest, stretch.millis().length / RATE_HERTZ);
            for (int from = 0; from + samples <= stretch.millis().length; from += STEP_SAMPLES) {
                double centre = stretch.secondsAt(from) + samples / RATE_HERTZ / 2;
                scores.add(score(new Window(centre - 0.5, centre + 0.5), power(detrended(stretch.millis(), from))));
            }
        }
        return new EpochScores(
                scores,
                String.format(Locale.ROOT, "longest stretch without a gap %.1f s, %s needed", longest, minimumData()));
    }

    private static EpochScores.Score score(Window second, double power) {
        // Below a rounding of a heart period the power is that of the arithmetic.
        return power > 1e-18
                ? new EpochScores.Score(second, OptionalDouble.of(Math.log(power)), "")
                : new EpochScores.Score(
                        second, OptionalDouble.empty(), "heart period does not vary, and 0 ms² has no logarithm");
    }

    private double[] detrended(double[] x, int from) {
        double middle = (samples - 1) / 2.0;
        double mean = 0;
        double slope = 0;
        double squares = 0;
        for (int i = 0; i < samples; i++) {
            mean += x[from + i] / samples;
            slope += (i - middle) * x[from + i];
            squares += (i - middle) * (i - middle);
        }
        slope /= squares;
        double[] left = new double[samples];
        for (int i = 0; i < samples; i++) {
            left[i] = x[from + i] - mean - slope * (i - middle);
        }
        return left;
    }

    /** Power in the band, in the square of the unit of {@code x}. */
    double power(double[] x) {
        double sum = 0;
        double[] windowed = new double[samples];
        for (int k = 0; k < windows.count(); k++) {
            for (int i = 0; i < samples; i++) {
                windowed[i] = windows.window(k)[i] * x[i];
            }
            sum += windows.weight(k) * bandPower(windowed);
        }
        return sum;
    }

    /** Trapezoid over the band of the one-sided density. */
    private double bandPower(double[] windowed) {
        int points = cosine.length;
        double sum = 0;
        for (int f = 0; f < points; f++) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < samples; i++) {
                re += windowed[i] * cosine[f][i];
                im += windowed[i] * sine[f][i];
            }
            sum += (re * re + im * im) * (f == 0 || f == points - 1 ? 0.5 : 1);
        }
        return 2 / RATE_HERTZ * sum * (highHertz - lowHertz) / (points - 1);
    }

    @Override
    public String toString() {
        return name();
    }
}
