package org.lacrima.core.hrv;

/**
 * Every choice under which HRV metrics are computed, family by family. The defaults follow the primary sources; other
 * packages' choices are other values of the same options.
 *
 * @param time choices of the time-domain metrics
 * @param spectrum choices of the frequency-domain metrics
 */
public record HrvOptions(TimeOptions time, SpectrumOptions spectrum) {

    private static final HrvOptions DEFAULTS =
            new HrvOptions(TimeOptions.withDefaults(), SpectrumOptions.withDefaults());

    /** The choices of the primary sources. */
    public static HrvOptions withDefaults() {
        return DEFAULTS;
    }

    /** These options with other time-domain choices. */
    public HrvOptions with(TimeOptions other) {
        return new HrvOptions(other, spectrum);
    }

    /** These options with other frequency-domain choices. */
    public HrvOptions with(SpectrumOptions other) {
        return new HrvOptions(time, other);
    }
}
