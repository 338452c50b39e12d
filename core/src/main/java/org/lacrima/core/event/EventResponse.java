package org.lacrima.core.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

/**
 * One person's response around an event, or the average over their events.
 *
 * @param name what responded
 * @param unit unit of the response
 * @param axis unit of the bins: s from the landmark, or % of the episode
 * @param bins bins in order
 */
public record EventResponse(String name, Unit unit, Unit axis, List<Bin> bins) {

    /**
     * One bin, {@code [from, to)}.
     *
     * @param from where it begins, in the unit of the axis
     * @param to where it ends
     * @param value its mean, or why there is none
     */
    public record Bin(double from, double to, MetricValue value) {
        boolean isAt(Bin other) {
            return from == other.from && to == other.to;
        }
    }

    /** Copies the bins. */
    public EventResponse {
        bins = List.copyOf(bins);
    }

    /**
     * The average of responses in the same bins. A bin rests on those responses that have a value there; its n is their
     * number.
     *
     * @param responses at least one, of one quantity
     */
    public static EventResponse average(List<EventResponse> responses) {
        requireAlike(responses);
        EventResponse first = responses.get(0);
        List<Bin> means = new ArrayList<>();
        for (int b = 0; b < first.bins().size(); b++) {
            double sum = 0;
            int n = 0;
            String reason = "";
            for (EventResponse response : responses) {
                MetricValue value = response.bins().get(b).value();
                if (value.isEstimable()) {
                    sum += value.orNaN();
                    n++;
                } else if (reason.isEmpty()) {
                    reason = value.reason();
                }
            }
            MetricValue mean = n > 0
                    ? MetricValue.of(first.name(), sum / n, first.unit(), n)
                    : MetricValue.notEstimable(
                            first.name(),
                            first.unit(),
                            String.format(Locale.ROOT, "none of %d events has a value: %s", responses.size(), reason));
            means.add(new Bin(first.bins().get(b).from(), first.bins().get(b).to(), mean));
        }
        return new EventResponse(first.name(), first.unit(), first.axis(), means);
    }

    /**
     * The mean of the bins that lie in {@code [from, to)} of the axis: the response as one number per person. At least
     * half of them must have a value; n is how many have.
     */
    public MetricValue mean(double from, double to) {
        double sum = 0;
        int n = 0;
        int inside = 0;
        String reason = "no bin lies there";
        for (Bin bin : bins) {
            if (bin.from() >= from - 1e-9 && bin.to() <= to + 1e-9) {
                inside++;
                if (bin.value().isEstimable()) {
                    sum += bin.value().orNaN();
                    n++;
                } else {
                    reason = bin.value().reason();
                }
            }
        }
        return n > 0 && 2 * n >= inside
                ? MetricValue.of(name, sum / n, unit, n)
                : MetricValue.notEstimable(
                        name,
                        unit,
                        String.format(
                                Locale.ROOT,
                                "%d of %d bins from %s to %s %s have a value, half needed: %s",
                                n,
                                inside,
                                from,
                                to,
                                axis,
                                reason));
    }

    /** One row per bin. */
    public ResultTable toTable() {
        ResultTable.Builder table = ResultTable.named("event_response", name + " around an event")
                .columns(
                        Column.number("from", axis, "Begin of the bin, from the landmark"),
                        Column.number("to", axis, "End of the bin"),
                        Column.number(name, unit, "Mean in the bin"));
        for (Bin bin : bins) {
            table.row(Cell.of(bin.from()), Cell.of(bin.to()), Cell.of(bin.value()));
        }
        return table.build();
    }

    static void requireAlike(List<EventResponse> responses) {
        if (responses.isEmpty()) {
            throw new IllegalArgumentException("an average needs at least one response");
        }
        EventResponse first = responses.get(0);
        for (int i = 1; i < responses.size(); i++) {
            EventResponse other = responses.get(i);
            boolean alike = other.name().equals(first.name())
                    && other.unit().equals(first.unit())
                    && other.axis().equals(first.axis())
                    && other.bins().size() == first.bins().size();
            for (int b = 0; alike && b < first.bins().size(); b++) {
                alike = other.bins().get(b).isAt(first.bins().get(b));
            }
            if (!alike) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "responses 0 and %d do not line up: %s in %s, %d bins, and %s in %s, %d bins",
                        i,
                        first.name(),
                        first.unit(),
                        first.bins().size(),
                        other.name(),
                        other.unit(),
                        other.bins().size()));
            }
        }
    }
}
