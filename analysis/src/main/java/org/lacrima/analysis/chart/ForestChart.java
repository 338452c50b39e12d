package org.lacrima.analysis.chart;

import java.awt.Font;
import java.awt.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XIntervalSeries;
import org.jfree.data.xy.XIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.lacrima.analysis.compare.Comparison;
import org.lacrima.analysis.compare.Outcome;
import org.lacrima.analysis.compare.OutcomeComparison;
import org.lacrima.analysis.stats.Interval;
import org.lacrima.analysis.stats.StandardisedDifference;
import org.lacrima.core.study.Contrast;
import org.lacrima.core.study.OutcomeKind;

/**
 * The forest of effects: Hedges' g of each outcome with its confidence interval, one row per outcome, a line at zero. An
 * outcome that could not be tested keeps its row and says why.
 */
public final class ForestChart {

    /** Wide intervals of tiny groups must not squeeze all others; what lies beyond is cut and marked by an arrow. */
    private static final double WIDEST = 3;

    private static final double ROW_MILLIMETRES = 4.3;
    private static final double FRAME_MILLIMETRES = 17;
    private static final int LONGEST_REASON = 44;

    private static final Shape TO_THE_LEFT = ChartStyle.polygon(-3, 0, 2, -3, 2, 3);
    private static final Shape TO_THE_RIGHT = ChartStyle.polygon(3, 0, -2, -3, -2, 3);

    private final List<OutcomeComparison> rows;
    private final List<OutcomeComparison> all;
    private final Contrast contrast;

    private ForestChart(List<OutcomeComparison> rows, List<OutcomeComparison> all, Contrast contrast) {
        this.rows = rows;
        this.all = all;
        this.contrast = contrast;
    }

    /**
     * The effects of all outcomes from one source, such as the heart beats. The axis is that of the whole comparison, so
     * that forests of several sources can be read side by side.
     */
    public static Chart of(Comparison comparison, Outcome.Source source) {
        List<OutcomeComparison> rows = comparison.outcomes().stream()
                .filter(o -> o.outcome().source() == source)
                .toList();
        ForestChart forest =
                new ForestChart(rows, comparison.outcomes(), comparison.plan().contrast());
        return Chart.of(
                "effects " + source.key(),
                "Effects on outcomes of " + words(source),
                forest.caption(comparison.plan().confidence()),
                forest.altText(words(source)),
                ChartSize.DOUBLE_COLUMN.withHeight(FRAME_MILLIMETRES + ROW_MILLIMETRES * Math.max(1, rows.size())),
                forest::draw);
    }

    private static String words(Outcome.Source source) {
        return switch (source) {
            case BEATS -> "the heart beats";
            case RESPIRATION -> "breathing";
            case SALIVA -> "the saliva samples";
            case RATING -> "the ratings";
        };
    }

    private JFreeChart draw() {
        NumberAxis across = effectAxis();
        SymbolAxis names = namesAxis(rows.stream().map(ForestChart::name).toList());
        SymbolAxis figures = namesAxis(rows.stream().map(ForestChart::figures).toList());
        XYPlot plot = ChartStyle.plot(across, names);
        plot.setRangeAxis(1, figures);
        plot.setRangeAxisLocation(1, AxisLocation.TOP_OR_RIGHT);
        plot.setRangeGridlinesVisible(false);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        ValueMarker zero = new ValueMarker(0, ChartStyle.ZERO_LINE, ChartStyle.WHISKER);
        plot.addDomainMarker(zero, Layer.BACKGROUND);
        separateMeasures(plot);
        addEffects(plot, across);
        addReasons(plot, across);
        return ChartStyle.chart(plot, "");
    }

    private NumberAxis effectAxis() {
        double low = -1;
        double high = 1;
        for (OutcomeComparison row : all) {
            if (row.hedgesG().value().isPresent()) {
                StandardisedDifference.Result g = row.hedgesG().orThrow();
                low = Math.min(low, Math.max(-WIDEST, g.interval().low()));
                high = Math.max(high, Math.min(WIDEST, g.interval().high()));
                low = Math.min(low, g.estimate());
                high = Math.max(high, g.estimate());
            }
        }
        return ChartStyle.numberAxis(
                "Hedges g, " + contrast.focal() + " − " + contrast.reference() + " (pooled SD)", low, high, 6);
    }

    private static SymbolAxis namesAxis(List<String> names) {
        SymbolAxis axis = ChartStyle.namesAxis(names);
        axis.setInverted(true);
        axis.setTickMarksVisible(false);
        axis.setAxisLineVisible(false);
        return axis;
    }

    private void separateMeasures(XYPlot plot) {
        for (int i = 1; i < rows.size(); i++) {
            if (!rows.get(i)
                    .outcome()
                    .measure()
                    .equals(rows.get(i - 1).outcome().measure())) {
                plot.addRangeMarker(new ValueMarker(i - 0.5, ChartStyle.GRID, ChartStyle.HAIRLINE), Layer.BACKGROUND);
            }
        }
    }

    private void addEffects(XYPlot plot, NumberAxis across) {
        XIntervalSeries effects = new XIntervalSeries("effects", false, true);
        XYSeries cutLeft = new XYSeries("cut left", false, true);
        XYSeries cutRight = new XYSeries("cut right", false, true);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).hedgesG().value().isPresent()) {
                StandardisedDifference.Result g = rows.get(i).hedgesG().orThrow();
                Interval interval = g.interval();
                double low = Math.max(across.getLowerBound(), interval.low());
                double high = Math.min(across.getUpperBound(), interval.high());
                effects.add(g.estimate(), low, high, i);
                if (low > interval.low()) {
                    cutLeft.add(low, i);
                }
                if (high < interval.high()) {
                    cutRight.add(high, i);
                }
            }
        }
        XIntervalSeriesCollection intervals = new XIntervalSeriesCollection();
        intervals.addSeries(effects);
        XYErrorRenderer whiskers = new XYErrorRenderer();
        whiskers.setDrawYError(false);
        whiskers.setErrorStroke(ChartStyle.WHISKER);
        whiskers.setCapLength(3);
        whiskers.setSeriesPaint(0, ChartStyle.BLUE);
        whiskers.setSeriesShape(0, ChartStyle.groupMarker(1));
        plot.setDataset(0, intervals);
        plot.setRenderer(0, whiskers);

        XYSeriesCollection arrows = new XYSeriesCollection();
        arrows.addSeries(cutLeft);
        arrows.addSeries(cutRight);
        XYLineAndShapeRenderer heads = new XYLineAndShapeRenderer(false, true);
        heads.setSeriesShape(0, TO_THE_LEFT);
        heads.setSeriesShape(1, TO_THE_RIGHT);
        heads.setSeriesPaint(0, ChartStyle.BLUE);
        heads.setSeriesPaint(1, ChartStyle.BLUE);
        plot.setDataset(1, arrows);
        plot.setRenderer(1, heads);
    }

    private void addReasons(XYPlot plot, NumberAxis across) {
        Font font = ChartStyle.SMALL_ITALIC;
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).hedgesG().isEstimable()) {
                XYTextAnnotation text = new XYTextAnnotation(
                        " " + shortened(rows.get(i).hedgesG().reason()), across.getLowerBound(), i);
                text.setFont(font);
                text.setPaint(ChartStyle.QUIET_INK);
                text.setTextAnchor(TextAnchor.CENTER_LEFT);
                plot.addAnnotation(text);
            }
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_REASON
                ? text
                : text.substring(0, LONGEST_REASON - 1).strip() + "…";
    }

    /** The formula of percent recovery would take the room of the picture; it stands in the tables. */
    private static String name(OutcomeComparison row) {
        String label = row.outcome().kind().equals(Optional.of(OutcomeKind.PERCENT_RECOVERY))
                ? row.outcome().label().replaceFirst(" \\(.*", "")
                : row.outcome().label();
        return label + "  " + row.focal().n() + "|" + row.reference().n();
    }

    private static String figures(OutcomeComparison row) {
        return row.hedgesG().value().map(ForestChart::figures).orElse("not testable");
    }

    private static String figures(StandardisedDifference.Result g) {
        return String.format(
                        Locale.ROOT,
                        "%.2f [%.2f, %.2f]",
                        g.estimate(),
                        g.interval().low(),
                        g.interval().high())
                .replace('-', '−');
    }

    private String caption(double confidence) {
        return String.format(
                Locale.ROOT,
                "Hedges g of each outcome with its %s%% confidence interval, not adjusted for the number of outcomes;"
                        + " right of zero: higher in group %s. Beside each outcome n as %s|%s. An arrow marks an interval"
                        + " that reaches beyond the picture.",
                ChartStyle.plain(100 * confidence),
                contrast.focal(),
                contrast.focal(),
                contrast.reference());
    }

    private String altText(String source) {
        return "Forest plot of " + rows.size() + " outcomes of " + source + ". "
                + rows.stream()
                        .map(row -> row.outcome().label() + ": "
                                + (row.hedgesG().isEstimable()
                                        ? "g " + figures(row)
                                        : "not testable, " + row.hedgesG().reason()))
                        .collect(Collectors.joining("; "))
                + ".";
    }
}
