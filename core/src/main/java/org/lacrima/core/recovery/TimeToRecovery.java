package org.lacrima.core.recovery;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.CodedInstant;

/**
 * When a person is back: the first time after the offset at which the values return to the band around the baseline and
 * stay there for a dwell time.
 *
 * <p>The result is censored as the data are. Values that are in the band from the first one on: time 0. A return between
 * two values: an interval, open at the value before. Not back when the values end, or back for less than the dwell time
 * when they do: right-censored at the last value outside the band, after which nothing is known. Another bout before the
 * dwell time is over: a competing event.
 */
public final class TimeToRecovery {
    private final Duration dwell;
    private final Return rule;
    private final OptionalDouble competingSeconds;

    /** What counts as being back. */
    public enum Return {
        /** The value lies in the band. */
        INTO_BAND,
        /** The value lies in the band or beyond it on the side away from the response: who falls below rest is back. */
        INTO_BAND_OR_BEYOND
    }

    private TimeToRecovery(Duration dwell, Return rule, OptionalDouble competingSeconds) {
        this.dwell = dwell;
        this.rule = rule;
        this.competingSeconds = competingSeconds;
    }

    /** Into the band, for 30 s. */
    public static TimeToRecovery withDefaults() {
        return new TimeToRecovery(Duration.ofSeconds(30), Return.INTO_BAND, OptionalDouble.empty());
    }

    /** With another dwell time; zero for the first touch. */
    public TimeToRecovery withDwell(Duration newDwell) {
        if (newDwell.isNegative()) {
            throw new IllegalArgumentException("dwell must not be negative, got " + newDwell);
        }
        return new TimeToRecovery(newDwell, rule, competingSeconds);
    }

    /** With another rule of what counts as being back. */
    public TimeToRecovery withReturn(Return newRule) {
        return new TimeToRecovery(dwell, newRule, competingSeconds);
    }

    /** With the session time of an event that ends the risk, such as the onset of another bout. */
    public TimeToRecovery withCompetingAt(double sessionSeconds) {
        return new TimeToRecovery(dwell, rule, OptionalDouble.of(sessionSeconds));
    }

    /**
     * The time to recovery of one person, counted from the start of the window.
     *
     * @param values a metric over session time
     * @param recovery from the offset of what the person recovers from to the end of observation
     * @param band the band around the baseline
     * @param task the level during the task, which says on which side the response was
     */
    public CensoredTime of(TimedValues values, Window recovery, RecoveryBand band, double task) {
        TimedValues risk = values.during(recovery);
        double end = recovery.endSeconds();
        boolean competes = competingSeconds.isPresent() && competingSeconds.getAsDouble() <= end;
        if (competes) {
            end = Math.max(recovery.startSeconds(), competingSeconds.getAsDouble());
            risk = values.during(new Window(recovery.startSeconds(), end));
        }
        double offset = recovery.startSeconds();
        double dwellSeconds = dwell.toNanos() / 1e9;
        double side = Math.signum(task - band.baseline());
        int entry = -1;
        for (int i = 0; i < risk.size(); i++) {
            if (!isBack(risk.valueAt(i), band, side)) {
                entry = -1;
                continue;
            }
            entry = entry < 0 ? i : entry;
            if (risk.secondsAt(i) - risk.secondsAt(entry) >= dwellSeconds) {
                return entry == 0
                        ? CensoredTime.event(0)
                        : CensoredTime.between(risk.secondsAt(entry - 1) - offset, risk.secondsAt(entry) - offset);
            }
        }
        if (competes) {
            return CensoredTime.competing(
                    end - offset, String.format(Locale.ROOT, "another event at %s s", competingSeconds.getAsDouble()));
        }
        return notBack(risk, entry, offset);
    }

    /**
     * The time to recovery where coders do not agree when the person stopped: every offset that they leave open is tried,
     * and the result spans what these give. Its width is that of the disagreement and of the step between values.
     *
     * @param values a metric over session time
     * @param offset when the person stopped, as coders saw it
     * @param endSeconds end of observation, in s of the session
     * @param band the band around the baseline
     * @param task the level during the task
     */
    public CensoredTime of(TimedValues values, CodedInstant offset, double endSeconds, RecoveryBand band, double task) {
        CensoredTime spanned = of(values, new Window(offset.earliestSeconds(), endSeconds), band, task);
        TimedValues open = values.during(new Window(offset.earliestSeconds(), offset.latestSeconds()));
        for (int i = 0; i < open.size(); i++) {
            spanned = spanned.orElse(of(values, new Window(open.secondsAt(i), endSeconds), band, task));
        }
        return spanned.orElse(of(values, new Window(offset.latestSeconds(), endSeconds), band, task));
    }

    Duration dwell() {
        return dwell;
    }

    private CensoredTime notBack(TimedValues risk, int entry, double offset) {
        if (risk.size() == 0) {
            return CensoredTime.after(0, "no values during recovery");
        }
        int last = risk.size() - 1;
        if (entry < 0) {
            return CensoredTime.after(risk.secondsAt(last) - offset, "not back when observation ended");
        }
        return CensoredTime.after(
                entry == 0 ? 0 : risk.secondsAt(entry - 1) - offset,
                String.format(
                        Locale.ROOT,
                        "back for %.0f s of %.0f s when observation ended",
                        risk.secondsAt(last) - risk.secondsAt(entry),
                        dwell.toNanos() / 1e9));
    }

    private boolean isBack(double value, RecoveryBand band, double side) {
        return band.contains(value)
                || (rule == Return.INTO_BAND_OR_BEYOND && side != 0 && (band.baseline() - value) * side > 0);
    }
}
