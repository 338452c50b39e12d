package org.lacrima.core.spectrum;

import java.util.Locale;
import org.lacrima.core.spectrum.Welch.SegmentTrend;

/**
 * The short-time Fourier transform: the tapered periodogram of a window that moves along the tachogram, as a density in
 * ms²/Hz at the time of its centre. Its mean over time is Welch's estimate.
 *
 * @param windowSeconds length of the window in s
 * @param stepSeconds distance of neighbouring windows in s
 * @param trend what is taken off each window
 * @param taper weights within a window
 * @param fftLength length of the transform
 */
public record ShortTimeFourier(
        double windowSeconds, double stepSeconds, SegmentTrend trend, Taper taper, FftLength fftLength) {

    private static final ShortTimeFourier DEFAULTS = new ShortTimeFourier(
            60, 5, SegmentTrend.LINEAR, Taper.HANN, new FftLength(2, 0, FftLength.Rounding.POWER_OF_TWO));

    /** Checks both lengths. */
    public ShortTimeFourier {
        if (!(windowSeconds > 0) || !(stepSeconds > 0) || Double.isInfinite(windowSeconds + stepSeconds)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "window and step must be positive, got %s s and %s s", windowSeconds, stepSeconds));
        }
    }

    /** Windows of 60 s, the shortest that Task Force 1996 grants HF, every 5 s, line removed, Hann taper. */
    public static ShortTimeFourier withDefaults() {
        return DEFAULTS;
    }

    /** This transform with another window, in s. */
    public ShortTimeFourier withWindowSeconds(double other) {
        return new ShortTimeFourier(other, stepSeconds, trend, taper, fftLength);
    }

    /** This transform at another step, in s. */
    public ShortTimeFourier withStepSeconds(double other) {
        return new ShortTimeFourier(windowSeconds, other, trend, taper, fftLength);
    }

    /** This transform with another trend taken off each window. */
    public ShortTimeFourier with(SegmentTrend other) {
        return new ShortTimeFourier(windowSeconds, stepSeconds, other, taper, fftLength);
    }

    /** This transform under another taper. */
    public ShortTimeFourier with(Taper other) {
        return new ShortTimeFourier(windowSeconds, stepSeconds, trend, other, fftLength);
    }

    /** This transform of another length. */
    public ShortTimeFourier with(FftLength other) {
        return new ShortTimeFourier(windowSeconds, stepSeconds, trend, taper, other);
    }

    /** Power over time and frequency; without an instant where no run is as long as the window. */
    public Spectrogram of(Tachogram tachogram) {
        double rate = tachogram.rateHz();
        int length = (int) Math.max(1, Math.rint(windowSeconds * rate));
        int step = (int) Math.max(1, Math.rint(stepSeconds * rate));
        Periodogram periodogram = new Periodogram(length, fftLength.samples(length), taper, trend);
        Spectrogram.Rows rows = new Spectrogram.Rows();
        for (Tachogram.Run run : tachogram.runs()) {
            for (int from = 0; from + length <= run.values().length; from += step) {
                double[] density = new double[periodogram.bins()];
                periodogram.add(run.values(), from, density);
                periodogram.scale(density, rate, 1);
                rows.add(run.startSeconds() + (from + length / 2.0) / rate, density);
            }
        }
        double[] hertz = new double[periodogram.bins()];
        double[] widths = new double[periodogram.bins()];
        for (int k = 0; k < hertz.length; k++) {
            hertz[k] = k * rate / periodogram.fftLength();
            widths[k] = rate / periodogram.fftLength();
        }
        return rows.over(hertz, widths);
    }
}
