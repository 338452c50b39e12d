package org.lacrima.core.beats;

import org.lacrima.core.metric.Citation;
import org.lacrima.core.series.BeatSeries;

/**
 * Tells artifacts from normal beats. Implementations are configured, immutable and pure; they change nothing.
 *
 * <p>Successive differences are never formed across a gap.
 */
public interface BeatClassifier {

    /** The rule with its parameters, as a methods section would name it. */
    String name();

    /** Source of the rule. */
    Citation source();

    /** The class of every beat that ends an interval, with what was tested. */
    BeatClassification classify(BeatSeries beats);
}
