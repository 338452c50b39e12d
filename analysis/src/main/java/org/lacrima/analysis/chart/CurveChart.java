package org.lacrima.analysis.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.lacrima.analysis.compare.Comparison;
import org.lacrima.analysis.compare.PersonResult;
import org.lacrima.analysis.stats.Interval;
import org.lacrima.analysis.stats.Sample;
import org.lacrima.analysis.stats.TTest;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.Contrast;
import org.lacrima.core.study.Group;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;
import org.lacrima.core.study.Session;
import org.lacrima.core.study.Study;

/**
 * The course of groups: the mean of each group at each point with its confidence interval by Student's t, over phases
 * (whiskers, one thin line per person) or over minutes (a band).
 */
public final class CurveChart {

    /** So that whiskers of two groups stand beside each other, as a share of the distance between phases. */
    private static final double DODGE = 0.09;

    private static final int MOST_PHASES_IN_ONE_COLUMN = 5;

    private enum Spread {
        WHISKERS,
        BAND
    }

    private final String quantity;
    private final Unit unit;
    private final List<GroupCurve> groups;
    private final double[] positions;
    private final List<String> points;
    private final double confidence;
    private final Spread spread;

    private CurveChart(
            String quantity,
            Unit unit,
            List<GroupCurve> groups,
            double[] positions,
            List<String> points,
            double confidence,
            Spread spread) {
        this.quantity = quantity;
        this.unit = unit;
        this.groups = List.copyOf(groups);
        this.positions = positions;
        this.points = List.copyOf(points);
        this.confidence = confidence;
        this.spread = spread;
        for (GroupCurve curve : groups) {
            for (List<MetricValue> person : curve.people()) {
                if (person.size() != positions.length) {
                    throw new IllegalArgumentException(String.format(
                            Locale.ROOT,
                            "group %s has %d values per person for %d points",
                            curve.group(),
                            person.size(),
                            positions.length));
                }
            }
        }
    }

    /**
     * A measure of the beats, or a rating, over the phases of the plan.
     *
     * @param measure its name, as the plan has it, such as {@code RMSSD}
     * @throws IllegalArgumentException if nothing of that name was measured
     */
    public static Chart overPhases(Comparison comparison, String measure) {
        List<String> phases = List.copyOf(comparison.plan().phases().keySet());
        Unit unit = comparison.persons().stream()
                .flatMap(person -> person.phases().stream())
                .map(phase -> phase.values().get(measure))
                .filter(Objects::nonNull)
                .map(MetricValue::unit)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no phase has a measure " + measure));
        List<GroupCurve> curves = groups(comparison.plan().contrast()).stream()
                .map(group -> new GroupCurve(
                        group,
                        comparison.persons(group).stream()
                                .map(person -> phases.stream()
                                        .map(phase -> inPhase(person, phase, measure, unit))
                                        .toList())
                                .toList()))
                .toList();
        return overPhases(measure, unit, phases, curves, comparison.plan().confidence());
    }

    private static MetricValue inPhase(PersonResult person, String phase, String measure, Unit unit) {
        return person.phase(phase)
                .flatMap(result -> Optional.ofNullable(result.values().get(measure)))
                .orElse(MetricValue.notEstimable(measure, unit, "no phase " + phase));
    }

    /**
     * The analyte of the plan over the minutes of the saliva samples, those that the plan excludes left out. A sample
     * stands at the median of the times at which it was taken.
     *
     * @throws IllegalArgumentException if no participant of either group has such samples
     */
    public static Chart ofSaliva(Study study) {
        SalivaPlan plan = study.plan().saliva();
        Map<String, List<Double>> times = new LinkedHashMap<>();
        Optional<Unit> unit = Optional.empty();
        for (Session session : study.sessions()) {
            Optional<SalivaSeries> series = session.saliva(plan.analyte());
            if (series.isPresent()
                    && groups(study.plan().contrast())
                            .contains(session.participant().group())) {
                unit = unit.or(() -> series.map(SalivaSeries::unit));
                for (SalivaSample sample : series.get().samples()) {
                    if (!plan.excludedSamples().contains(sample.sample())) {
                        times.computeIfAbsent(sample.sample(), s -> new ArrayList<>())
                                .add(sample.minutes());
                    }
                }
            }
        }
        if (unit.isEmpty() || times.isEmpty()) {
            throw new IllegalArgumentException("no participant of either group has samples of " + plan.analyte());
        }
        Unit known = unit.get();
        Map<String, Double> medians = new LinkedHashMap<>();
        times.forEach((sample, minutes) -> medians.put(sample, median(minutes)));
        List<String> samples = medians.keySet().stream()
                .sorted(Comparator.comparingDouble(medians::get))
                .toList();
        List<GroupCurve> curves = groups(study.plan().contrast()).stream()
                .map(group -> new GroupCurve(
                        group,
                        study.of(group).stream()
                                .map(session -> samples.stream()
                                        .map(sample -> inSample(session, plan.analyte(), sample, known))
                                        .toList())
                                .toList()))
                .toList();
        double[] minutes = samples.stream().mapToDouble(medians::get).toArray();
        return overMinutes(plan.analyte(), known, minutes, curves, study.plan().confidence());
    }

    private static double median(List<Double> values) {
        return Sample.of(values.stream().mapToDouble(Double::doubleValue).toArray())
                .median();
    }

    private static MetricValue inSample(Session session, String analyte, String sample, Unit unit) {
        Optional<SalivaSample> taken = session.saliva(analyte).flatMap(series -> series.sample(sample));
        return taken.isPresent() && taken.get().concentration().isPresent()
                ? MetricValue.of(sample, taken.get().concentration().getAsDouble(), unit, 1)
                : MetricValue.notEstimable(
                        sample, unit, taken.map(SalivaSample::missingReason).orElse("no such sample"));
    }

    private static List<Group> groups(Contrast contrast) {
        return List.of(contrast.focal(), contrast.reference());
    }

    static Chart overPhases(
            String quantity, Unit unit, List<String> phases, List<GroupCurve> groups, double confidence) {
        double[] positions = IntStream.range(0, phases.size()).asDoubleStream().toArray();
        CurveChart curves = new CurveChart(quantity, unit, groups, positions, phases, confidence, Spread.WHISKERS);
        ChartSize size = phases.size() > MOST_PHASES_IN_ONE_COLUMN ? ChartSize.DOUBLE_COLUMN : ChartSize.SINGLE_COLUMN;
        return curves.toChart(quantity + " over phases", size);
    }

    static Chart overMinutes(String quantity, Unit unit, double[] minutes, List<GroupCurve> groups, double confidence) {
        List<String> points = Arrays.stream(minutes)
                .mapToObj(m -> ChartStyle.plain(m) + " min")
                .toList();
        CurveChart curves = new CurveChart(quantity, unit, groups, minutes.clone(), points, confidence, Spread.BAND);
        return curves.toChart(quantity + " over time", ChartSize.SINGLE_COLUMN);
    }

    private Chart toChart(String title, ChartSize size) {
        return Chart.of(title, title, caption(), altText(title), size, this::draw);
    }

    private JFreeChart draw() {
        XYPlot plot = ChartStyle.plot(acrossAxis(), valueAxis());
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        if (spread == Spread.WHISKERS) {
            addPeople(plot);
        }
        addMeans(plot);
        return ChartStyle.chartWithLegend(plot, ChartStyle.withUnit(quantity, unit.symbol()));
    }

    private ValueAxis acrossAxis() {
        if (spread == Spread.WHISKERS) {
            return ChartStyle.namesAxis(points);
        }
        double low = Arrays.stream(positions).min().orElse(0);
        double high = Arrays.stream(positions).max().orElse(1);
        double margin = high > low ? 0.04 * (high - low) : 1;
        return ChartStyle.tightAxis(
                ChartStyle.withUnit("Time", Unit.MIN.symbol()),
                low - margin,
                high + margin,
                ChartStyle.roundStep((high - low + 2 * margin) / 7));
    }

    private ValueAxis valueAxis() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (GroupCurve curve : groups) {
            for (int i = 0; i < positions.length; i++) {
                double[] values = curve.at(i);
                if (values.length == 0) {
                    continue;
                }
                Interval interval = interval(values);
                low = Math.min(low, interval.low());
                high = Math.max(high, interval.high());
                if (spread == Spread.WHISKERS) {
                    low = Math.min(low, Arrays.stream(values).min().orElse(low));
                    high = Math.max(high, Arrays.stream(values).max().orElse(high));
                }
            }
        }
        return low <= high ? ChartStyle.numberAxis(null, low, high, 5) : ChartStyle.numberAxis(null, 0, 1, 5);
    }

    private void addPeople(XYPlot plot) {
        XYSeriesCollection lines = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDefaultSeriesVisibleInLegend(false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int g = 0; g < groups.size(); g++) {
            Color colour = ChartStyle.faint(ChartStyle.groupColour(g), 0.25);
            for (List<MetricValue> person : groups.get(g).people()) {
                int series = lines.getSeriesCount();
                XYSeries line = new XYSeries(series, false, false);
                for (int i = 0; i < positions.length; i++) {
                    double value = person.get(i).orNaN();
                    line.add(positions[i] + dodge(g), Double.isNaN(value) ? null : (Number) value);
                }
                lines.addSeries(line);
                renderer.setSeriesPaint(series, colour);
                renderer.setSeriesStroke(series, new BasicStroke(0.6f));
            }
        }
        plot.setDataset(0, lines);
        plot.setRenderer(0, renderer);
    }

    private void addMeans(XYPlot plot) {
        YIntervalSeriesCollection means = new YIntervalSeriesCollection();
        XYLineAndShapeRenderer renderer = spread == Spread.BAND ? band() : whiskers();
        for (int g = 0; g < groups.size(); g++) {
            YIntervalSeries series = new YIntervalSeries(legend(groups.get(g)), false, false);
            for (int i = 0; i < positions.length; i++) {
                double[] values = groups.get(g).at(i);
                if (values.length > 0) {
                    Interval interval = interval(values);
                    series.add(positions[i] + dodge(g), Sample.of(values).mean(), interval.low(), interval.high());
                }
            }
            means.addSeries(series);
            renderer.setSeriesPaint(g, ChartStyle.groupColour(g));
            renderer.setSeriesFillPaint(g, ChartStyle.groupColour(g));
            renderer.setSeriesStroke(g, ChartStyle.groupStroke(g));
            renderer.setSeriesShape(g, ChartStyle.groupMarker(g));
            renderer.setSeriesShapesFilled(g, true);
        }
        int index = plot.getDatasetCount();
        plot.setDataset(index, means);
        plot.setRenderer(index, renderer);
    }

    private static XYLineAndShapeRenderer whiskers() {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setDefaultLinesVisible(true);
        renderer.setErrorStroke(ChartStyle.WHISKER);
        renderer.setCapLength(4);
        return renderer;
    }

    private static XYLineAndShapeRenderer band() {
        DeviationRenderer renderer = new DeviationRenderer(true, true);
        renderer.setAlpha(0.16f);
        return renderer;
    }

    private double dodge(int group) {
        return spread == Spread.BAND ? 0 : DODGE * (group - (groups.size() - 1) / 2.0);
    }

    /** A single value has no interval: it is drawn as a point. */
    private Interval interval(double[] values) {
        double mean = Sample.of(values).mean();
        return TTest.student()
                .withConfidence(confidence)
                .oneSample(values)
                .map(TTest.Result::interval)
                .value()
                .orElse(new Interval(mean, mean, confidence));
    }

    private String legend(GroupCurve curve) {
        return curve.group() + " (n = " + curve.people().size() + ")";
    }

    private String caption() {
        String marks = spread == Spread.BAND
                ? "Mean of each group with the band of its %s%% confidence interval"
                : "Mean of each group with its %s%% confidence interval; each thin line is one person";
        return String.format(Locale.ROOT, marks, ChartStyle.plain(100 * confidence)) + ". n by "
                + (spread == Spread.BAND ? "sample" : "phase") + ": "
                + groups.stream()
                        .map(curve -> curve.group() + " " + counts(curve))
                        .collect(Collectors.joining("; "))
                + ".";
    }

    private String counts(GroupCurve curve) {
        int[] counts = IntStream.range(0, positions.length)
                .map(i -> curve.at(i).length)
                .toArray();
        return Arrays.stream(counts).distinct().count() == 1
                ? counts[0] + " each"
                : Arrays.stream(counts).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    }

    private String altText(String title) {
        List<String> sentences = new ArrayList<>();
        sentences.add("Line chart of " + title + ", in " + (unit.symbol().isEmpty() ? "units of the scale" : unit)
                + ", " + groups.size() + " groups.");
        for (GroupCurve curve : groups) {
            sentences.add("Mean of " + curve.group() + ": "
                    + IntStream.range(0, positions.length)
                            .mapToObj(i -> points.get(i) + " " + mean(curve.at(i)))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return String.join(" ", sentences);
    }

    private static String mean(double[] values) {
        return values.length == 0
                ? "no data"
                : ChartStyle.significant(Sample.of(values).mean());
    }
}
