package org.lacrima.core.rsa;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.rsa.RespirationAdjustment.Comparison;
import org.lacrima.core.study.Episode;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

/**
 * What one person's change of RSA is worth, given how they breathed: raw and at equal breathing, with the breathing of
 * every phase, the warnings, and how much of each bout no estimator could see. {@link BreathingHonesty} makes it.
 *
 * @param comparison the difference of two phases, raw and adjusted
 * @param breathing how the person breathed in each phase, outside the mask
 * @param lost how much of each bout lies under the mask
 */
public record BreathingReport(Comparison comparison, List<PhaseBreathing> breathing, List<LostBout> lost) {

    /** Copies the lists. */
    public BreathingReport {
        breathing = List.copyOf(breathing);
        lost = List.copyOf(lost);
    }

    /**
     * Breathing in one phase.
     *
     * @param phase the phase
     * @param rate respiration rate, or why there is none
     * @param depth respiration depth, or why there is none
     * @param warning what is wrong with it, such as breaths outside the band of RSA; empty where nothing is
     */
    public record PhaseBreathing(String phase, MetricValue rate, MetricValue depth, String warning) {}

    /**
     * A bout and the share of it, 0 to 1, in which RSA is not estimable.
     *
     * @param bout the bout
     * @param share share of its time under the mask
     */
    public record LostBout(Episode bout, double share) {}

    /** The warnings of all phases, each with the phase's name. */
    public List<String> warnings() {
        return breathing.stream()
                .filter(b -> !b.warning().isEmpty())
                .map(b -> b.phase() + ": " + b.warning())
                .toList();
    }

    /** The whole report in words: whether the conclusion changes, the warnings, the bouts of which something is lost. */
    public String summary() {
        Stream<String> losses = lost.stream()
                .filter(l -> l.share() > 0)
                .map(l -> String.format(
                        Locale.ROOT,
                        "%.0f %% of %s from %.1f s to %.1f s is lost to sobs, speech or held breath",
                        100 * l.share(),
                        l.bout().label(),
                        l.bout().window().startSeconds(),
                        l.bout().window().endSeconds()));
        return Stream.concat(Stream.of(comparison.sentence()), Stream.concat(warnings().stream(), losses))
                .collect(Collectors.joining("\n"));
    }

    /** One row per bout: when it was and how much of it is lost. */
    public ResultTable lostTable() {
        ResultTable.Builder table = ResultTable.named("lost", "Bouts and the share in which RSA is not estimable")
                .columns(
                        Column.text("bout", "What the coder called it"),
                        Column.number("onset", Unit.S, "Onset in session time"),
                        Column.number("offset", Unit.S, "Offset in session time"),
                        Column.number("lost", Unit.PERCENT, "Share of the bout under the mask"));
        for (LostBout bout : lost) {
            table.row(
                    Cell.of(bout.bout().label()),
                    Cell.of(bout.bout().window().startSeconds()),
                    Cell.of(bout.bout().window().endSeconds()),
                    Cell.of(100 * bout.share()));
        }
        return table.build();
    }
}
