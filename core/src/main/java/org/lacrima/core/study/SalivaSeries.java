package org.lacrima.core.study;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lacrima.core.metric.Unit;

/**
 * The saliva samples of one person for one analyte, in order of time. Sample names and times differ.
 *
 * @param analyte what was assayed, such as {@code cortisol}
 * @param unit unit of the concentrations
 * @param samples samples in order of time
 */
public record SalivaSeries(String analyte, Unit unit, List<SalivaSample> samples) {
    /** Sorts the samples and refuses two at one time or of one name. */
    public SalivaSeries {
        samples = samples.stream()
                .sorted(Comparator.comparingDouble(SalivaSample::minutes))
                .toList();
        for (int i = 1; i < samples.size(); i++) {
            if (samples.get(i).minutes() == samples.get(i - 1).minutes()) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "samples %s and %s are both at %s min",
                        samples.get(i - 1).sample(),
                        samples.get(i).sample(),
                        samples.get(i).minutes()));
            }
        }
        if (samples.stream().map(SalivaSample::sample).distinct().count() < samples.size()) {
            throw new IllegalArgumentException("sample names must differ: "
                    + samples.stream().map(SalivaSample::sample).toList());
        }
    }

    /** The sample of a name, if there is one. */
    public Optional<SalivaSample> sample(String name) {
        return samples.stream().filter(s -> s.sample().equals(name)).findFirst();
    }
}
