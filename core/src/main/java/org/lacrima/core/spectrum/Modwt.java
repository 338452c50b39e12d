package org.lacrima.core.spectrum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.TimedValues;

/**
 * The maximal overlap discrete wavelet transform with the least asymmetric filter of length 8: the tachogram, split into
 * octaves at every sample. Level j holds {@code fs⁄2^(j+1)} to {@code fs⁄2^j}; the squares of all levels and of what is
 * left below them add up to the squares of the tachogram, exactly. Percival &amp; Walden 2000,
 * doi:10.1017/CBO9780511841040; octaves as bands of heart rate variability: Pichot et al. 1999,
 * doi:10.1152/jappl.1999.86.3.1081.
 *
 * @param levels number of octaves
 * @param boundary what lies beyond the ends of a run
 */
public record Modwt(int levels, Boundary boundary) {

    /** What lies beyond the ends of a run. */
    public enum Boundary {
        /** The run mirrored. */
        REFLECTED,
        /** The run once more. */
        PERIODIC
    }

    /** Daubechies' least asymmetric scaling filter of length 8, of unit energy. */
    private static final double[] LA8 = {
        -0.07576571478927333,
        -0.02963552764599851,
        0.49761866763201545,
        0.8037387518059161,
        0.29785779560527736,
        -0.09921954357684722,
        -0.012603967262037833,
        0.0322231006040427
    };

    private static final Modwt DEFAULTS = new Modwt(9, Boundary.REFLECTED);

    /** Checks the number of levels. */
    public Modwt {
        if (levels < 1 || levels > 20) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "levels must be from 1 to 20, got %d", levels));
        }
    }

    /** Nine levels, at 4 Hz down to 0.0039 Hz; mirrored at the ends, so that a trend does not wrap round. */
    public static Modwt withDefaults() {
        return DEFAULTS;
    }

    /** This transform with another number of levels. */
    public Modwt withLevels(int other) {
        return new Modwt(other, boundary);
    }

    /** This transform with other ends. */
    public Modwt with(Boundary other) {
        return new Modwt(levels, other);
    }

    /** The octave of a level, from 1 on, at a sampling rate in Hz. */
    public static Band octave(int level, double rateHz) {
        if (level < 1 || level > 20 || !(rateHz > 0)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "no level %d at %s Hz", level, rateHz));
        }
        double high = rateHz / Math.pow(2, level);
        return new Band("level " + level, high / 2, high);
    }

    /**
     * Power in the octaves whose (geometric) centre lies in a band, at every sample, in ms². At 4 Hz, HF is 0.125 to 0.5
     * Hz, LF 0.031 to 0.125 Hz.
     */
    public TimedValues power(Tachogram tachogram, Band band) {
        double[] seconds = {};
        double[] values = {};
        for (Tachogram.Run run : tachogram.runs()) {
            double[][] squares = squares(run.values());
            int from = values.length;
            int n = run.values().length;
            values = Arrays.copyOf(values, from + n);
            seconds = Arrays.copyOf(seconds, from + n);
            for (int i = 0; i < n; i++) {
                seconds[from + i] = run.startSeconds() + i / tachogram.rateHz();
                for (int j = 1; j <= levels; j++) {
                    Band octave = octave(j, tachogram.rateHz());
                    if (band.contains(Math.sqrt(octave.lowHz() * octave.highHz()))) {
                        values[from + i] += squares[j - 1][i];
                    }
                }
            }
        }
        return TimedValues.of(band.name(), Unit.MS2, seconds, values);
    }

    /** Mean square of each level over all runs, in ms², and last that of what is left below them. */
    public double[] meanSquares(Tachogram tachogram) {
        double[] sums = new double[levels + 1];
        int n = 0;
        for (Tachogram.Run run : tachogram.runs()) {
            double[][] squares = squares(run.values());
            for (int j = 0; j <= levels; j++) {
                for (double square : squares[j]) {
                    sums[j] += square;
                }
            }
            n += run.values().length;
        }
        for (int j = 0; j <= levels; j++) {
            sums[j] /= Math.max(1, n);
        }
        return sums;
    }

    /** Squared coefficients of each level and of what is left, in step with the samples. */
    private double[][] squares(double[] samples) {
        int n = samples.length;
        double[] smooth = samples.clone();
        Trend.removeMean(smooth, 0, n);
        if (boundary == Boundary.REFLECTED) {
            smooth = Arrays.copyOf(smooth, 2 * n);
            for (int i = 0; i < n; i++) {
                smooth[2 * n - 1 - i] = smooth[i];
            }
        }
        List<double[]> squares = new ArrayList<>(levels + 1);
        for (int j = 1; j <= levels; j++) {
            double[] detail = new double[smooth.length];
            double[] next = new double[smooth.length];
            filter(smooth, 1L << (j - 1), detail, next);
            // the filters of level j reach (2^j − 1)·7 + 1 samples back; half of that puts events where they were
            long reach = ((1L << j) - 1) * (LA8.length - 1) + 1;
            squares.add(advanced(detail, reach / 2, n));
            smooth = next;
            if (j == levels) {
                squares.add(advanced(smooth, reach / 2, n));
            }
        }
        return squares.toArray(double[][]::new);
    }

    private static void filter(double[] x, long spacing, double[] detail, double[] smooth) {
        int n = x.length;
        int jump = (int) (spacing % n);
        double scale = Math.sqrt(0.5);
        for (int t = 0; t < n; t++) {
            double d = 0;
            double s = 0;
            int at = t;
            for (int l = 0; l < LA8.length; l++) {
                s += LA8[l] * x[at];
                d += ((l & 1) == 0 ? LA8[LA8.length - 1 - l] : -LA8[LA8.length - 1 - l]) * x[at];
                at -= jump;
                if (at < 0) {
                    at += n;
                }
            }
            detail[t] = d * scale;
            smooth[t] = s * scale;
        }
    }

    private static double[] advanced(double[] coefficients, long by, int n) {
        double[] squares = new double[n];
        for (int i = 0; i < n; i++) {
            double c = coefficients[(int) ((i + by) % coefficients.length)];
            squares[i] = c * c;
        }
        return squares;
    }
}
