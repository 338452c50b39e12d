package org.lacrima.analysis.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacrima.core.hrv.HrvMetrics;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.recovery.Course;
import org.lacrima.core.recovery.RecoveryAnalysis;
import org.lacrima.core.recovery.RecoveryMetric;
import org.lacrima.core.recovery.Response;
import org.lacrima.core.rsa.HeartPanel;
import org.lacrima.core.rsa.RecordedBreathing;
import org.lacrima.core.rsa.RsaMetrics;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.Phase;
import org.lacrima.core.study.Role;
import org.lacrima.core.study.Session;
import org.lacrima.core.study.Timeline;

/**
 * One person's responses, each metric followed through baseline, task and recovery, for the outcomes that are made of a
 * course and not of phase values. Used by one thread while the person is measured; each response is made once.
 */
final class Responses {

    /** Epochs of heart rate: short enough for a fall within a minute. */
    private static final Duration HEART_RATE_EPOCH = Duration.ofSeconds(10);

    /** Epochs of RSA and breathing (Porges &amp; Bohrer 1990). */
    private static final Duration EPOCH = Duration.ofSeconds(30);

    /** Epochs of other metrics of beats: the least for power in the HF band (Task Force 1996). */
    private static final Duration LONG_EPOCH = Duration.ofSeconds(60);

    private static final List<String> OF_HALF_A_MINUTE = List.of("MeanNN", "RMSSD", "lnRMSSD");

    /**
     * What a person recovers from, and when.
     *
     * @param baseline name of the baseline phase; empty where the plan has none
     * @param task name of the task
     * @param recovery name of the recovery
     */
    record Span(Optional<String> baseline, String task, String recovery) {
        Stream<String> phases() {
            return Stream.concat(baseline.stream(), Stream.of(task, recovery));
        }
    }

    private record Key(String measure, Span span) {}

    private final Session session;
    private final Optional<BeatSeries> beats;
    private final RecordedBreathing breathing;
    private final Map<String, PhaseResult> phases;
    private final double minimumReactivityPercent;
    private final Map<Key, Response> made = new HashMap<>();

    Responses(
            Session session,
            Optional<BeatSeries> beats,
            RecordedBreathing breathing,
            Map<String, PhaseResult> phases,
            double minimumReactivityPercent) {
        this.session = session;
        this.beats = beats;
        this.breathing = breathing;
        this.phases = phases;
        this.minimumReactivityPercent = minimumReactivityPercent;
    }

    /** A recovery metric of a measure, or the reason why there is none: a phase without a value has no course either. */
    MetricValue of(String measure, Unit unit, Span span, RecoveryMetric metric) {
        for (String phase : span.phases().toList()) {
            MetricValue level = Measured.inPhase(phases, phase, measure);
            if (!level.isEstimable()) {
                return MetricValue.notEstimable(measure, metric.unitFor(unit), level.reason());
            }
        }
        return metric.of(made.computeIfAbsent(new Key(measure, span), k -> response(measure, unit, span)));
    }

    private Response response(String measure, Unit unit, Span span) {
        List<Phase> marked = span.phases().map(this::marked).toList();
        Role task = marked.stream()
                .filter(p -> p.name().equals(span.task()))
                .findFirst()
                .orElseThrow()
                .role();
        return RecoveryAnalysis.afterPhase(task, Role.RECOVERY)
                .withMinimumReactivityPercent(minimumReactivityPercent)
                .of(
                        course(measure, unit, marked),
                        new Timeline(marked, session.timeline().episodes()));
    }

    private Phase marked(String name) {
        PhaseResult phase = phases.get(name);
        if (phase == null) {
            throw new IllegalStateException("no phase " + name + " among " + phases.keySet());
        }
        return new Phase(name, phase.role(), phase.window().orElseThrow());
    }

    private Course course(String measure, Unit unit, List<Phase> marked) {
        Optional<TimedValues> ratings = session.ratings(measure);
        Optional<Metric<BeatSeries>> metric = metricOfBeats(measure);
        if (metric.isPresent()) {
            return Course.of(beats.orElseThrow(), metric.get(), epochOf(measure));
        }
        return ratings.isPresent() ? Course.of(ratings.get()) : Course.of(epochs(measure, unit, marked));
    }

    private static Optional<Metric<BeatSeries>> metricOfBeats(String name) {
        Stream<Metric<BeatSeries>> all = Stream.concat(HrvMetrics.all().stream(), RsaMetrics.ofBeats().stream());
        return all.filter(m -> m.name().equals(name)).findFirst();
    }

    private static Duration epochOf(String measure) {
        if (measure.equals("MeanHR")) {
            return HEART_RATE_EPOCH;
        }
        boolean isOfHalfAMinute = OF_HALF_A_MINUTE.contains(measure)
                || RsaMetrics.ofBeats().stream().anyMatch(m -> m.name().equals(measure));
        return isOfHalfAMinute ? EPOCH : LONG_EPOCH;
    }

    /** What needs breaths, in epochs that lie end to end from the start of each phase. */
    private TimedValues epochs(String measure, Unit unit, List<Phase> marked) {
        HeartPanel panel = HeartPanel.named(List.of(measure));
        List<double[]> points = new ArrayList<>();
        for (Phase phase : marked) {
            Window window = phase.window();
            int most = (int) Math.floor(window.lengthSeconds() / EPOCH.toSeconds() + 1e-9);
            for (int k = 0; k < most; k++) {
                Window epoch = Window.startingAt(window.startSeconds() + k * EPOCH.toSeconds(), EPOCH);
                BeatSeries inside = beats.map(b -> b.during(epoch)).orElseGet(BeatSeries::ofMillis);
                MetricValue value = panel.of(inside, breathing.during(epoch)).get(0);
                if (value.isEstimable()) {
                    points.add(new double[] {epoch.startSeconds() + EPOCH.toSeconds() / 2.0, value.orNaN()});
                }
            }
        }
        return TimedValues.of(
                measure,
                unit,
                points.stream().mapToDouble(p -> p[0]).toArray(),
                points.stream().mapToDouble(p -> p[1]).toArray());
    }
}
