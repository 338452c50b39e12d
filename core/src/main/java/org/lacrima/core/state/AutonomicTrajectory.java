package org.lacrima.core.state;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.Window;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

/** The way of one person through autonomic space, epoch by epoch. Immutable. */
public final class AutonomicTrajectory {
    static final Unit SD = new Unit("SD");

    private final AutonomicSpace space;
    private final List<Position> positions;
    private final String missing;

    /**
     * Where a person was during an epoch, in SD of the reference; either may be missing for a reason.
     *
     * @param window the epoch
     * @param vagal P
     * @param sympathetic S, larger where there is more drive
     * @param vagalAtRest P of rest: 0 where rest is the reference
     * @param sympatheticAtRest S of rest: 0 where rest is the reference
     */
    public record Position(
            Window window, MetricValue vagal, MetricValue sympathetic, double vagalAtRest, double sympatheticAtRest) {

        /** Cardiac autonomic balance {@code P − S}, in SD. */
        public MetricValue balance() {
            return combined("autonomic balance", -1);
        }

        /** Cardiac autonomic regulation {@code P + S}, in SD. */
        public MetricValue regulation() {
            return combined("autonomic regulation", 1);
        }

        private MetricValue combined(String name, double sign) {
            if (!vagal.isEstimable() || !sympathetic.isEstimable()) {
                return MetricValue.notEstimable(name, SD, vagal.isEstimable() ? sympathetic.reason() : vagal.reason());
            }
            return MetricValue.of(name, vagal.orNaN() + sign * sympathetic.orNaN(), SD, 1);
        }

        private Optional<AutonomicMode> mode(double deadZone) {
            return vagal.isEstimable() && sympathetic.isEstimable()
                    ? Optional.of(AutonomicMode.of(
                            vagal.orNaN() - vagalAtRest, sympathetic.orNaN() - sympatheticAtRest, deadZone))
                    : Optional.empty();
        }
    }

    AutonomicTrajectory(AutonomicSpace space, List<Position> positions, String missing) {
        this.space = space;
        this.positions = List.copyOf(positions);
        this.missing = missing;
    }

    /** Every epoch in order; none where rest gives no reference. */
    public List<Position> positions() {
        return positions;
    }

    /** How a position differs from rest; empty where one of its coordinates is missing. */
    public Optional<AutonomicMode> mode(Position position) {
        return position.mode(space.deadZone());
    }

    /** Share of the epochs of a window, of those whose mode is known, that are in a mode, in percent. */
    public MetricValue shareOf(AutonomicMode mode, Window during) {
        List<AutonomicMode> modes = positions.stream()
                .filter(p -> during.encloses(p.window()))
                .flatMap(p -> mode(p).stream())
                .toList();
        String name = "share of " + words(mode);
        if (modes.isEmpty()) {
            return MetricValue.notEstimable(
                    name, Unit.PERCENT, missing.isEmpty() ? "no epoch with both branches in the window" : missing);
        }
        long in = modes.stream().filter(m -> m == mode).count();
        return MetricValue.of(name, 100.0 * in / modes.size(), Unit.PERCENT, modes.size());
    }

    /**
     * How long after the first sympathetic rise the first vagal rise comes within a window, in s; negative where it comes
     * first. A rise is a change from rest beyond the dead zone. Of the prediction that arousal is followed by its
     * resolution, this is the part that can be false.
     */
    public MetricValue vagalAfterSympathetic(Window during) {
        Optional<Double> sympathetic =
                first(during, p -> p.sympathetic().orNaN() - p.sympatheticAtRest() > space.deadZone());
        Optional<Double> vagal = first(during, p -> p.vagal().orNaN() - p.vagalAtRest() > space.deadZone());
        String name = "vagal rise after sympathetic rise";
        if (!missing.isEmpty() || sympathetic.isEmpty() || vagal.isEmpty()) {
            String which = sympathetic.isEmpty() ? "no sympathetic rise" : "no vagal rise";
            return MetricValue.notEstimable(name, Unit.S, missing.isEmpty() ? which + " in the window" : missing);
        }
        return MetricValue.of(name, vagal.get() - sympathetic.get(), Unit.S, positions.size());
    }

    /** One row per epoch: position, balance, regulation and mode. */
    public ResultTable toTable() {
        ResultTable.Builder table = ResultTable.named("autonomic_space", "Position of " + space.words() + ".")
                .columns(
                        Column.number("start", Unit.S, "Start of the epoch in session time."),
                        Column.number("end", Unit.S, "End of the epoch in session time."),
                        Column.number("vagal", SD, "P: vagal index in SD of the reference."),
                        Column.number("sympathetic", SD, "S: sympathetic index in SD of the reference."),
                        Column.number("balance", SD, "P − S."),
                        Column.number("regulation", SD, "P + S."),
                        Column.text("mode", "Change of both branches from rest, beyond the dead zone."));
        for (Position position : positions) {
            table.row(
                    Cell.of(position.window().startSeconds()),
                    Cell.of(position.window().endSeconds()),
                    Cell.of(position.vagal()),
                    Cell.of(position.sympathetic()),
                    Cell.of(position.balance()),
                    Cell.of(position.regulation()),
                    Cell.of(mode(position).map(AutonomicTrajectory::words).orElse("unknown")));
        }
        return table.build();
    }

    private Optional<Double> first(Window during, Predicate<Position> rises) {
        return positions.stream()
                .filter(p -> during.encloses(p.window()) && rises.test(p))
                .map(p -> p.window().startSeconds())
                .findFirst();
    }

    private static String words(AutonomicMode mode) {
        return mode.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String toString() {
        return missing.isEmpty() ? positions.size() + " positions of " + space.words() : missing;
    }
}
