package org.lacrima.examples.cli;

import java.util.List;
import org.lacrima.core.metric.MetricValue;

/**
 * What {@code lacrima hrv} prints of one file.
 *
 * @param file as it was named
 * @param beats number of RR intervals measured
 * @param corrected number of beats that the correction changed in the whole file
 * @param profile whose definitions were followed
 * @param values one per metric
 */
record HrvResult(String file, int beats, int corrected, String profile, List<MetricValue> values) {}
