package org.lacrima.core.recovery;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;

/**
 * One quantity of one person over a session, whatever it was measured by: its level in any window, and its trace. What
 * recovery is asked of: heart rate, RSA, respiration, blood pressure, skin conductance, a rating, cortisol.
 *
 * <p>Immutable. A metric of beats is traced in epochs that lie end to end from the start of a window, so that their values
 * share no beat; an epoch that beats do not cover by four fifths has none.
 */
public final class Course {
    private static final double LEAST_COVERAGE = 0.8;

    private final String name;
    private final Unit unit;
    private final Function<Window, MetricValue> level;
    private final Function<Window, TimedValues> trace;

    private Course(String name, Unit unit, Function<Window, MetricValue> level, Function<Window, TimedValues> trace) {
        this.name = name;
        this.unit = unit;
        this.level = level;
        this.trace = trace;
    }

    /** A metric of the beats, traced in epochs of 30 s (Porges &amp; Bohrer 1990). */
    public static Course of(BeatSeries beats, Metric<BeatSeries> metric) {
        return of(beats, metric, Duration.ofSeconds(30));
    }

    /** A metric of the beats, traced in epochs of a length: 10 s for heart rate, 60 s for power in the HF band. */
    public static Course of(BeatSeries beats, Metric<BeatSeries> metric, Duration epoch) {
        Function<Window, MetricValue> level = window -> metric.of(beats.during(window));
        Function<Window, MetricValue> ofEpoch = window -> {
            double coverage = beats.during(window).coveredSeconds() / window.lengthSeconds();
            return coverage < LEAST_COVERAGE
                    ? MetricValue.notEstimable(
                            metric.name(),
                            metric.unit(),
                            String.format(Locale.ROOT, "beats cover %.0f %% of the epoch", 100 * coverage))
                    : level.apply(window);
        };
        double seconds = positive(epoch);
        return new Course(
                metric.name(),
                metric.unit(),
                level,
                window -> epochs(metric.name(), metric.unit(), ofEpoch, window, seconds));
    }

    /** Readings at times of their own; a level is the mean of the readings in a window. */
    public static Course of(TimedValues readings) {
        return new Course(
                readings.name(),
                readings.unit(),
                window -> mean(
                        readings.name(),
                        readings.unit(),
                        readings.during(window).toArray()),
                readings::during);
    }

    /** A signal, traced by its means over epochs of a length that lie end to end; a level is the mean in a window. */
    public static Course of(SampledSignal signal, Duration epoch) {
        double seconds = positive(epoch);
        Function<Window, MetricValue> level = window ->
                mean(signal.name(), signal.unit(), signal.during(window).toArray());
        return new Course(
                signal.name(),
                signal.unit(),
                level,
                window -> epochs(signal.name(), signal.unit(), level, window, seconds));
    }

    /** An analyte in saliva, its minutes counted from the start of the session; missing samples are left out. */
    public static Course of(SalivaSeries saliva) {
        double[][] assayed = saliva.samples().stream()
                .filter(s -> s.concentration().isPresent())
                .map(Course::secondsAndConcentration)
                .toArray(double[][]::new);
        double[] seconds = new double[assayed.length];
        double[] values = new double[assayed.length];
        for (int i = 0; i < assayed.length; i++) {
            seconds[i] = assayed[i][0];
            values[i] = assayed[i][1];
        }
        return of(TimedValues.of(saliva.analyte(), saliva.unit(), seconds, values));
    }

    /** What is measured. */
    public String name() {
        return name;
    }

    /** Unit of levels and trace. */
    public Unit unit() {
        return unit;
    }

    /** The level in a window, or the reason why there is none. */
    public MetricValue during(Window window) {
        return level.apply(window);
    }

    /** The values over a window, each at the centre of its epoch or at its own time; as many as there are. */
    public TimedValues trace(Window window) {
        return trace.apply(window);
    }

    private static double[] secondsAndConcentration(SalivaSample sample) {
        return new double[] {60 * sample.minutes(), sample.concentration().orElseThrow()};
    }

    private static TimedValues epochs(
            String name, Unit unit, Function<Window, MetricValue> level, Window window, double epochSeconds) {
        int most = (int) Math.floor(window.lengthSeconds() / epochSeconds + 1e-9);
        double[] seconds = new double[most];
        double[] values = new double[most];
        int n = 0;
        for (int k = 0; k < most; k++) {
            double start = window.startSeconds() + k * epochSeconds;
            MetricValue value = level.apply(new Window(start, start + epochSeconds));
            if (value.isEstimable()) {
                seconds[n] = start + epochSeconds / 2;
                values[n++] = value.orNaN();
            }
        }
        return TimedValues.of(name, unit, Arrays.copyOf(seconds, n), Arrays.copyOf(values, n));
    }

    private static MetricValue mean(String name, Unit unit, double[] values) {
        if (values.length == 0) {
            return MetricValue.notEstimable(name, unit, "no reading in the window");
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return MetricValue.of(name, sum / values.length, unit, values.length);
    }

    private static double positive(Duration epoch) {
        if (epoch.isZero() || epoch.isNegative()) {
            throw new IllegalArgumentException("the length of an epoch must be positive, got " + epoch);
        }
        return epoch.toNanos() / 1e9;
    }

    @Override
    public String toString() {
        return unit.symbol().isEmpty() ? name : name + " in " + unit;
    }
}
