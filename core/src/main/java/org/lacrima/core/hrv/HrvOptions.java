package org.lacrima.core.hrv;

/**
 * Every choice under which HRV metrics are computed, family by family. The defaults follow the primary sources; other
 * packages' choices are other values of the same options.
 *
 * @param time choices of the time-domain metrics
 * @param spectrum choices of the frequency-domain metrics
 * @param nonlinear choices of the nonlinear metrics
 */
public record HrvOptions(TimeOptions time, SpectrumOptions spectrum, NonlinearOptions nonlinear) {

    private static final HrvOptions DEFAULTS =
            new HrvOptions(TimeOptions.withDefaults(), SpectrumOptions.withDefaults(), NonlinearOptions.withDefaults());

    /** The choices of the primary sources. */
    public static HrvOptions withDefaults() {
        return DEFAULTS;
    }

    /** These options with other time-domain choices. */
    public HrvOptions with(TimeOptions other) {
        return new HrvOptions(other, spectrum, nonlinear);
    }

    /** These options with other frequency-domain choices. */
    public HrvOptions with(SpectrumOptions other) {
        return new HrvOptions(time, other, nonlinear);
    }

    /** These options with other nonlinear choices. */
    public HrvOptions with(NonlinearOptions other) {
        return new HrvOptions(time, spectrum, other);
    }
}
