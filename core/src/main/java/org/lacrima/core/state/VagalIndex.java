package org.lacrima.core.state;

import java.util.Set;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.recovery.Course;

/**
 * A quantity that stands for cardiac vagal control: RSA in one of its forms, best as a logarithm. An inference from
 * rhythm, not a recording of the nerve, and spoilt by breathing where that changes. Immutable.
 */
public final class VagalIndex {
    private static final Set<Unit> UNITS_OF_VARIABILITY = Set.of(Unit.LN_MS2, Unit.LN_MS, Unit.MS2, Unit.MS);
    private static final Set<String> NO_RSA = Set.of("MeanNN", "MedianNN", "SDNN", "LF/HF", "LFnu", "LF");

    private final Course course;

    private VagalIndex(Course course) {
        this.course = course;
    }

    /**
     * RSA over time: lnHF, lnRMSSD, peak-to-trough, Porges–Bohrer.
     *
     * @throws IllegalArgumentException if the course is no measure of RSA, such as heart rate or heart period: these are
     *     the sum of both branches and say of neither what it does
     */
    public static VagalIndex ofRsa(Course rsa) {
        if (!UNITS_OF_VARIABILITY.contains(rsa.unit()) || NO_RSA.contains(rsa.name())) {
            throw new IllegalArgumentException(
                    rsa + " is no measure of RSA: heart rate and heart period answer to both branches at once");
        }
        return new VagalIndex(rsa);
    }

    Course course() {
        return course;
    }

    @Override
    public String toString() {
        return course.toString();
    }
}
