package org.lacrima.analysis.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacrima.analysis.stats.Covariates;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.survival.CoxFit;
import org.lacrima.analysis.survival.CoxModel;
import org.lacrima.analysis.survival.KaplanMeier;
import org.lacrima.analysis.survival.LogRank;
import org.lacrima.analysis.survival.RestrictedMean;
import org.lacrima.analysis.survival.SurvivalCurve;
import org.lacrima.analysis.survival.TimesToEvent;
import org.lacrima.analysis.survival.Turnbull;
import org.lacrima.core.hrv.HrvMetrics;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.recovery.BandRule;
import org.lacrima.core.recovery.CensoredTime;
import org.lacrima.core.recovery.Course;
import org.lacrima.core.recovery.RecoveryAnalysis;
import org.lacrima.core.recovery.Response;
import org.lacrima.core.recovery.TimeToRecovery;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.study.Episode;
import org.lacrima.core.study.Group;
import org.lacrima.core.study.Phase;
import org.lacrima.core.study.RecoveryTimePlan;
import org.lacrima.core.study.Role;
import org.lacrima.core.study.Timeline;

/** How long people took to recover: one censored time per person, and the comparison of groups. */
final class RecoveryTimes {

    private RecoveryTimes() {}

    /** One person's time, or the reason why nothing is known of it. */
    static Inference<CensoredTime> of(
            RecoveryTimePlan plan, BeatSeries beats, Collection<PhaseResult> phases, List<Episode> episodes) {
        List<Phase> marked = new ArrayList<>();
        for (PhaseResult phase : phases) {
            phase.window().ifPresent(window -> marked.add(new Phase(phase.phase(), phase.role(), window)));
        }
        Course course = Course.of(
                beats,
                HrvMetrics.named(plan.metric())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "the plan names a metric " + plan.metric() + ", known are " + HrvMetrics.all())),
                duration(plan.epochSeconds()));
        Response response = RecoveryAnalysis.afterPhase(plan.task(), Role.RECOVERY)
                .withBand(BandRule.ofStandardDeviations(plan.bandSd()))
                .withTimeToRecovery(TimeToRecovery.withDefaults().withDwell(duration(plan.dwellSeconds())))
                .of(course, new Timeline(marked, episodes));
        for (MetricValue needed : List.of(response.task(), response.recovery(), response.bandHalfWidth())) {
            if (!needed.isEstimable()) {
                return Inference.notEstimable(needed.reason());
            }
        }
        return response.trace().size() == 0
                ? Inference.notEstimable("no epoch of the recovery has a value")
                : Inference.of(response.timeToRecovery());
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    /** The comparison of groups, the reference first. */
    static RecoveryComparison compare(Comparison comparison, RecoveryTimePlan plan, List<Group> groups) {
        double confidence = comparison.plan().confidence();
        Map<String, CensoredTime> known = new LinkedHashMap<>();
        List<GroupSummary.Excluded> leftOut = new ArrayList<>();
        Map<String, List<CensoredTime>> byGroup = new LinkedHashMap<>();
        List<PersonResult> persons = new ArrayList<>();
        for (Group group : groups) {
            List<CensoredTime> times = new ArrayList<>();
            for (PersonResult person : comparison.persons(group)) {
                String id = person.participant().id();
                Optional<CensoredTime> time = person.timeToRecovery().value();
                if (time.isPresent()) {
                    known.put(id, time.get());
                    times.add(time.get());
                    persons.add(person);
                } else {
                    leftOut.add(new GroupSummary.Excluded(
                            id, person.timeToRecovery().reason()));
                }
            }
            byGroup.put(group.name(), times);
        }
        Map<String, Inference<SurvivalCurve>> curves = new LinkedHashMap<>();
        Map<String, Inference<Turnbull>> intervals = new LinkedHashMap<>();
        Map<String, TimesToEvent> times = new LinkedHashMap<>();
        for (Map.Entry<String, List<CensoredTime>> group : byGroup.entrySet()) {
            TimesToEvent own = TimesToEvent.of(group.getValue());
            times.put(group.getKey(), own);
            curves.put(
                    group.getKey(),
                    KaplanMeier.withDefaults().withConfidence(confidence).of(own));
            intervals.put(group.getKey(), Turnbull.of(group.getValue()));
        }
        double horizon = horizon(curves.values());
        return new RecoveryComparison(
                plan,
                known,
                leftOut,
                curves,
                intervals,
                LogRank.withDefaults().test(times),
                cox(comparison, groups.get(0), persons),
                horizon,
                difference(
                        curves,
                        comparison.plan().contrast().focal(),
                        comparison.plan().contrast().reference(),
                        horizon,
                        confidence));
    }

    /** The last time up to which every group was observed: a group that is back as a whole stays so. */
    private static double horizon(Collection<Inference<SurvivalCurve>> curves) {
        double observed = Double.POSITIVE_INFINITY;
        double longest = 0;
        for (Inference<SurvivalCurve> curve : curves) {
            List<SurvivalCurve.Step> steps =
                    curve.value().map(SurvivalCurve::steps).orElse(List.of());
            double last = steps.isEmpty() ? 0 : steps.get(steps.size() - 1).seconds();
            boolean isComplete = !steps.isEmpty() && steps.get(steps.size() - 1).survival() == 0;
            observed = isComplete ? observed : Math.min(observed, last);
            longest = Math.max(longest, last);
        }
        return Math.min(observed, longest);
    }

    private static Inference<CoxFit> cox(Comparison comparison, Group reference, List<PersonResult> persons) {
        List<String> names = comparison.plan().models().covariates();
        List<PersonResult> complete = persons.stream()
                .filter(p -> p.participant().covariates().keySet().containsAll(names))
                .toList();
        List<String> groups =
                complete.stream().map(p -> p.participant().group().name()).toList();
        if (!groups.contains(reference.name())) {
            return Inference.notEstimable("nobody of group " + reference + " has a time and all covariates");
        }
        Covariates covariates = Covariates.of(complete.size()).withFactor("group", groups, reference.name());
        for (String name : names) {
            List<String> texts = complete.stream()
                    .map(p -> p.participant().covariates().getOrDefault(name, ""))
                    .toList();
            covariates = texts.stream().allMatch(t -> StudyModels.number(t).isPresent())
                    ? covariates.withNumber(
                            name,
                            texts.stream()
                                    .mapToDouble(t -> StudyModels.number(t).orElseThrow())
                                    .toArray())
                    : covariates.withFactor(name, texts, texts.get(0));
        }
        TimesToEvent times = TimesToEvent.of(
                complete.stream().map(p -> p.timeToRecovery().orThrow()).toList());
        return CoxModel.efron().withConfidence(comparison.plan().confidence()).fit(times, covariates);
    }

    private static Inference<RestrictedMean.Difference> difference(
            Map<String, Inference<SurvivalCurve>> curves,
            Group focal,
            Group reference,
            double horizon,
            double confidence) {
        if (!(horizon > 0)) {
            return Inference.notEstimable("a group has no time above 0 s, a mean needs a horizon");
        }
        return mean(curves, focal, horizon)
                .flatMap(first -> mean(curves, reference, horizon).flatMap(second -> first.minus(second, confidence)));
    }

    private static Inference<RestrictedMean> mean(
            Map<String, Inference<SurvivalCurve>> curves, Group group, double horizon) {
        Inference<SurvivalCurve> curve =
                curves.getOrDefault(group.name(), Inference.notEstimable("group " + group + " has no times"));
        return curve.flatMap(c -> c.restrictedMean(horizon));
    }
}
