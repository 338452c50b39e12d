package org.lacrima.core.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.Window;
import org.lacrima.core.simulate.Artifact.Kind;
import org.lacrima.core.simulate.VirtualPerson.Weeping;
import org.lacrima.core.study.Study;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

/**
 * A simulated study and its truth.
 *
 * @param study the data, as a laboratory would have them
 * @param truths what each session was made from, in the order of the sessions
 */
public record SimulatedStudy(Study study, List<Truth> truths) {
    /** Copies the list and refuses a session without its truth. */
    public SimulatedStudy {
        truths = List.copyOf(truths);
        if (truths.size() != study.sessions().size()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%d sessions but %d truths", study.sessions().size(), truths.size()));
        }
    }

    /** The truth as a table: one row per participant, the parameters that estimators are after. */
    public ResultTable truthTable() {
        Unit concentration = study.sessions().stream()
                .flatMap(s -> s.saliva().stream())
                .findFirst()
                .map(s -> s.unit())
                .orElse(Unit.NMOL_PER_L);
        ResultTable.Builder table = ResultTable.named("truth", "What the simulated participants were made from")
                .columns(
                        Column.text("participant_id", "The participant"),
                        Column.text("group", "The group"),
                        Column.number("resting_heart_period", Unit.MS, "Heart period at rest"),
                        Column.number("rsa_amplitude", Unit.MS, "Amplitude of respiratory sinus arrhythmia at rest"),
                        Column.number("breathing_rate", Unit.BREATHS_PER_MINUTE, "Breathing rate at rest"),
                        Column.number("full_response", Unit.MS, "Shortening of the heart period under full demand"),
                        Column.number(
                                "vagal_withdrawal", Unit.PERCENT, "Share of RSA amplitude lost under full demand"),
                        Column.number("recovery_half_time", Unit.S, "Time in which half of a response is undone"),
                        Column.number("crying_onset", Unit.S, "Onset of the first bout of crying"),
                        Column.number("crying_time", Unit.S, "Length of all bouts together"),
                        Column.number("rsa_rise", Unit.MS, "Rise of the RSA amplitude that sets in with crying"),
                        Column.number("hormone_baseline", concentration, "Concentration in saliva at rest"),
                        Column.number("hormone_secreted", concentration, "What the stress response adds in all"),
                        Column.number("hormone_peak", Unit.MIN, "Session time at which the response is highest"),
                        Column.number("hormone_half_life", Unit.MIN, "Half-life in saliva"),
                        Column.number("missed_beats", Unit.COUNT, "Beats that the detector missed"),
                        Column.number("extra_beats", Unit.COUNT, "Beats that it invented"),
                        Column.number("ectopic_beats", Unit.COUNT, "Premature beats"));
        for (Truth truth : truths) {
            table.row(row(truth));
        }
        return table.build();
    }

    private static List<Cell> row(Truth truth) {
        VirtualPerson person = truth.person();
        HormoneCourse hormone = person.hormone();
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(person.participant().id()),
                Cell.of(person.participant().group().name()),
                Cell.of(person.restingPeriodMillis()),
                Cell.of(person.rsaAmplitudeMillis()),
                Cell.of(person.breathsPerMinute()),
                Cell.of(person.fullResponseMillis()),
                Cell.of(100 * person.vagalWithdrawalShare()),
                Cell.of(person.recoveryHalfTimeSeconds()),
                crying(person, w -> w.bouts().get(0).startSeconds()),
                crying(
                        person,
                        w -> w.bouts().stream()
                                .mapToDouble(Window::lengthSeconds)
                                .sum()),
                crying(person, Weeping::rsaRiseMillis),
                Cell.of(hormone.baseline()),
                Cell.of(hormone.secreted()),
                Cell.of(hormone.peakMinutes()),
                Cell.of(hormone.halfLifeMinutes())));
        for (Kind kind : Kind.values()) {
            cells.add(Cell.of((double) truth.count(kind)));
        }
        return cells;
    }

    private static Cell crying(VirtualPerson person, ToDoubleFunction<Weeping> value) {
        return person.weeping().map(w -> Cell.of(value.applyAsDouble(w))).orElseGet(() -> Cell.missing("did not cry"));
    }
}
