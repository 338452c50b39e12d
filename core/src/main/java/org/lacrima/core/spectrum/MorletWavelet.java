package org.lacrima.core.spectrum;

import java.util.Arrays;
import java.util.Locale;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.TimedValues;

/**
 * The continuous wavelet transform with the analytic Morlet wavelet, as power over time:
 *
 * <p>{@code W(f, t) = Σ X(ν)·2·exp(−½·(ω₀·ν⁄f − ω₀)²)·e^(2πiνt)} over the positive frequencies ν of the tachogram, so that
 * |W| is the amplitude of a sine at its own frequency. With {@code K = ∫ exp(−(u − ω₀)²) du⁄u}, the power in a band is
 * {@code ∫ |W|² ⁄ (2K) d ln f}: a sine of amplitude A inside the band holds A²/2 at every instant. Torrence &amp; Compo
 * 1998, doi:10.1175/1520-0477(1998)079&lt;0061:APGTWA&gt;2.0.CO;2.
 *
 * @param omega0 oscillations of the wavelet, in radians per standard deviation; from 5 on it is analytic
 * @param voices frequencies per octave
 * @param stepSeconds distance of the instants that are given, in s
 * @param edge what becomes of instants near the ends of a run
 */
public record MorletWavelet(double omega0, int voices, double stepSeconds, Edge edge) {

    /** What becomes of instants near the ends of a run. */
    public enum Edge {
        /** They are left out where the wavelet of the lowest frequency reaches past the end ({@code √2·ω₀ ⁄ (2πf)}). */
        DROPPED,
        /** They are given, too low for want of data. */
        KEPT
    }

    private static final MorletWavelet DEFAULTS = new MorletWavelet(6, 12, 1, Edge.DROPPED);

    /** Checks wavelet and steps. */
    public MorletWavelet {
        if (!(omega0 >= 5) || omega0 > 100 || voices < 1 || !(stepSeconds > 0) || Double.isInfinite(stepSeconds)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "ω₀ must be from 5 to 100, voices and step positive, got %s, %d and %s s",
                    omega0,
                    voices,
                    stepSeconds));
        }
    }

    /** ω₀ = 6, as Torrence &amp; Compo 1998 have it, twelve frequencies per octave, every second. */
    public static MorletWavelet withDefaults() {
        return DEFAULTS;
    }

    /** This wavelet with another ω₀: more is sharper in frequency, less in time. */
    public MorletWavelet withOmega0(double other) {
        return new MorletWavelet(other, voices, stepSeconds, edge);
    }

    /** This wavelet at another number of frequencies per octave. */
    public MorletWavelet withVoices(int other) {
        return new MorletWavelet(omega0, other, stepSeconds, edge);
    }

    /** This wavelet at other instants, in s apart. */
    public MorletWavelet withStepSeconds(double other) {
        return new MorletWavelet(omega0, voices, other, edge);
    }

    /** This wavelet with another rule for the ends of a run. */
    public MorletWavelet with(Edge other) {
        return new MorletWavelet(omega0, voices, stepSeconds, other);
    }

    /** Power in a band over time, in ms²; empty where no run outlasts the wavelet. */
    public TimedValues power(Tachogram tachogram, Band band) {
        Spectrogram spectrogram = of(tachogram, band.lowHz(), band.highHz());
        TimedValues power = spectrogram.power(band);
        return TimedValues.of(band.name(), Unit.MS2, power.toSeconds(), power.toArray());
    }

    /**
     * Power over time and frequency, between two frequencies that are edges of its grid.
     *
     * @param lowHz lowest frequency, positive
     * @param highHz highest frequency, above it and at most half the rate
     */
    public Spectrogram of(Tachogram tachogram, double lowHz, double highHz) {
        double rate = tachogram.rateHz();
        if (!(lowHz > 0) || !(highHz > lowHz) || highHz > rate / 2) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "frequencies must rise from above 0 to %s Hz, got %s to %s Hz",
                    rate / 2,
                    lowHz,
                    highHz));
        }
        double octaves = Math.log(highHz / lowHz) / Math.log(2);
        int cells = Math.max(1, (int) Math.ceil(octaves * voices - 1e-9));
        double ratio = Math.pow(highHz / lowHz, 1.0 / cells);
        double[] hertz = new double[cells];
        double[] widths = new double[cells];
        for (int k = 0; k < cells; k++) {
            double lower = lowHz * Math.pow(ratio, k);
            hertz[k] = lower * Math.sqrt(ratio);
            widths[k] = lower * (ratio - 1);
        }
        // density times width is power per step of ln f
        double norm = Math.log(ratio) / (2 * admissibility(omega0));
        double reach = edge == Edge.KEPT ? 0 : Math.sqrt(2) * omega0 / (2 * Math.PI * lowHz);
        Spectrogram.Rows rows = new Spectrogram.Rows();
        for (Tachogram.Run run : tachogram.runs()) {
            addRun(run, rate, hertz, widths, norm, reach, rows);
        }
        return rows.over(hertz, widths);
    }

    private void addRun(
            Tachogram.Run run,
            double rate,
            double[] hertz,
            double[] widths,
            double norm,
            double reach,
            Spectrogram.Rows rows) {
        int n = run.values().length;
        int step = (int) Math.max(1, Math.rint(stepSeconds * rate));
        int first = (int) Math.ceil(reach * rate);
        int count = n - 1 - 2 * first < 0 ? 0 : (n - 1 - 2 * first) / step + 1;
        if (count == 0) {
            return;
        }
        double[] samples = run.values().clone();
        Trend.removeMean(samples, 0, n);
        // zeros as long as the widest wavelet keep one end from reaching round to the other
        double widest = 6 * omega0 / (2 * Math.PI * hertz[0]) * rate;
        int length = Integer.highestOneBit((int) Math.min(1 << 29, n + widest) - 1) << 1;
        Fft fft = Fft.of(length);
        double[] transform = Arrays.copyOf(samples, length);
        fft.transform(transform);
        double[][] density = new double[count][hertz.length];
        double[] wave = new double[2 * length];
        for (int k = 0; k < hertz.length; k++) {
            filter(transform, wave, hertz[k] / rate * length);
            fft.inverse(wave);
            for (int i = 0; i < count; i++) {
                int at = first + i * step;
                double re = wave[2 * at];
                double im = wave[2 * at + 1];
                density[i][k] = (re * re + im * im) * norm / widths[k];
            }
        }
        for (int i = 0; i < count; i++) {
            rows.add(run.startSeconds() + (first + i * step) / rate, density[i]);
        }
    }

    /** Writes the transform weighted by the wavelet whose centre is at a number of bins. */
    private void filter(double[] transform, double[] wave, double centre) {
        Arrays.fill(wave, 0);
        // beyond nine standard deviations the weight is below 10⁻¹⁷
        int from = (int) Math.max(1, Math.floor(centre * (1 - 9 / omega0)));
        int to = (int) Math.min(transform.length / 2 - 1, Math.ceil(centre * (1 + 9 / omega0)));
        for (int m = from; m <= to; m++) {
            double off = omega0 * (m / centre - 1);
            double weight = 2 * Math.exp(-0.5 * off * off);
            wave[2 * m] = weight * transform[2 * m];
            wave[2 * m + 1] = weight * transform[2 * m + 1];
        }
    }

    /** {@code ∫ exp(−(u − ω₀)²) du ⁄ u} over u above 0, by Simpson's rule. */
    static double admissibility(double omega0) {
        double low = Math.max(1e-3, omega0 - 7);
        int steps = 2000;
        double width = (omega0 + 7 - low) / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double u = low + i * width;
            double value = Math.exp(-(u - omega0) * (u - omega0)) / u;
            sum += (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2) * value;
        }
        return sum * width / 3;
    }
}
