package org.lacrima.core.rsa;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

/**
 * RSA breath by breath, in ms, with every breath that has none and why.
 *
 * @param scores one entry per breath, in order
 * @param waiver why breaths derived from the heart were accepted; empty where they were measured
 */
public record BreathScores(List<Score> scores, Optional<String> waiver) {

    /** Why a breath has no value. */
    public enum Reason {
        /** Beats are missing in it, or it lies under a mask, or reaches beyond the recording. */
        GAP("a gap in the beats"),
        /** Too few intervals end in it to tell a longest from a shortest. */
        TOO_FEW_INTERVALS("too few intervals"),
        /** The longest interval of exhalation is no longer than the shortest of inhalation. */
        NO_RSA("no RSA");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    /**
     * One breath.
     *
     * @param breath the breath
     * @param millis its RSA in ms; empty where it has none
     * @param reason why it has none; empty where it has one
     */
    public record Score(Breath breath, OptionalDouble millis, Optional<Reason> reason) {
        static Score of(Breath breath, double millis) {
            return new Score(breath, OptionalDouble.of(millis), Optional.empty());
        }

        static Score none(Breath breath, Reason reason) {
            return new Score(breath, OptionalDouble.empty(), Optional.of(reason));
        }
    }

    /** Copies. */
    public BreathScores {
        scores = List.copyOf(scores);
    }

    /** The values in ms, breaths without one left out. */
    public double[] millis() {
        return scores.stream()
                .filter(s -> s.millis().isPresent())
                .mapToDouble(s -> s.millis().getAsDouble())
                .toArray();
    }

    /** Number of breaths without a value. */
    public int withoutValue() {
        return scores.size() - millis().length;
    }

    /** Number of breaths without a value, by reason; reasons that did not occur are absent. */
    public Map<Reason, Integer> withoutValueByReason() {
        Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
        scores.forEach(s -> s.reason().ifPresent(r -> counts.merge(r, 1, Integer::sum)));
        return counts;
    }

    /** In words, such as {@code 3 of 40 breaths without value: 2 a gap in the beats, 1 too few intervals}. */
    public String summary() {
        String why = withoutValueByReason().entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey().words)
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%d of %d breaths without value%s",
                withoutValue(),
                scores.size(),
                why.isEmpty() ? "" : ": " + why);
    }

    /** One row per breath; the caption carries the waiver, if any. */
    public ResultTable toTable() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Score score : scores) {
            Breath b = score.breath();
            rows.add(List.of(
                    Cell.of(b.inhaleSeconds()),
                    Cell.of(b.exhaleSeconds()),
                    Cell.of(b.endSeconds()),
                    b.depth().isPresent() ? Cell.of(b.depth().getAsDouble()) : Cell.missing("depth not measured"),
                    score.millis().isPresent()
                            ? Cell.of(score.millis().getAsDouble())
                            : Cell.missing(score.reason().map(r -> r.words).orElse(""))));
        }
        return new ResultTable(
                "rsa_by_breath",
                "RSA breath by breath; " + summary()
                        + waiver.map(w -> "; breaths from the heart itself, waived: " + w)
                                .orElse("")
                        + ".",
                List.of(
                        Column.number("inhale", Unit.S, "Onset of inhalation."),
                        Column.number("exhale", Unit.S, "Onset of exhalation."),
                        Column.number("end", Unit.S, "Onset of the next inhalation."),
                        Column.number("depth", Unit.ONE, "Depth in the unit of the respiration."),
                        Column.number("rsa", Unit.MS, "RSA of the breath.")),
                rows);
    }
}
