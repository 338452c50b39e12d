package org.lacrima.analysis.compare;

import static org.lacrima.core.table.Column.number;
import static org.lacrima.core.table.Column.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.StandardisedDifference;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.Participant;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

/** A comparison as tables, tidy: one row per observation, units in a column where rows differ in them. */
final class ComparisonTables {

    private ComparisonTables() {}

    static ResultTable comparison(Comparison comparison) {
        String level = percent(comparison.plan().confidence());
        ResultTable.Builder table = ResultTable.named(
                        "comparison",
                        String.format(
                                Locale.ROOT,
                                "%s against %s, outcome by outcome; differences are %1$s − %2$s, intervals of %3$s %%. %4$s",
                                comparison.plan().contrast().focal(),
                                comparison.plan().contrast().reference(),
                                level,
                                comparison.plan().models().assignment().caution()))
                .columns(
                        text("outcome", "Key of the outcome"),
                        text("label", "The outcome for a reader"),
                        text("family", "Family within which p is adjusted"),
                        text("measure", "What is measured"),
                        text("source", "beats, respiration, saliva or rating"),
                        text("kind", "How phase values became one number per person"),
                        text("phase", "Phase of the value, or later phase of the change"),
                        text("unit", "Unit of values, means, SDs, medians, differences and their intervals"));
        table.columns(groupColumns("focal")).columns(groupColumns("reference"));
        table.columns(
                number("difference", Unit.ONE, "Difference of the means, focal − reference, in the outcome's unit"),
                number("difference_low", Unit.ONE, "Lower limit of its confidence interval (Welch)"),
                number("difference_high", Unit.ONE, "Upper limit of its confidence interval (Welch)"),
                number("welch_t", Unit.ONE, "Welch's t"),
                number("welch_df", Unit.ONE, "Welch–Satterthwaite degrees of freedom"),
                number("welch_p", Unit.ONE, "Two-sided p of Welch's t"),
                number("welch_p_holm", Unit.ONE, "The same adjusted by Holm over the testable outcomes of the family"),
                number("mann_whitney_u", Unit.ONE, "U of the focal group, ties counted one half"),
                number("mann_whitney_p", Unit.ONE, "Two-sided asymptotic p, tie and continuity corrected"),
                number("mann_whitney_p_exact", Unit.ONE, "Two-sided exact p over all relabellings of the midranks"),
                number("mann_whitney_p_holm", Unit.ONE, "Exact (else asymptotic) p adjusted by Holm"),
                number("hedges_g", Unit.ONE, "Hedges' g, approximate bias correction 1 − 3/(4·df − 1)"),
                number("hedges_g_low", Unit.ONE, "Lower limit of its interval by the noncentral t distribution"),
                number("hedges_g_high", Unit.ONE, "Upper limit of its interval by the noncentral t distribution"),
                number("hedges_g_exact", Unit.ONE, "Hedges' g with the exact bias correction"));
        for (OutcomeComparison o : comparison.outcomes()) {
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.of(o.outcome().key()),
                    Cell.of(o.outcome().label()),
                    Cell.of(Families.nameOf(comparison.plan().models(), o.outcome())),
                    Cell.of(o.outcome().measure()),
                    Cell.of(o.outcome().source().key()),
                    Cell.of(o.outcome().kindKey()),
                    Cell.of(o.outcome().phase()),
                    Cell.of(o.outcome().unit().symbol())));
            row.addAll(groupCells(o.focal()));
            row.addAll(groupCells(o.reference()));
            row.addAll(List.of(
                    cell(o.welch(), w -> w.difference()),
                    cell(o.welch(), w -> w.interval().low()),
                    cell(o.welch(), w -> w.interval().high()),
                    cell(o.welch(), w -> w.statistic()),
                    cell(o.welch(), w -> w.df()),
                    cell(o.welch(), w -> w.p()),
                    cell(o.holmWelchP(), p -> p),
                    cell(o.mannWhitney(), m -> m.u()),
                    cell(o.mannWhitney(), m -> m.asymptoticP()),
                    o.mannWhitney()
                            .value()
                            .map(m -> cell(m.exactP(), p -> p))
                            .orElseGet(() -> Cell.missing(o.mannWhitney().reason())),
                    cell(o.holmMannWhitneyP(), p -> p),
                    cell(o.hedgesG(), StandardisedDifference.Result::estimate),
                    cell(o.hedgesG(), g -> g.interval().low()),
                    cell(o.hedgesG(), g -> g.interval().high()),
                    cell(o.hedgesGExact(), StandardisedDifference.Result::estimate)));
            table.row(row);
        }
        return table.build();
    }

    static ResultTable missing(Comparison comparison) {
        ResultTable.Builder table = ResultTable.named("missing", "Who has no value of an outcome, by reason")
                .columns(
                        text("outcome", "Key of the outcome"),
                        text("group", "Group"),
                        text("reason", "Why there is no value"),
                        number("persons", Unit.COUNT, "How many"),
                        text("participants", "Who"));
        for (OutcomeComparison o : comparison.outcomes()) {
            for (GroupSummary group : List.of(o.focal(), o.reference())) {
                Map<String, List<String>> byReason = group.excluded().stream()
                        .collect(Collectors.groupingBy(
                                GroupSummary.Excluded::reason,
                                LinkedHashMap::new,
                                Collectors.mapping(GroupSummary.Excluded::participant, Collectors.toList())));
                byReason.forEach((reason, who) -> table.row(
                        Cell.of(o.outcome().key()),
                        Cell.of(group.group().name()),
                        Cell.of(reason),
                        Cell.of(who.size()),
                        Cell.of(String.join(", ", who))));
            }
        }
        return table.build();
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    private static Column[] groupColumns(String side) {
        return new Column[] {
            text(side + "_group", "The " + side + " group"),
            number(side + "_n", Unit.COUNT, "Persons of the " + side + " group with a value"),
            number(side + "_mean", Unit.ONE, "Mean of the " + side + " group"),
            number(side + "_sd", Unit.ONE, "Standard deviation (n − 1) of the " + side + " group"),
            number(side + "_median", Unit.ONE, "Median of the " + side + " group"),
            number(side + "_excluded", Unit.COUNT, "Persons of the " + side + " group without a value"),
            text(side + "_excluded_reasons", "Who they are and why")
        };
    }

    private static List<Cell> groupCells(GroupSummary group) {
        return List.of(
                Cell.of(group.group().name()),
                Cell.of(group.n()),
                Cell.of(group.mean()),
                Cell.of(group.sd()),
                Cell.of(group.median()),
                Cell.of(group.excluded().size()),
                Cell.of(group.excluded().stream()
                        .map(GroupSummary.Excluded::toString)
                        .collect(Collectors.joining(" | "))));
    }

    static <T> Cell cell(Inference<T> inference, Function<T, Double> number) {
        return inference.value().map(v -> Cell.of(number.apply(v))).orElseGet(() -> Cell.missing(inference.reason()));
    }

    static ResultTable persons(Comparison comparison) {
        ResultTable.Builder table = ResultTable.named(
                        "persons", "Every outcome of every person, or the reason for none")
                .columns(
                        text("participant", "Participant"),
                        text("group", "Group"),
                        text("outcome", "Key of the outcome"),
                        text("measure", "What is measured"),
                        text("kind", "How phase values became one number"),
                        text("phase", "Phase of the value, or later phase of the change"),
                        text("unit", "Unit of the value"),
                        number("value", Unit.ONE, "The value, in the unit beside it"),
                        number("n", Unit.COUNT, "Observations behind it"));
        for (PersonResult person : comparison.persons()) {
            Participant who = person.participant();
            person.outcomes()
                    .forEach((outcome, value) -> table.row(
                            Cell.of(who.id()),
                            Cell.of(who.group().name()),
                            Cell.of(outcome.key()),
                            Cell.of(outcome.measure()),
                            Cell.of(outcome.kindKey()),
                            Cell.of(outcome.phase()),
                            Cell.of(outcome.unit().symbol()),
                            Cell.of(value),
                            count(value)));
        }
        return table.build();
    }

    static ResultTable phases(Comparison comparison) {
        ResultTable.Builder table = ResultTable.named("phases", "Every measure of every person in every phase")
                .columns(
                        text("participant", "Participant"),
                        text("group", "Group"),
                        text("phase", "Phase"),
                        text("role", "What the phase is for"),
                        text("measure", "What is measured"),
                        text("unit", "Unit of the value"),
                        number("value", Unit.ONE, "The value, in the unit beside it"),
                        number("n", Unit.COUNT, "Observations behind it"));
        for (PersonResult person : comparison.persons()) {
            for (PhaseResult phase : person.phases()) {
                for (Map.Entry<String, MetricValue> measured : phase.values().entrySet()) {
                    table.row(
                            Cell.of(person.participant().id()),
                            Cell.of(person.participant().group().name()),
                            Cell.of(phase.phase()),
                            Cell.of(phase.role().name()),
                            Cell.of(measured.getKey()),
                            Cell.of(measured.getValue().unit().symbol()),
                            Cell.of(measured.getValue()),
                            count(measured.getValue()));
                }
            }
        }
        return table.build();
    }

    private static Cell count(MetricValue value) {
        return value instanceof MetricValue.Estimate e ? Cell.of(e.n()) : Cell.missing(value.reason());
    }

    static ResultTable exclusions(Comparison comparison) {
        ResultTable.Builder table = ResultTable.named(
                        "exclusions", "Participants, epochs and beats that do not count as recorded")
                .columns(
                        text("excluded", "participant, epoch or beat"),
                        text("participant", "Participant"),
                        text("where", "Phase of an epoch, class of a beat"),
                        number("at", Unit.S, "Session time of a beat"),
                        text("reason", "Why"));
        for (Exclusion e : comparison.exclusions()) {
            table.row(
                    Cell.of(e.kind().key()),
                    Cell.of(e.participant()),
                    Cell.of(e.where()),
                    e.atSeconds().isPresent()
                            ? Cell.of(e.atSeconds().getAsDouble())
                            : Cell.missing("not a matter of an instant"),
                    Cell.of(e.reason()));
        }
        return table.build();
    }

    static ResultTable quality(Comparison comparison) {
        ResultTable.Builder table = ResultTable.named("quality", "How good the beats of each person are in each phase")
                .columns(
                        text("participant", "Participant"),
                        text("group", "Group"),
                        text("phase", "Phase"),
                        number("phase_seconds", Unit.S, "Length of the phase"),
                        number("covered_seconds", Unit.S, "Seconds of it that intervals cover"),
                        number("beats", Unit.COUNT, "Intervals wholly inside, after correction"),
                        number("corrected", Unit.COUNT, "Intervals that end in a corrected beat"),
                        number("dropped", Unit.COUNT, "Intervals that correction took out"),
                        number("corrected_percent", Unit.PERCENT, "Share of corrected and dropped intervals"),
                        number("gaps", Unit.COUNT, "Gaps among them"));
        for (PersonResult person : comparison.persons()) {
            for (PhaseResult phase : person.phases()) {
                PhaseQuality quality = phase.quality();
                table.row(
                        Cell.of(person.participant().id()),
                        Cell.of(person.participant().group().name()),
                        Cell.of(phase.phase()),
                        phase.window()
                                .map(w -> Cell.of(w.lengthSeconds()))
                                .orElseGet(() -> Cell.missing("no such phase in the session")),
                        Cell.of(quality.coveredSeconds()),
                        Cell.of(quality.beats()),
                        Cell.of(quality.corrected()),
                        Cell.of(quality.dropped()),
                        quality.correctedPercent().isPresent()
                                ? Cell.of(quality.correctedPercent().getAsDouble())
                                : Cell.missing("no beats"),
                        Cell.of(quality.gaps()));
            }
        }
        return table.build();
    }
}
