package org.lacrima.core.state;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.recovery.Course;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;

/**
 * A person's position between both autonomic branches, epoch by epoch: {@code P} vagal, {@code S} sympathetic, each in SD
 * of its reference; balance {@code CAB = P − S} and regulation {@code CAR = P + S} (Berntson et al. 2008,
 * Psychophysiology 45, 643–652).
 *
 * <p>It takes one index of each branch. Heart rate alone is one number for two branches and has no place here: there is no
 * way to make a space from it.
 *
 * <p>The reference is the person's own rest by default, so that positions say how far someone is from themself and are no
 * measure between persons; {@link #withReferences} takes those of a sample, which compares persons of that sample and no
 * other. Immutable.
 */
public final class AutonomicSpace {
    private static final int LEAST_EPOCHS = 3;

    private final VagalIndex vagal;
    private final SympatheticIndex sympathetic;
    private final Duration epoch;
    private final double deadZone;
    private final List<Reference> references;

    /**
     * Where zero is, and how long one is.
     *
     * @param mean mean in the unit of the index
     * @param sd standard deviation in the same unit, positive
     */
    public record Reference(double mean, double sd) {
        /** Refuses what is no scale. */
        public Reference {
            if (!Double.isFinite(mean) || !(sd > 0) || Double.isInfinite(sd)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "a reference needs a mean and a positive SD, got %s and %s", mean, sd));
            }
        }
    }

    private AutonomicSpace(
            VagalIndex vagal,
            SympatheticIndex sympathetic,
            Duration epoch,
            double deadZone,
            List<Reference> references) {
        this.vagal = vagal;
        this.sympathetic = sympathetic;
        this.epoch = epoch;
        this.deadZone = deadZone;
        this.references = references;
    }

    /** Epochs of 30 s, a dead zone of 1 SD of rest. */
    public static AutonomicSpace of(VagalIndex vagal, SympatheticIndex sympathetic) {
        return new AutonomicSpace(vagal, sympathetic, Duration.ofSeconds(30), 1, List.of());
    }

    /** With epochs of another length, positive. */
    public AutonomicSpace withEpoch(Duration length) {
        if (length.isZero() || length.isNegative()) {
            throw new IllegalArgumentException("the length of an epoch must be positive, got " + length);
        }
        return new AutonomicSpace(vagal, sympathetic, length, deadZone, references);
    }

    /** With another change, in SD, up to which a branch counts as unchanged; not negative. */
    public AutonomicSpace withDeadZone(double sd) {
        if (!(sd >= 0) || Double.isInfinite(sd)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a dead zone must be finite and not negative, got %s SD", sd));
        }
        return new AutonomicSpace(vagal, sympathetic, epoch, sd, references);
    }

    /** On the scales of a sample; that of the sympathetic index in its own unit, before it is turned over. */
    public AutonomicSpace withReferences(Reference ofVagal, Reference ofSympathetic) {
        return new AutonomicSpace(vagal, sympathetic, epoch, deadZone, List.of(ofVagal, ofSympathetic));
    }

    /**
     * The way of one person through a session.
     *
     * @param rest the time that modes are changes from, and the reference where none is given
     * @param session the time to follow, in epochs that lie end to end from its start
     */
    public AutonomicTrajectory during(Window rest, Window session) {
        List<AutonomicTrajectory.Position> positions = new ArrayList<>();
        String missing = missing(rest);
        if (!missing.isEmpty()) {
            return new AutonomicTrajectory(this, positions, missing);
        }
        Scale p = scale(vagal.course(), 1, 0, rest);
        Scale s = scale(sympathetic.course(), sympathetic.sign(), 1, rest);
        double seconds = epoch.toNanos() / 1e9;
        int n = (int) Math.floor(session.lengthSeconds() / seconds + 1e-9);
        for (int k = 0; k < n; k++) {
            Window window = Window.startingAt(session.startSeconds() + k * seconds, epoch);
            positions.add(new AutonomicTrajectory.Position(
                    window,
                    p.of(vagal.course().during(window)),
                    s.of(sympathetic.course().during(window)),
                    p.rest(),
                    s.rest()));
        }
        return new AutonomicTrajectory(this, positions, "");
    }

    double deadZone() {
        return deadZone;
    }

    /** What the positions are made of. */
    String words() {
        return vagal + " against " + sympathetic;
    }

    /** Why there is no reference; empty where there is one. */
    private String missing(Window rest) {
        String reason = "";
        for (Course course : List.of(vagal.course(), sympathetic.course())) {
            TimedValues epochs = epochs(course, rest);
            if (epochs.size() < LEAST_EPOCHS) {
                reason = String.format(
                        Locale.ROOT, "%s: %d epochs at rest, %d needed", course.name(), epochs.size(), LEAST_EPOCHS);
            } else if (references.isEmpty() && sd(epochs) == 0) {
                reason = course.name() + " does not vary at rest";
            }
        }
        return reason;
    }

    private Scale scale(Course course, double sign, int index, Window rest) {
        TimedValues epochs = epochs(course, rest);
        Reference reference = references.isEmpty() ? new Reference(mean(epochs), sd(epochs)) : references.get(index);
        return new Scale(reference, sign, sign * (mean(epochs) - reference.mean()) / reference.sd());
    }

    private TimedValues epochs(Course course, Window rest) {
        double seconds = epoch.toNanos() / 1e9;
        int n = (int) Math.floor(rest.lengthSeconds() / seconds + 1e-9);
        double[] at = new double[n];
        double[] values = new double[n];
        int found = 0;
        for (int k = 0; k < n; k++) {
            Window window = Window.startingAt(rest.startSeconds() + k * seconds, epoch);
            MetricValue value = course.during(window);
            if (value.isEstimable()) {
                at[found] = window.startSeconds();
                values[found++] = value.orNaN();
            }
        }
        return TimedValues.of(course.name(), course.unit(), Arrays.copyOf(at, found), Arrays.copyOf(values, found));
    }

    private static double mean(TimedValues values) {
        return Arrays.stream(values.toArray()).average().orElse(Double.NaN);
    }

    private static double sd(TimedValues values) {
        return new StandardDeviation().evaluate(values.toArray());
    }

    private record Scale(Reference reference, double sign, double rest) {
        MetricValue of(MetricValue value) {
            return value instanceof MetricValue.Estimate e
                    ? MetricValue.of(
                            e.name() + " position",
                            sign * (e.value() - reference.mean()) / reference.sd(),
                            AutonomicTrajectory.SD,
                            e.n())
                    : MetricValue.notEstimable(value.name() + " position", AutonomicTrajectory.SD, value.reason());
        }
    }
}
