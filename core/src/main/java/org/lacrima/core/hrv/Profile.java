package org.lacrima.core.hrv;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.lacrima.core.series.BeatSeries;

/**
 * Whose definitions are followed: each profile sets every option as a package does, so that its numbers come out. What is
 * a defect there and not a definition is not copied.
 */
public enum Profile {
    /** The primary sources. */
    LACRIMA("the primary sources", beats -> HrvOptions.withDefaults()),

    /** Kubios HRV as its user's guide documents it; not verified against the program. */
    KUBIOS("the user's guide of Kubios HRV, not verified against the program", PeerOptions::kubios),

    /** NeuroKit2 of 2026. Its TINN of 0 and its doubled Burg power are defects and not copied. */
    NEUROKIT2("NeuroKit2 fork of 2026-03-01", PeerOptions::neurokit2),

    /** hrv-analysis 1.0.3. */
    HRV_ANALYSIS("hrv-analysis 1.0.3", PeerOptions::hrvAnalysis),

    /** pyHRV 0.4.1. Its Lomb–Scargle and autoregressive powers are defects and not copied. */
    PYHRV("pyHRV 0.4.1", PeerOptions::pyhrv),

    /** RHRV 5.0.0 with nonlinearTseries 0.3.1. */
    RHRV("RHRV 5.0.0 with nonlinearTseries 0.3.1", PeerOptions::rhrv),

    /** PhysioNet Cardiovascular Signal Toolbox. */
    PHYSIONET("PhysioNet Cardiovascular Signal Toolbox", PeerOptions::physionet);

    private final String authority;

    /** Functions of the recording alone, which the checker cannot see to be immutable. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<BeatSeries, HrvOptions> choices;

    Profile(String authority, Function<BeatSeries, HrvOptions> choices) {
        this.authority = authority;
        this.choices = choices;
    }

    /** Every choice of this profile for a recording: some packages cut their segments by its length. */
    public HrvOptions optionsFor(BeatSeries beats) {
        return choices.apply(beats);
    }

    /** Package and version, or the text, that the profile follows. */
    public String authority() {
        return authority;
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
