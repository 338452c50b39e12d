package org.lacrima.core.cortisol;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

/**
 * Minutes of samples whose times stand in a log as the clock showed them. Nights are no trouble: a sample whose clock is
 * behind that of the one before was taken after midnight.
 */
public final class ClockTimes {
    private static final double DAY = Duration.ofDays(1).toMinutes();

    private ClockTimes() {}

    /**
     * Minutes of the samples from a zero, such as the stressor's end or awakening.
     *
     * @param zero clock time of minute 0; the first sample was taken within the twelve hours before or after it
     * @param times clock times in the order in which the samples were taken, each less than a day after the one before
     * @return increasing minutes, one per sample
     * @throws IllegalArgumentException if two successive samples have one clock time
     */
    public static double[] minutesFrom(LocalTime zero, List<LocalTime> times) {
        double[] minutes = new double[times.size()];
        for (int i = 0; i < minutes.length; i++) {
            double fromZero = Duration.between(zero, times.get(i)).toNanos() / 6e10;
            if (i == 0) {
                minutes[i] = fromZero - DAY * Math.floor((fromZero + DAY / 2) / DAY);
                continue;
            }
            if (times.get(i).equals(times.get(i - 1))) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "samples %d and %d are both at %s", i - 1, i, times.get(i)));
            }
            double sinceLast = Duration.between(times.get(i - 1), times.get(i)).toNanos() / 6e10;
            minutes[i] = minutes[i - 1] + (sinceLast < 0 ? sinceLast + DAY : sinceLast);
        }
        return minutes;
    }
}
