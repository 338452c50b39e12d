package org.lacrima.core.cortisol;

import java.util.List;
import org.lacrima.core.metric.Unit;

/**
 * What a laboratory says of one person's samples. {@link LabRules} make a {@link org.lacrima.core.study.SalivaSeries} of it.
 *
 * @param analyte what was assayed, such as {@code cortisol}
 * @param unit unit of concentrations and limits
 * @param samples the samples
 */
public record LabSeries(String analyte, Unit unit, List<Sample> samples) {
    /** Copies the list. */
    public LabSeries {
        samples = List.copyOf(samples);
    }

    /**
     * One sample.
     *
     * @param name name of the sample, such as {@code S1}, the same for everybody
     * @param minutes when it was taken, in minutes; {@link ClockTimes} turns clock times into them
     * @param result what was found
     */
    public record Sample(String name, double minutes, LabResult result) {}
}
