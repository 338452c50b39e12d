package org.lacrima.core.hrv;

/**
 * Every choice under which HRV metrics are computed, family by family. The defaults follow the primary sources; other
 * packages' choices are other values of the same options.
 *
 * @param time choices of the time-domain metrics
 */
public record HrvOptions(TimeOptions time) {

    private static final HrvOptions DEFAULTS = new HrvOptions(TimeOptions.withDefaults());

    /** The choices of the primary sources. */
    public static HrvOptions withDefaults() {
        return DEFAULTS;
    }

    /** These options with other time-domain choices. */
    public HrvOptions with(TimeOptions other) {
        return new HrvOptions(other);
    }
}
