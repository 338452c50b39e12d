package org.lacrima.analysis.survival;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.StatisticalResult;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.recovery.CensoredTime;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

/**
 * The share that has had the event by a time where another event, such as a second bout, may come first and end the risk:
 * Aalen and Johansen's {@code F(t) = ΣS(tᵢ₋)·dᵢ⁄nᵢ}, S being the share with neither. One minus Kaplan–Meier would count those
 * with the other event as if they could still recover, and is too high.
 *
 * <p>Variance by the delta method; without censoring it is the binomial one. Interval-censored times count as events at
 * their upper end. Sources: Aalen &amp; Johansen 1978, Scandinavian Journal of Statistics 5:141; variance: Marubini &amp;
 * Valsecchi 1995, Analysing Survival Data from Clinical Trials and Observational Studies, §10.2. Immutable.
 *
 * @param steps the shares after each time with an event of either kind
 * @param n persons
 */
public record CumulativeIncidence(List<Step> steps, int n) implements StatisticalResult {

    /** Copies the steps. */
    public CumulativeIncidence {
        steps = List.copyOf(steps);
    }

    /**
     * The shares after a time.
     *
     * @param seconds the time
     * @param event share that has had the event
     * @param eventStandardError standard error of that share
     * @param competing share that had the competing event first
     * @param neither share with neither
     */
    public record Step(double seconds, double event, double eventStandardError, double competing, double neither) {}

    private record Time(double seconds, int atRisk, int events, int competing, double before) {
        int ended() {
            return events + competing;
        }
    }

    /** The shares of some persons; not estimable without any. */
    public static Inference<CumulativeIncidence> of(List<CensoredTime> persons) {
        if (persons.isEmpty()) {
            return Inference.notEstimable("nobody is at risk, a cumulative incidence needs persons");
        }
        List<Time> times = times(persons);
        List<Step> steps = new ArrayList<>();
        double event = 0;
        double competing = 0;
        double neither = 1;
        double[] cumulative = new double[times.size()];
        for (int i = 0; i < times.size(); i++) {
            Time time = times.get(i);
            event += neither * time.events() / time.atRisk();
            competing += neither * time.competing() / time.atRisk();
            neither *= 1 - time.ended() / (double) time.atRisk();
            cumulative[i] = event;
            steps.add(new Step(time.seconds(), event, Math.sqrt(variance(times, cumulative, i)), competing, neither));
        }
        return Inference.of(new CumulativeIncidence(steps, persons.size()));
    }

    private static List<Time> times(List<CensoredTime> persons) {
        List<CensoredTime> order = persons.stream()
                .sorted(Comparator.comparingDouble(CensoredTime::seconds))
                .toList();
        List<Time> times = new ArrayList<>();
        double neither = 1;
        int from = 0;
        while (from < order.size()) {
            double seconds = order.get(from).seconds();
            int events = 0;
            int competing = 0;
            int to = from;
            for (; to < order.size() && order.get(to).seconds() == seconds; to++) {
                events += order.get(to).isObserved() ? 1 : 0;
                competing += order.get(to).status() == CensoredTime.Status.COMPETING ? 1 : 0;
            }
            if (events + competing > 0) {
                Time time = new Time(seconds, order.size() - from, events, competing, neither);
                times.add(time);
                neither *= 1 - time.ended() / (double) time.atRisk();
            }
            from = to;
        }
        return times;
    }

    private static double variance(List<Time> times, double[] cumulative, int last) {
        double sum = 0;
        for (int i = 0; i <= last; i++) {
            Time time = times.get(i);
            double n = time.atRisk();
            double rest = cumulative[last] - cumulative[i];
            if (n > time.ended()) {
                sum += rest * rest * time.ended() / (n * (n - time.ended()));
            }
            sum += time.before() * time.before() * (n - time.events()) * time.events() / (n * n * n);
            sum -= 2 * rest * time.before() * time.events() / (n * n);
        }
        return Math.max(0, sum);
    }

    @Override
    public String apa() {
        Step last = steps.isEmpty() ? new Step(0, 0, 0, 0, 1) : steps.get(steps.size() - 1);
        return String.format(
                Locale.ROOT,
                "cumulative incidence by %s s among %d: event %s, SE = %s, competing event %s, neither %s",
                Apa.number(last.seconds()),
                n,
                Apa.share(last.event()),
                Apa.share(last.eventStandardError()),
                Apa.share(last.competing()),
                Apa.share(last.neither()));
    }

    @Override
    public ResultTable toTable(String tableName) {
        ResultTable.Builder table = ResultTable.named(tableName, apa())
                .columns(
                        Column.number("time", Unit.S, "time from the start of the risk"),
                        Column.number("event", Unit.ONE, "share that has had the event"),
                        Column.number("event_se", Unit.ONE, "standard error of that share"),
                        Column.number("competing", Unit.ONE, "share that had the competing event first"),
                        Column.number("neither", Unit.ONE, "share with neither"));
        for (Step step : steps) {
            table.row(
                    Cell.of(step.seconds()),
                    Cell.of(step.event()),
                    Cell.of(step.eventStandardError()),
                    Cell.of(step.competing()),
                    Cell.of(step.neither()));
        }
        return table.build();
    }
}
