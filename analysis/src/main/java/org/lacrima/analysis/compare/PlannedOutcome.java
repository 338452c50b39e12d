package org.lacrima.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lacrima.analysis.compare.Outcome.Source;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.recovery.PhaseChange;
import org.lacrima.core.recovery.RecoveryMetric;
import org.lacrima.core.study.AnalysisPlan;
import org.lacrima.core.study.OutcomeKind;
import org.lacrima.core.study.PhasePlan;
import org.lacrima.core.study.Role;

/** An outcome with the way from a person's measured values to it. */
record PlannedOutcome(Outcome outcome, Function<Measured, MetricValue> value) {

    /** Something measured in every phase, and where it comes from. */
    record Measure(String name, Source source, Unit unit) {}

    /**
     * The outcomes that a plan makes of what is measured: every kind it names, over every phase it fits. Induction and
     * stressor are tasks; each has its reactivity, and a recovery phase is set against the last task before it, whole where its
     * parts are planned too. A rating
     * has no percent recovery, since its scale has no zero that a share could refer to.
     */
    static List<PlannedOutcome> of(AnalysisPlan plan, List<Measure> measures, Map<String, Unit> salivaMetrics) {
        List<PlannedOutcome> planned = new ArrayList<>();
        for (Measure measure : measures) {
            PhaseOutcomes outcomes = new PhaseOutcomes(plan, measure);
            for (OutcomeKind kind : plan.outcomes()) {
                if (fits(kind, measure)) {
                    planned.addAll(outcomes.of(kind));
                }
            }
        }
        salivaMetrics.forEach(
                (metric, unit) -> planned.add(ofSaliva(plan.saliva().analyte(), metric, unit)));
        return List.copyOf(planned);
    }

    /** What a recovery of a plan is set against: the first baseline, and the last task before it. */
    static Optional<Responses.Span> spanOf(AnalysisPlan plan, String recovery) {
        Optional<String> baseline = Optional.empty();
        Optional<String> task = Optional.empty();
        for (Map.Entry<String, PhasePlan> phase : plan.phases().entrySet()) {
            String name = phase.getKey();
            Role role = phase.getValue().role();
            if (name.equals(recovery)) {
                Optional<String> first = baseline;
                return task.map(last -> new Responses.Span(first, last, recovery));
            }
            boolean isPart = task.isPresent() && name.startsWith(task.get() + "/");
            if (role == Role.BASELINE && baseline.isEmpty()) {
                baseline = Optional.of(name);
            } else if ((role == Role.INDUCTION || role == Role.STRESSOR) && !isPart) {
                task = Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** A rating has no zero, heart rate alone is in bpm, and of the rest what needs no breaths may be a vagal index. */
    private static boolean fits(OutcomeKind kind, Measure measure) {
        boolean isHeartRate = measure.source() == Source.BEATS && measure.unit().equals(Unit.BPM);
        return switch (kind) {
            case PERCENT_RECOVERY -> measure.source() != Source.RATING;
            case HEART_RATE_RECOVERY -> isHeartRate;
            case VAGAL_REBOUND -> measure.source() == Source.BEATS && !isHeartRate;
            default -> true;
        };
    }

    private static PlannedOutcome ofSaliva(String analyte, String metric, Unit unit) {
        String key = analyte + "." + metric.replace(' ', '.');
        Outcome outcome = new Outcome(key, metric, Source.SALIVA, Optional.empty(), "", unit, analyte + " " + metric);
        return new PlannedOutcome(outcome, measured -> measured.ofSaliva(metric));
    }

    /** The outcomes of one measure over the phases of a plan. */
    private record PhaseOutcomes(AnalysisPlan plan, Measure measure) {

        List<PlannedOutcome> of(OutcomeKind kind) {
            List<PlannedOutcome> planned = new ArrayList<>();
            Optional<String> baseline = firstOf(Role.BASELINE);
            Optional<String> task = Optional.empty();
            for (String phase : plan.phases().keySet()) {
                boolean isTask = hasRole(phase, Role.INDUCTION) || hasRole(phase, Role.STRESSOR);
                boolean isRecovery = hasRole(phase, Role.RECOVERY);
                if (kind == OutcomeKind.LEVEL) {
                    planned.add(level(phase));
                } else if (kind == OutcomeKind.REACTIVITY && isTask && baseline.isPresent()) {
                    planned.add(reactivity(baseline.get(), phase));
                } else if (kind == OutcomeKind.RECOVERY && isRecovery && task.isPresent()) {
                    planned.add(recovery(task.get(), phase));
                } else if (kind == OutcomeKind.RESIDUAL_ACTIVATION && isRecovery && baseline.isPresent()) {
                    planned.add(residual(baseline.get(), phase));
                } else if (kind == OutcomeKind.PERCENT_RECOVERY
                        && isRecovery
                        && task.isPresent()
                        && baseline.isPresent()) {
                    planned.add(percent(baseline.get(), task.get(), phase));
                } else if (isRecovery && !OutcomeKind.DEFAULTS.contains(kind)) {
                    spanOf(plan, phase).map(span -> ofSpan(kind, span)).ifPresent(planned::add);
                }
                boolean isPart = task.isPresent() && phase.startsWith(task.get() + "/");
                task = isTask && !isPart ? Optional.of(phase) : task;
            }
            return planned;
        }

        /** What is made of a course, or of everybody's values at once. */
        private PlannedOutcome ofSpan(OutcomeKind kind, Responses.Span span) {
            return RecoveryMetric.ofKey(kind.key())
                    .map(metric -> response(kind, metric, span))
                    .orElseGet(() -> residualised(kind, span));
        }

        private PlannedOutcome residualised(OutcomeKind kind, Responses.Span span) {
            String given = span.phases().limit(span.phases().count() - 1).collect(Collectors.joining(" and "));
            return planned(
                    kind,
                    span.recovery(),
                    measure.unit(),
                    "residualised change (" + span.recovery() + " given " + given + ")",
                    m -> MetricValue.notEstimable(measure.name(), measure.unit(), "it needs the other persons"));
        }

        private PlannedOutcome response(OutcomeKind kind, RecoveryMetric metric, Responses.Span span) {
            return planned(
                    kind,
                    span.recovery(),
                    metric.unitFor(measure.unit()),
                    kind.key() + " (" + span.recovery() + " after " + span.task() + ")",
                    m -> m.responses().of(measure.name(), measure.unit(), span, metric));
        }

        private Optional<String> firstOf(Role role) {
            return plan.phases().keySet().stream().filter(p -> hasRole(p, role)).findFirst();
        }

        private boolean hasRole(String phase, Role role) {
            return plan.phases().entrySet().stream()
                    .anyMatch(p -> p.getKey().equals(phase) && p.getValue().role() == role);
        }

        private PlannedOutcome level(String phase) {
            return planned(OutcomeKind.LEVEL, phase, measure.unit(), "in " + phase, m -> value(m, phase));
        }

        private PlannedOutcome reactivity(String baseline, String task) {
            return planned(
                    OutcomeKind.REACTIVITY,
                    task,
                    measure.unit(),
                    "reactivity (" + task + " − " + baseline + ")",
                    m -> PhaseChange.reactivity(value(m, baseline), value(m, task)));
        }

        private PlannedOutcome recovery(String task, String recovery) {
            return planned(
                    OutcomeKind.RECOVERY,
                    recovery,
                    measure.unit(),
                    "recovery (" + recovery + " − " + task + ")",
                    m -> PhaseChange.recovery(value(m, task), value(m, recovery)));
        }

        private PlannedOutcome residual(String baseline, String recovery) {
            return planned(
                    OutcomeKind.RESIDUAL_ACTIVATION,
                    recovery,
                    measure.unit(),
                    "residual activation (" + recovery + " − " + baseline + ")",
                    m -> PhaseChange.residualActivation(value(m, baseline), value(m, recovery)));
        }

        private PlannedOutcome percent(String baseline, String task, String recovery) {
            return planned(
                    OutcomeKind.PERCENT_RECOVERY,
                    recovery,
                    Unit.PERCENT,
                    String.format("percent recovery (100·(%2$s − %3$s) ⁄ (%2$s − %1$s))", baseline, task, recovery),
                    m -> PhaseChange.percentRecovery(
                            value(m, baseline), value(m, task), value(m, recovery), plan.minimumReactivityPercent()));
        }

        private MetricValue value(Measured measured, String phase) {
            return measured.inPhase(phase, measure.name());
        }

        private PlannedOutcome planned(
                OutcomeKind kind, String phase, Unit unit, String words, Function<Measured, MetricValue> value) {
            String key = measure.name() + "." + kind.key() + "." + phase;
            String label = measure.name() + " " + words;
            Outcome outcome = new Outcome(key, measure.name(), measure.source(), Optional.of(kind), phase, unit, label);
            return new PlannedOutcome(outcome, value);
        }
    }
}
