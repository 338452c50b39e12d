package org.lacrima.analysis.chart;

import java.util.List;
import java.util.Locale;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.study.Group;

/**
 * What was measured of one group at several points: phases of a session, or times of saliva samples.
 *
 * @param group the group
 * @param people one list per person, each with one value, or its reason, per point
 */
record GroupCurve(Group group, List<List<MetricValue>> people) {

    /** Copies the lists and checks that all people have the same number of points. */
    GroupCurve {
        people = people.stream().map(List::copyOf).toList();
        long lengths = people.stream().mapToInt(List::size).distinct().count();
        if (lengths > 1) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "every person of group %s needs one value or reason per point, got %s",
                    group,
                    people.stream().map(List::size).toList()));
        }
    }

    /** The values that there are at a point, in the order of the people. */
    double[] at(int point) {
        return people.stream()
                .map(values -> values.get(point))
                .filter(MetricValue::isEstimable)
                .mapToDouble(MetricValue::orNaN)
                .toArray();
    }
}
