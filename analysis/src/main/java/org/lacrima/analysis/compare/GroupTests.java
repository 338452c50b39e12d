package org.lacrima.analysis.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.lacrima.analysis.stats.BiasCorrection;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.MannWhitney;
import org.lacrima.analysis.stats.Multiplicity;
import org.lacrima.analysis.stats.StandardisedDifference;
import org.lacrima.analysis.stats.TTest;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.study.AnalysisPlan;
import org.lacrima.core.study.Group;

/** The two groups of a plan's contrast tested on every outcome. */
final class GroupTests {

    private final TTest welch;
    private final MannWhitney mannWhitney;
    private final StandardisedDifference hedgesG;
    private final AnalysisPlan plan;
    private final List<PersonResult> persons;

    private GroupTests(AnalysisPlan plan, List<PersonResult> persons) {
        this.plan = plan;
        this.persons = persons;
        this.welch = TTest.welch().withConfidence(plan.confidence());
        this.mannWhitney = MannWhitney.withDefaults().withConfidence(plan.confidence());
        this.hedgesG = StandardisedDifference.hedgesG().withConfidence(plan.confidence());
    }

    static List<OutcomeComparison> of(AnalysisPlan plan, List<Outcome> outcomes, List<PersonResult> persons) {
        GroupTests tests = new GroupTests(plan, persons);
        List<OutcomeComparison> compared = outcomes.stream().map(tests::compare).toList();
        Map<String, OutcomeComparison> adjusted = new LinkedHashMap<>();
        compared.forEach(o -> adjusted.put(o.outcome().key(), o));
        for (List<OutcomeComparison> family :
                Families.of(plan.models(), compared).values()) {
            List<Inference<Double>> welchP = holm(family, o -> o.welch().map(TTest.Result::p));
            List<Inference<Double>> rankP = holm(family, o -> o.mannWhitney().map(MannWhitney.Result::p));
            for (int i = 0; i < family.size(); i++) {
                OutcomeComparison member = family.get(i);
                adjusted.put(member.outcome().key(), member.withHolm(welchP.get(i), rankP.get(i)));
            }
        }
        return List.copyOf(adjusted.values());
    }

    private OutcomeComparison compare(Outcome outcome) {
        GroupSummary focal = summary(persons, outcome, plan.contrast().focal());
        GroupSummary reference = summary(persons, outcome, plan.contrast().reference());
        double[] x = focal.toArray();
        double[] y = reference.toArray();
        Inference<TTest.Result> t = welch.test(x, y);
        Inference<MannWhitney.Result> u = mannWhitney.test(x, y);
        return new OutcomeComparison(
                outcome,
                focal,
                reference,
                t,
                u,
                hedgesG.withBiasCorrection(BiasCorrection.APPROXIMATE).of(x, y),
                hedgesG.of(x, y),
                t.map(TTest.Result::p),
                u.map(MannWhitney.Result::p));
    }

    static GroupSummary summary(List<PersonResult> persons, Outcome outcome, Group group) {
        List<Double> values = new ArrayList<>();
        List<GroupSummary.Excluded> excluded = new ArrayList<>();
        for (PersonResult person : persons) {
            if (person.participant().group().equals(group)) {
                MetricValue value = person.value(outcome);
                if (value.isEstimable()) {
                    values.add(value.orNaN());
                } else {
                    excluded.add(new GroupSummary.Excluded(person.participant().id(), value.reason()));
                }
            }
        }
        return new GroupSummary(group, values, outcome.unit(), excluded);
    }

    /** A family is those of its outcomes that could be tested; the others keep their reason. */
    private static List<Inference<Double>> holm(
            List<OutcomeComparison> family, Function<OutcomeComparison, Inference<Double>> pOf) {
        double[] p = family.stream()
                .map(pOf)
                .flatMap(inference -> inference.value().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        double[] adjusted = Multiplicity.HOLM.adjust(p);
        List<Inference<Double>> all = new ArrayList<>();
        int next = 0;
        for (OutcomeComparison member : family) {
            Inference<Double> raw = pOf.apply(member);
            all.add(raw.isEstimable() ? Inference.of(adjusted[next++]) : raw);
        }
        return all;
    }
}
