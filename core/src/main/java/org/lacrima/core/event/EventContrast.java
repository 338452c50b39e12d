package org.lacrima.core.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lacrima.core.metric.MetricValue;

/**
 * Criers against controls at matched film times, as one value per person and one per match. What is tested is chosen by
 * design: the differences of matched sets against zero (yoked onsets and risk sets), or both groups against each other
 * (one scene).
 *
 * @param criers response of each crier
 * @param controls response of each control: of who serves in several sets, the mean over them
 * @param differences per matched set the mean of its criers less the mean of its controls, or why there is none
 */
public record EventContrast(List<PersonValue> criers, List<PersonValue> controls, List<MetricValue> differences) {

    /**
     * One person's value.
     *
     * @param id who
     * @param value the value, or why there is none
     */
    public record PersonValue(String id, MetricValue value) {}

    /** The response of somebody at an onset in session time, in s, their own or the one given to them. */
    @FunctionalInterface
    public interface Response {
        /** The response, or why there is none. */
        MetricValue of(Viewer viewer, double onsetSeconds);
    }

    /** Copies the lists. */
    public EventContrast {
        criers = List.copyOf(criers);
        controls = List.copyOf(controls);
        differences = List.copyOf(differences);
    }

    /** The contrast over matched sets. */
    public static EventContrast of(List<MatchedOnset> sets, Response response) {
        Map<String, List<MetricValue>> criers = new LinkedHashMap<>();
        Map<String, List<MetricValue>> controls = new LinkedHashMap<>();
        List<MetricValue> differences = new ArrayList<>();
        for (MatchedOnset set : sets) {
            List<MetricValue> own = responses(set.criers(), set, response, criers);
            List<MetricValue> others = responses(set.controls(), set, response, controls);
            if (!own.isEmpty() && !others.isEmpty()) {
                differences.add(difference(mean(own), mean(others)));
            }
        }
        return new EventContrast(perPerson(criers), perPerson(controls), differences);
    }

    /** The values of those who have one, as a test takes them. */
    public static double[] values(List<PersonValue> persons) {
        return estimable(persons.stream().map(PersonValue::value).toList());
    }

    /** The differences of those sets that have one, as a test takes them. */
    public double[] differenceValues() {
        return estimable(differences);
    }

    private static double[] estimable(List<MetricValue> values) {
        return values.stream()
                .filter(MetricValue::isEstimable)
                .mapToDouble(MetricValue::orNaN)
                .toArray();
    }

    private static List<MetricValue> responses(
            List<Viewer> viewers, MatchedOnset set, Response response, Map<String, List<MetricValue>> all) {
        List<MetricValue> here = new ArrayList<>();
        for (Viewer viewer : viewers) {
            MetricValue value = response.of(viewer, viewer.sessionSecondsAt(set.filmSeconds()));
            here.add(value);
            all.computeIfAbsent(viewer.id(), id -> new ArrayList<>()).add(value);
        }
        return here;
    }

    private static List<PersonValue> perPerson(Map<String, List<MetricValue>> values) {
        List<PersonValue> persons = new ArrayList<>();
        values.forEach((id, own) -> persons.add(new PersonValue(id, mean(own))));
        return persons;
    }

    private static MetricValue mean(List<MetricValue> values) {
        MetricValue first = values.get(0);
        double[] present = estimable(values);
        if (present.length == 0) {
            return MetricValue.notEstimable(first.name(), first.unit(), first.reason());
        }
        double sum = 0;
        for (double value : present) {
            sum += value;
        }
        return MetricValue.of(first.name(), sum / present.length, first.unit(), present.length);
    }

    private static MetricValue difference(MetricValue criers, MetricValue controls) {
        if (criers instanceof MetricValue.Estimate a && controls instanceof MetricValue.Estimate b) {
            return MetricValue.of(a.name(), a.value() - b.value(), a.unit(), a.n() + b.n());
        }
        return MetricValue.notEstimable(
                criers.name(),
                criers.unit(),
                String.format(
                        Locale.ROOT,
                        "%s: %s",
                        criers.isEstimable() ? "controls" : "crier",
                        criers.isEstimable() ? controls.reason() : criers.reason()));
    }
}
