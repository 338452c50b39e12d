package org.lacrima.core.study;

import java.util.List;
import java.util.Optional;

/**
 * How saliva samples become outcomes.
 *
 * @param analyte what is analysed, such as {@code cortisol}
 * @param excludedSamples samples that take no part, such as an arrival sample
 * @param baselineSample the sample that increases and AUCi refer to; empty for the first one used
 * @param slopes pairs of sample names between which slopes are taken
 */
public record SalivaPlan(
        String analyte, List<String> excludedSamples, Optional<String> baselineSample, List<SlopePair> slopes) {

    /** Cortisol, all samples, the first one as the baseline, no slopes. */
    public static final SalivaPlan CORTISOL = new SalivaPlan("cortisol", List.of(), Optional.empty(), List.of());

    /** Copies the lists. */
    public SalivaPlan {
        excludedSamples = List.copyOf(excludedSamples);
        slopes = List.copyOf(slopes);
    }

    /**
     * Two samples between which a slope is taken.
     *
     * @param from earlier sample
     * @param to later sample
     */
    public record SlopePair(String from, String to) {}
}
