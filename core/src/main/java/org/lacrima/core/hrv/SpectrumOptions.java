package org.lacrima.core.hrv;

import java.util.Locale;
import org.lacrima.core.spectrum.Autoregressive;
import org.lacrima.core.spectrum.Band;
import org.lacrima.core.spectrum.Detrending;
import org.lacrima.core.spectrum.LombScargle;
import org.lacrima.core.spectrum.Resampling;
import org.lacrima.core.spectrum.SegmentLength;
import org.lacrima.core.spectrum.Spectrum.Integration;
import org.lacrima.core.spectrum.Welch;

/**
 * Choices on which packages differ in the frequency domain.
 *
 * @param estimator estimator of the metrics that do not name one
 * @param resampling how beats become evenly sampled
 * @param detrending what is taken off the whole tachogram first
 * @param welch choices of Welch's estimate, but for the length of its segments
 * @param lomb choices of the Lomb–Scargle estimate
 * @param autoregressive choices of the autoregressive estimate
 * @param integration how power is read from the density
 * @param density whether the density is absolute
 * @param normalised what LFnu and HFnu are shares of
 * @param ulf rule of the ULF band
 * @param vlf rule of the VLF band
 * @param lf rule of the LF band
 * @param hf rule of the HF band
 */
public record SpectrumOptions(
        Estimator estimator,
        Resampling resampling,
        Detrending detrending,
        Welch welch,
        LombScargle lomb,
        Autoregressive autoregressive,
        Integration integration,
        Density density,
        Normalised normalised,
        BandRule ulf,
        BandRule vlf,
        BandRule lf,
        BandRule hf) {

    /** How a spectrum is estimated. */
    public enum Estimator {
        /** Mean periodogram of segments of the resampled tachogram. */
        WELCH,
        /** Least-squares sines on the beats themselves. */
        LOMB_SCARGLE,
        /** An all-pole model of the resampled tachogram. */
        AUTOREGRESSIVE
    }

    /** Whether powers are absolute. */
    public enum Density {
        /** In ms². */
        ABSOLUTE,
        /** As a share of the highest density, in Hz: what NeuroKit2 gives unless told otherwise. No unit of power. */
        SHARE_OF_MAXIMUM,
        /**
         * In ms², half of it: the tachogram's density is spread over negative frequencies too and those are not counted
         * (RHRV). Lomb–Scargle knows none.
         */
        TWO_SIDED
    }

    /** What LFnu and HFnu are shares of. */
    public enum Normalised {
        /** LF and HF together (Task Force 1996). */
        OF_LF_AND_HF,
        /** All power up to 0.5 Hz, ULF and VLF included (NeuroKit2). */
        OF_POWER_TO_HALF_HERTZ
    }

    /**
     * Where a band lies, how long the segments are from which Welch reads it, and how much data it needs.
     *
     * @param band the band
     * @param segment length of the segments
     * @param minimumSeconds shortest run without a long gap from which the band is read, in s; 0 accepts any
     */
    public record BandRule(Band band, SegmentLength segment, double minimumSeconds) {
        /** Checks the minimum. */
        public BandRule {
            if (!(minimumSeconds >= 0)) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "%s: minimum must be 0 s or more, got %s s", band, minimumSeconds));
            }
        }

        /** This rule for another band. */
        public BandRule with(Band other) {
            return new BandRule(other, segment, minimumSeconds);
        }
    }

    private static final SpectrumOptions DEFAULTS = new SpectrumOptions(
            Estimator.WELCH,
            Resampling.withDefaults(),
            Detrending.none(),
            Welch.withDefaults(),
            LombScargle.withDefaults(),
            Autoregressive.withDefaults(),
            Integration.INTEGRAL,
            Density.ABSOLUTE,
            Normalised.OF_LF_AND_HF,
            new BandRule(Band.ULF, SegmentLength.whole(), 18 * 3600),
            new BandRule(Band.VLF, SegmentLength.ofSeconds(1000), 300),
            new BandRule(Band.LF, SegmentLength.ofSeconds(120), 120),
            new BandRule(Band.HF, SegmentLength.ofSeconds(120), 60));

    /**
     * The choices of the primary sources: cubic spline at 4 Hz, Welch with half overlapping Hann segments, bands and
     * minimum durations of Task Force 1996 (HF 1 min, LF 2 min, VLF 5 min, ULF 18 h). HF and LF are read from segments
     * of 120 s, so that a phase of 2 min and one of 5 min are seen at the same resolution; VLF from segments of 1000 s,
     * three periods of its slowest wave, ULF from the whole; each from a shorter run as a whole.
     */
    public static SpectrumOptions withDefaults() {
        return DEFAULTS;
    }

    /** These choices with another estimator for the metrics that do not name one. */
    public SpectrumOptions with(Estimator other) {
        return new SpectrumOptions(
                other,
                resampling,
                detrending,
                welch,
                lomb,
                autoregressive,
                integration,
                density,
                normalised,
                ulf,
                vlf,
                lf,
                hf);
    }

    /** These choices with another resampling. */
    public SpectrumOptions with(Resampling other) {
        return new SpectrumOptions(
                estimator,
                other,
                detrending,
                welch,
                lomb,
                autoregressive,
                integration,
                density,
                normalised,
                ulf,
                vlf,
                lf,
                hf);
    }

    /** These choices with another trend taken off the whole tachogram. */
    public SpectrumOptions with(Detrending other) {
        return new SpectrumOptions(
                estimator,
                resampling,
                other,
                welch,
                lomb,
                autoregressive,
                integration,
                density,
                normalised,
                ulf,
                vlf,
                lf,
                hf);
    }

    /** These choices with other choices of Welch's estimate; segment lengths stay those of the bands. */
    public SpectrumOptions with(Welch other) {
        return new SpectrumOptions(
                estimator,
                resampling,
                detrending,
                other,
                lomb,
                autoregressive,
                integration,
                density,
                normalised,
                ulf,
                vlf,
                lf,
                hf);
    }

    /** These choices with other choices of the Lomb–Scargle estimate. */
    public SpectrumOptions with(LombScargle other) {
        return new SpectrumOptions(
                estimator,
                resampling,
                detrending,
                welch,
                other,
                autoregressive,
                integration,
                density,
                normalised,
                ulf,
                vlf,
                lf,
                hf);
    }

    /** These choices with other choices of the autoregressive estimate. */
    public SpectrumOptions with(Autoregressive other) {
        return new SpectrumOptions(
                estimator,
                resampling,
                detrending,
                welch,
                lomb,
                other,
                integration,
                density,
                normalised,
                ulf,
                vlf,
                lf,
                hf);
    }

    /** These choices with another way to read power from the density. */
    public SpectrumOptions with(Integration other) {
        return new SpectrumOptions(
                estimator,
                resampling,
                detrending,
                welch,
                lomb,
                autoregressive,
                other,
                density,
                normalised,
                ulf,
                vlf,
                lf,
                hf);
    }

    /** These choices with absolute or relative density. */
    public SpectrumOptions with(Density other) {
        return new SpectrumOptions(
                estimator,
                resampling,
                detrending,
                welch,
                lomb,
                autoregressive,
                integration,
                other,
                normalised,
                ulf,
                vlf,
                lf,
                hf);
    }

    /** These choices with normalised units of another whole. */
    public SpectrumOptions with(Normalised other) {
        return new SpectrumOptions(
                estimator,
                resampling,
                detrending,
                welch,
                lomb,
                autoregressive,
                integration,
                density,
                other,
                ulf,
                vlf,
                lf,
                hf);
    }

    /** These choices with another rule of the ULF band. */
    public SpectrumOptions withUlf(BandRule other) {
        return new SpectrumOptions(
                estimator,
                resampling,
                detrending,
                welch,
                lomb,
                autoregressive,
                integration,
                density,
                normalised,
                other,
                vlf,
                lf,
                hf);
    }

    /** These choices with another rule of the VLF band. */
    public SpectrumOptions withVlf(BandRule other) {
        return new SpectrumOptions(
                estimator,
                resampling,
                detrending,
                welch,
                lomb,
                autoregressive,
                integration,
                density,
                normalised,
                ulf,
                other,
                lf,
                hf);
    }

    /** These choices with another rule of the LF band. */
    public SpectrumOptions withLf(BandRule other) {
        return new SpectrumOptions(
                estimator,
                resampling,
                detrending,
                welch,
                lomb,
                autoregressive,
                integration,
                density,
                normalised,
                ulf,
                vlf,
                other,
                hf);
    }

    /** These choices with another rule of the HF band. */
    public SpectrumOptions withHf(BandRule other) {
        return new SpectrumOptions(
                estimator,
                resampling,
                detrending,
                welch,
                lomb,
                autoregressive,
                integration,
                density,
                normalised,
                ulf,
                vlf,
                lf,
                other);
    }

    /** These choices with another HF band, such as 0.12 to 0.40 Hz or a band around a person's breathing. */
    public SpectrumOptions withHf(Band other) {
        return withHf(hf.with(other));
    }

    /** These choices with one segment length and one minimum of seconds for all bands, as packages have it. */
    public SpectrumOptions withOneSegment(SegmentLength segment, double minimumSeconds) {
        return withUlf(new BandRule(ulf.band(), segment, minimumSeconds))
                .withVlf(new BandRule(vlf.band(), segment, minimumSeconds))
                .withLf(new BandRule(lf.band(), segment, minimumSeconds))
                .withHf(new BandRule(hf.band(), segment, minimumSeconds));
    }
}
