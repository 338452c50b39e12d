package org.lacrima.analysis.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lacrima.analysis.compare.Outcome.Source;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.core.beats.BeatEdit;
import org.lacrima.core.beats.Correction;
import org.lacrima.core.beats.LipponenTarvainen;
import org.lacrima.core.cortisol.SalivaMetrics;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.recovery.CensoredTime;
import org.lacrima.core.rsa.HeartPanel;
import org.lacrima.core.rsa.RecordedBreathing;
import org.lacrima.core.rsa.RespirationMetrics;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.AnalysisPlan;
import org.lacrima.core.study.Phase;
import org.lacrima.core.study.PhasePlan;
import org.lacrima.core.study.RecoveryTimePlan;
import org.lacrima.core.study.SalivaSeries;
import org.lacrima.core.study.Session;

/**
 * The way from one session to one person's results, the same for everybody in a study. Immutable, pure: sessions may be
 * measured in any order and on any thread.
 */
final class Measurement {

    /** Rounding of phase boundaries and interval sums, in s. */
    private static final double ROUNDING_SECONDS = 1e-6;

    private final AnalysisPlan plan;
    private final HeartPanel panel;
    private final Map<String, Unit> units;
    private final Map<String, Unit> ratings;
    private final List<Metric<SalivaSeries>> salivaMetrics;
    private final Map<String, Unit> salivaUnits;
    private final List<PlannedOutcome> outcomes;

    private Measurement(
            AnalysisPlan plan,
            HeartPanel panel,
            Map<String, Unit> units,
            Map<String, Unit> ratings,
            List<Metric<SalivaSeries>> salivaMetrics,
            Map<String, Unit> salivaUnits) {
        this.plan = plan;
        this.panel = panel;
        this.units = units;
        this.ratings = ratings;
        this.salivaMetrics = salivaMetrics;
        this.salivaUnits = salivaUnits;
        List<PlannedOutcome.Measure> measures = new ArrayList<>();
        panel.metrics().forEach(m -> measures.add(measure(m)));
        ratings.forEach((name, unit) -> measures.add(new PlannedOutcome.Measure(name, Source.RATING, unit)));
        this.outcomes = PlannedOutcome.of(plan, measures, salivaUnits);
    }

    private PlannedOutcome.Measure measure(Metric<?> metric) {
        return new PlannedOutcome.Measure(
                metric.name(),
                needsBeats(metric) ? Source.BEATS : Source.RESPIRATION,
                units.getOrDefault(metric.name(), metric.unit()));
    }

    /** What a plan measures in these sessions: its metrics, the ratings and the saliva analyte that any of them has. */
    static Measurement of(AnalysisPlan plan, List<Session> sessions) {
        Map<String, Unit> units = new LinkedHashMap<>();
        Map<String, Unit> ratings = new LinkedHashMap<>();
        Map<String, Unit> salivaUnits = new LinkedHashMap<>();
        List<Metric<SalivaSeries>> salivaMetrics = SalivaMetrics.of(plan.saliva());
        for (Session session : sessions) {
            for (SampledSignal signal : session.signals()) {
                if (RecordedBreathing.isNameOfBreathing(signal.name())) {
                    units.putIfAbsent(RespirationMetrics.DEPTH.name(), signal.unit());
                }
            }
            for (TimedValues rating : session.ratings()) {
                if (plan.ratings().isEmpty() || plan.ratings().contains(rating.name())) {
                    ratings.putIfAbsent(rating.name(), rating.unit());
                }
            }
            session.saliva(plan.saliva().analyte())
                    .ifPresent(series -> salivaMetrics.forEach(
                            m -> salivaUnits.putIfAbsent(m.name(), m.of(series).unit())));
        }
        return new Measurement(plan, HeartPanel.named(plan.metrics()), units, ratings, salivaMetrics, salivaUnits);
    }

    List<Outcome> outcomes() {
        return outcomes.stream().map(PlannedOutcome::outcome).toList();
    }

    /** The results of a session; what cannot be analysed at all has a reason for every outcome. */
    PersonResult of(Session session) {
        try {
            return measure(session);
        } catch (RuntimeException e) {
            // One person's data must not cost the others their results; the reason is reported with every outcome.
            return failed(session, "could not be analysed: " + e.getMessage());
        }
    }

    private PersonResult failed(Session session, String reason) {
        Map<Outcome, MetricValue> values = new LinkedHashMap<>();
        for (Outcome outcome : outcomes()) {
            values.put(outcome, MetricValue.notEstimable(outcome.key(), outcome.unit(), reason));
        }
        String id = session.participant().id();
        return new PersonResult(
                session.participant(),
                List.of(),
                values,
                Inference.notEstimable(reason),
                List.of(Exclusion.ofParticipant(id, reason)));
    }

    private PersonResult measure(Session session) {
        String id = session.participant().id();
        List<Exclusion> exclusions = new ArrayList<>();
        Optional<Correction> correction = session.beats().map(this::corrected);
        correction.ifPresent(c -> c.edits().forEach(edit -> exclusions.add(exclusion(id, edit))));
        if (correction.isEmpty() && panel.metrics().stream().anyMatch(Measurement::needsBeats)) {
            exclusions.add(Exclusion.ofEpoch(id, "all phases", "no beats were recorded"));
        }
        RecordedBreathing breathing = RecordedBreathing.in(session.signals());
        Map<String, PhaseResult> phases = new LinkedHashMap<>();
        for (Map.Entry<String, PhasePlan> planned : plan.phases().entrySet()) {
            String name = planned.getKey();
            PhaseResult result = phase(name, planned.getValue(), session, correction, breathing, exclusions);
            phases.put(name, result);
        }
        Measured measured = new Measured(
                phases,
                saliva(session),
                new Responses(
                        session,
                        correction.map(Correction::series),
                        breathing,
                        phases,
                        plan.minimumReactivityPercent()));
        Map<Outcome, MetricValue> values = new LinkedHashMap<>();
        for (PlannedOutcome planned : outcomes) {
            Outcome outcome = planned.outcome();
            values.put(outcome, planned.value().apply(measured).named(outcome.key()));
        }
        return new PersonResult(
                session.participant(),
                List.copyOf(phases.values()),
                values,
                timeToRecovery(session, correction, phases),
                exclusions);
    }

    private Inference<CensoredTime> timeToRecovery(
            Session session, Optional<Correction> correction, Map<String, PhaseResult> phases) {
        Optional<RecoveryTimePlan> asked = plan.models().timeToRecovery();
        if (asked.isEmpty()) {
            return Inference.notEstimable("the plan does not ask for a time to recovery");
        }
        return correction
                .map(c -> RecoveryTimes.of(
                        asked.get(),
                        c.series(),
                        plan.wholePhases().stream().map(phases::get).toList(),
                        session.timeline().episodes()))
                .orElseGet(() -> Inference.notEstimable("no beats were recorded"));
    }

    private Correction corrected(BeatSeries beats) {
        return switch (plan.correction()) {
            case NONE -> new Correction(beats, List.of(), 0);
            case LIPPONEN_TARVAINEN -> LipponenTarvainen.withDefaults().correct(beats);
        };
    }

    private static Exclusion exclusion(String id, BeatEdit edit) {
        String cause = words(edit.cause().name());
        String reason = String.format(
                Locale.ROOT,
                "%s: deviates by %.0f ms, threshold %.0f ms; %s",
                cause,
                edit.statisticMillis(),
                edit.thresholdMillis(),
                words(edit.action().name()));
        return Exclusion.ofBeat(id, cause, edit.beatSeconds(), reason);
    }

    private static boolean needsBeats(Metric<?> metric) {
        return HeartPanel.needsOf(metric) != HeartPanel.Needs.BREATHS;
    }

    private static MetricValue inUnit(MetricValue value, Unit unit) {
        if (value.unit().equals(unit)) {
            return value;
        }
        String reason = value.isEstimable() ? "in " + value.unit() + ", the study's are in " + unit : value.reason();
        return MetricValue.notEstimable(value.name(), unit, reason);
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private PhaseResult phase(
            String name,
            PhasePlan planned,
            Session session,
            Optional<Correction> correction,
            RecordedBreathing breathing,
            List<Exclusion> exclusions) {
        Optional<Window> window =
                planned.window().or(() -> session.timeline().phase(name).map(Phase::window));
        Map<String, MetricValue> values = new LinkedHashMap<>();
        PhaseQuality quality = window.isPresent() && correction.isPresent()
                ? quality(correction.get(), window.get())
                : PhaseQuality.NONE;
        String problem = problem(name, window, correction, quality);
        if (!problem.isEmpty()
                && (window.isEmpty()
                        || (correction.isPresent() && !panel.metrics().isEmpty()))) {
            exclusions.add(Exclusion.ofEpoch(session.participant().id(), name, problem));
        }
        RecordedBreathing breaths = window.map(breathing::during).orElseGet(() -> RecordedBreathing.unknown(problem));
        List<MetricValue> measured = problem.isEmpty()
                ? panel.of(correction.orElseThrow().series().during(window.orElseThrow()), breaths)
                : panel.withoutBeats(problem, breaths);
        measured.forEach(v -> values.put(v.name(), inUnit(v, units.getOrDefault(v.name(), v.unit()))));
        ratings.forEach((rating, unit) -> values.put(rating, rating(rating, unit, name, window, session)));
        return new PhaseResult(name, planned.role(), window, quality, values);
    }

    private String problem(
            String name, Optional<Window> window, Optional<Correction> correction, PhaseQuality quality) {
        if (window.isEmpty()) {
            return "the session has no phase " + name;
        }
        if (correction.isEmpty()) {
            return "no beats were recorded";
        }
        if (quality.coveredSeconds() < plan.minimumPhaseSeconds() - ROUNDING_SECONDS) {
            return String.format(
                    Locale.ROOT,
                    "%.1f s of beats in %s, %s s needed",
                    quality.coveredSeconds(),
                    name,
                    plain(plan.minimumPhaseSeconds()));
        }
        OptionalDouble corrected = quality.correctedPercent();
        if (corrected.isPresent() && corrected.getAsDouble() > plan.maximumCorrectedPercent()) {
            return String.format(
                    Locale.ROOT,
                    "%.1f %% of the beats in %s had to be corrected, at most %s %% may",
                    corrected.getAsDouble(),
                    name,
                    plain(plan.maximumCorrectedPercent()));
        }
        return "";
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static PhaseQuality quality(Correction correction, Window window) {
        BeatSeries all = correction.series();
        BeatSeries inside = all.during(window);
        int corrected = 0;
        for (int i = 0; i < inside.size(); i++) {
            corrected += inside.labelAt(i) == BeatLabel.CORRECTED ? 1 : 0;
        }
        int dropped = 0;
        for (BeatEdit edit : correction.edits()) {
            boolean isDropped = edit.action() == BeatEdit.Action.DROP_INTERVAL;
            dropped += isDropped && window.contains(edit.beatSeconds()) ? 1 : 0;
        }
        double covered = 0;
        for (int i = 0; i < all.size(); i++) {
            double from = Math.max(window.startSeconds(), all.endSecondsAt(i) - all.millisAt(i) / 1000);
            double to = Math.min(window.endSeconds(), all.endSecondsAt(i));
            covered += Math.max(0, to - from);
        }
        return new PhaseQuality(inside.size(), corrected, dropped, inside.gapCount(), covered);
    }

    private static MetricValue rating(
            String rating, Unit unit, String phase, Optional<Window> window, Session session) {
        Optional<TimedValues> given = session.ratings(rating);
        if (given.isEmpty()) {
            return MetricValue.notEstimable(rating, unit, "no ratings of " + rating);
        }
        if (!given.get().unit().equals(unit)) {
            return MetricValue.notEstimable(
                    rating, unit, "ratings in " + given.get().unit() + ", the study's are in " + unit);
        }
        if (window.isEmpty()) {
            return MetricValue.notEstimable(rating, unit, "the session has no phase " + phase);
        }
        double[] values = given.get().during(window.get()).toArray();
        if (values.length == 0) {
            return MetricValue.notEstimable(rating, unit, "no rating of " + rating + " in " + phase);
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return MetricValue.of(rating, sum / values.length, unit, values.length);
    }

    private Map<String, MetricValue> saliva(Session session) {
        String analyte = plan.saliva().analyte();
        Optional<SalivaSeries> series = session.saliva(analyte);
        Map<String, MetricValue> values = new LinkedHashMap<>();
        for (Metric<SalivaSeries> metric : salivaMetrics) {
            Unit unit = salivaUnits.getOrDefault(metric.name(), metric.unit());
            MetricValue value = series.map(metric::of)
                    .orElseGet(() -> MetricValue.notEstimable(metric.name(), unit, "no samples of " + analyte));
            values.put(metric.name(), inUnit(value, unit));
        }
        return values;
    }
}
