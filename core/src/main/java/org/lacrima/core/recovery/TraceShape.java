package org.lacrima.core.recovery;

import java.util.Locale;
import java.util.OptionalDouble;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.MetricValue.Estimate;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;

/** Area, slope and extremes of values over time. */
final class TraceShape {
    /** No stretch of a recovery longer than this share of it may be without a value. */
    private static final double LONGEST_BLANK = 0.25;

    private TraceShape() {}

    /** Trapezoids above (below: negative) a level, in unit · min. */
    static MetricValue area(String name, TimedValues values, Window window, double level) {
        Unit unit = values.unit().timesMinutes();
        int n = values.size();
        if (n < 2) {
            return MetricValue.notEstimable(name, unit, n + " values during recovery, 2 needed");
        }
        double blank =
                Math.max(values.secondsAt(0) - window.startSeconds(), window.endSeconds() - values.secondsAt(n - 1));
        double area = 0;
        for (int i = 1; i < n; i++) {
            double step = values.secondsAt(i) - values.secondsAt(i - 1);
            blank = Math.max(blank, step);
            area += ((values.valueAt(i) + values.valueAt(i - 1)) / 2 - level) * step / 60;
        }
        if (blank > LONGEST_BLANK * window.lengthSeconds() + 1e-9) {
            return MetricValue.notEstimable(
                    name,
                    unit,
                    String.format(
                            Locale.ROOT,
                            "%.0f s of a recovery of %.0f s without a value, at most a quarter allowed",
                            blank,
                            window.lengthSeconds()));
        }
        return MetricValue.of(name, area, unit, n);
    }

    /** Least-squares slope against minutes, with its standard error. */
    static MetricValue slope(String name, TimedValues values) {
        Unit unit = values.unit().perMinute();
        int n = values.size();
        if (n < 3) {
            return MetricValue.notEstimable(name, unit, n + " values during recovery, 3 needed");
        }
        double meanT = 0;
        double meanX = 0;
        for (int i = 0; i < n; i++) {
            meanT += values.secondsAt(i) / 60 / n;
            meanX += values.valueAt(i) / n;
        }
        double tt = 0;
        double tx = 0;
        double xx = 0;
        for (int i = 0; i < n; i++) {
            double t = values.secondsAt(i) / 60 - meanT;
            double x = values.valueAt(i) - meanX;
            tt += t * t;
            tx += t * x;
            xx += x * x;
        }
        double slope = tx / tt;
        double error = Math.sqrt(Math.max(0, xx - slope * tx) / (n - 2) / tt);
        return new Estimate(name, slope, unit, n, OptionalDouble.of(error));
    }

    /** Index of the largest of the values times a sign; the first of equals. */
    static int extreme(TimedValues values, double sign) {
        int best = 0;
        for (int i = 1; i < values.size(); i++) {
            if (sign * values.valueAt(i) > sign * values.valueAt(best)) {
                best = i;
            }
        }
        return best;
    }
}
