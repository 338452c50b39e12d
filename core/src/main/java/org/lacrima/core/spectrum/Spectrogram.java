package org.lacrima.core.spectrum;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.TimedValues;

/**
 * Power over time and frequency: at each of several instants a density in ms²/Hz at the same increasing frequencies.
 * Immutable and thread-safe.
 */
public final class Spectrogram {
    private final double[] seconds;
    private final double[] hertz;
    private final double[] widths;
    private final double[][] density;

    /**
     * @param seconds session times, increasing
     * @param hertz frequencies, increasing
     * @param widths the range of frequencies, in Hz, for which each of them stands
     * @param density one row per time
     */
    Spectrogram(double[] seconds, double[] hertz, double[] widths, double[][] density) {
        this.seconds = seconds;
        this.hertz = hertz;
        this.widths = widths;
        this.density = density;
    }

    /** Number of instants. */
    public int timeCount() {
        return seconds.length;
    }

    /** Number of frequencies. */
    public int frequencyCount() {
        return hertz.length;
    }

    /** Session time of instant {@code i}, in s. */
    public double secondsAt(int i) {
        return seconds[i];
    }

    /** Frequency {@code k}, in Hz. */
    public double hertzAt(int k) {
        return hertz[k];
    }

    /** Density at instant {@code i} and frequency {@code k}, in ms²/Hz. */
    public double densityAt(int i, int k) {
        return density[i][k];
    }

    /** Power in a band over time, in ms²: density times width over the frequencies inside it. */
    public TimedValues power(Band band) {
        double[] power = new double[seconds.length];
        for (int i = 0; i < power.length; i++) {
            for (int k = 0; k < hertz.length; k++) {
                if (band.contains(hertz[k])) {
                    power[i] += density[i][k] * widths[k];
                }
            }
        }
        return TimedValues.of(band.name(), Unit.MS2, seconds, power);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d instants by %d frequencies", seconds.length, hertz.length);
    }

    /** Rows in the making, whose number is not known beforehand. */
    static final class Rows {
        private final List<double[]> rows = new ArrayList<>();
        private final List<Double> times = new ArrayList<>();

        void add(double seconds, double[] row) {
            times.add(seconds);
            rows.add(row);
        }

        Spectrogram over(double[] hertz, double[] widths) {
            return new Spectrogram(
                    times.stream().mapToDouble(Double::doubleValue).toArray(),
                    hertz,
                    widths,
                    rows.toArray(double[][]::new));
        }
    }
}
