package org.lacrima.core.spectrum;

import java.util.HashMap;
import java.util.Map;
import org.lacrima.core.spectrum.Welch.SegmentTrend;

/**
 * Transforms and tapers that several spectra of one computation share, so that each is planned once. Values do not depend
 * on it. Confined to one thread; not to be kept beyond the computation.
 */
public final class SpectrumPlans {
    private final Map<Integer, Fft> transforms = new HashMap<>();
    private final Map<Segment, Periodogram> periodograms = new HashMap<>();

    private record Segment(int length, int fftLength, Taper taper, SegmentTrend trend) {}

    /** Plans of nothing yet. */
    public SpectrumPlans() {}

    Periodogram periodogram(int length, int fftLength, Taper taper, SegmentTrend trend) {
        return periodograms.computeIfAbsent(
                new Segment(length, fftLength, taper, trend),
                s -> new Periodogram(length, transform(Math.max(length, fftLength)), taper, trend));
    }

    private Fft transform(int length) {
        return transforms.computeIfAbsent(length, Fft::of);
    }
}
