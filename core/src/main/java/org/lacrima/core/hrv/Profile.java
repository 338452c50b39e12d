package org.lacrima.core.hrv;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.lacrima.core.hrv.TimeOptions.Bins;
import org.lacrima.core.hrv.TimeOptions.Divisor;
import org.lacrima.core.hrv.TimeOptions.FirstInterval;
import org.lacrima.core.hrv.TimeOptions.MeanHr;
import org.lacrima.core.hrv.TimeOptions.PnnDivisor;
import org.lacrima.core.hrv.TimeOptions.Sd2Formula;
import org.lacrima.core.hrv.TimeOptions.SdsdOf;
import org.lacrima.core.hrv.TimeOptions.SegmentRule;
import org.lacrima.core.hrv.TimeOptions.Triangle;

/**
 * Whose definitions are followed: each profile sets every option as a package does, so that its numbers come out. What is
 * a defect there and not a definition is not copied.
 */
public enum Profile {
    /** The primary sources. */
    LACRIMA(HrvOptions.withDefaults()),

    /** Kubios HRV as its user's guide documents it; not verified against the program. */
    KUBIOS(HrvOptions.withDefaults().with(SpectrumProfiles.KUBIOS)),

    /** NeuroKit2 of 2026. Its TINN of 0 and its doubled Burg power are defects and not copied. */
    NEUROKIT2(HrvOptions.withDefaults()
            .with(SpectrumProfiles.NEUROKIT2)
            .with(TimeOptions.withDefaults()
                    .with(PnnDivisor.INTERVALS)
                    .with(Sd2Formula.ROTATED_PAIRS)
                    .with(SegmentRule.ROUNDED_LESS_ONE))),

    /** hrv-analysis 1.0.3. */
    HRV_ANALYSIS(HrvOptions.withDefaults()
            .with(SpectrumProfiles.HRV_ANALYSIS)
            .with(TimeOptions.withDefaults()
                    .withSdsdDivisor(Divisor.N)
                    .with(MeanHr.MEAN_OF_BEATS)
                    .with(Bins.FIXED_8_MS))),

    /** pyHRV 0.4.1. Its Lomb–Scargle and autoregressive powers are defects and not copied. */
    PYHRV(HrvOptions.withDefaults()
            .with(SpectrumProfiles.PYHRV)
            .with(TimeOptions.withDefaults()
                    .with(SdsdOf.ABSOLUTE_DIFFERENCES)
                    .with(Sd2Formula.ROTATED_PAIRS)
                    .with(MeanHr.MEAN_OF_BEATS))),

    /** RHRV 5.0.0 with nonlinearTseries 0.3.1. */
    RHRV(HrvOptions.withDefaults()
            .with(TimeOptions.withDefaults()
                    .with(FirstInterval.TWICE)
                    .with(Bins.FROM_MID_RANGE)
                    .with(SegmentRule.COMPLETE_BY_BEAT)
                    .with(Triangle.EQUAL_AREA))),

    /** PhysioNet Cardiovascular Signal Toolbox. */
    PHYSIONET(HrvOptions.withDefaults().with(SpectrumProfiles.PHYSIONET));

    /** A record of records and enums, immutable all the way down, which the checker cannot see without an annotation. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final HrvOptions options;

    Profile(HrvOptions options) {
        this.options = options;
    }

    /** Every choice of this profile. */
    public HrvOptions options() {
        return options;
    }

    /** The word for it on the command line: {@code hrv-analysis}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The profile of a key, spelled exactly; empty where there is none. */
    public static Optional<Profile> ofKey(String key) {
        return Arrays.stream(values()).filter(p -> p.key().equals(key)).findFirst();
    }
}
