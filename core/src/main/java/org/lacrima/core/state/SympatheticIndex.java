package org.lacrima.core.state;

import org.lacrima.core.hrv.HrvMetrics;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.recovery.Course;

/**
 * A quantity that stands for cardiac sympathetic drive, larger where there is more of it. It is not made from heart beats:
 * no index of heart rate or its variability, LF and LF/HF among them, tells the sympathetic branch. Immutable.
 */
public final class SympatheticIndex {
    private final Course course;
    private final double sign;
    private final String words;

    private SympatheticIndex(Course course, double sign, String words) {
        this.course = course;
        this.sign = sign;
        this.words = words;
    }

    /**
     * The pre-ejection period in ms, which shortens with sympathetic drive and is turned over: {@code S = −PEP} (Berntson et
     * al. 2008, Psychophysiology 45, 643–652).
     *
     * @throws IllegalArgumentException if the course is not in ms, or is a metric of heart beats
     */
    public static SympatheticIndex ofPreEjectionPeriod(Course pep) {
        if (!pep.unit().equals(Unit.MS)) {
            throw new IllegalArgumentException("a pre-ejection period is in ms, and this is " + pep);
        }
        return new SympatheticIndex(notOfBeats(pep), -1, "−PEP");
    }

    /** Which way a surrogate points. */
    public enum Direction {
        /** It rises with sympathetic drive, as skin conductance does. */
        RISES_WITH_DRIVE,
        /** It falls with sympathetic drive, as the amplitude of the T wave or of the finger pulse does. */
        FALLS_WITH_DRIVE
    }

    /**
     * Another quantity in place of the pre-ejection period. What it is appears in every table, since sweat glands, vessels
     * and heart need not go together.
     *
     * @param course the quantity over time
     * @param words what it is, in words that a reviewer will read
     * @param direction which way it points
     * @throws IllegalArgumentException if the words are blank, or the course is a metric of heart beats
     */
    public static SympatheticIndex ofSurrogate(Course course, String words, Direction direction) {
        if (words.isBlank()) {
            throw new IllegalArgumentException("a surrogate of sympathetic drive must say what it is");
        }
        return new SympatheticIndex(
                notOfBeats(course), direction == Direction.RISES_WITH_DRIVE ? 1 : -1, "surrogate: " + words.strip());
    }

    Course course() {
        return course;
    }

    double sign() {
        return sign;
    }

    private static Course notOfBeats(Course course) {
        if (course.unit().equals(Unit.BPM) || HrvMetrics.named(course.name()).isPresent()) {
            throw new IllegalArgumentException(course + " is of heart beats and cannot tell the sympathetic branch");
        }
        return course;
    }

    @Override
    public String toString() {
        return words;
    }
}
