package org.lacrima.analysis.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.Episode;
import org.lacrima.core.study.EpisodeKind;
import org.lacrima.core.study.Phase;
import org.lacrima.core.study.Timeline;

/**
 * The tachogram of one person: RR intervals over the session, corrected beats marked, phases named and shaded in turn,
 * crying shaded in colour. The line breaks at gaps.
 */
public final class Tachogram {

    /** Twice the width of the picture in points: finer than a journal prints. */
    private static final int COLUMNS = 900;

    private static final Color CRYING = ChartStyle.faint(ChartStyle.SKY_BLUE, 0.45);
    private static final Color EVERY_OTHER_PHASE = ChartStyle.faint(Color.BLACK, 0.05);
    private static final Color THE_OTHERS = ChartStyle.faint(Color.BLACK, 0);

    private final BeatSeries beats;
    private final Timeline timeline;
    private final int corrected;

    private Tachogram(BeatSeries beats, Timeline timeline) {
        this.beats = beats;
        this.timeline = timeline;
        int count = 0;
        for (int i = 0; i < beats.size(); i++) {
            count += beats.labelAt(i) == BeatLabel.CORRECTED ? 1 : 0;
        }
        this.corrected = count;
    }

    /**
     * The tachogram of a person.
     *
     * @param participant who
     * @param beats the beats, corrected ones labelled so
     * @param timeline phases and episodes of the session
     */
    public static Chart of(String participant, BeatSeries beats, Timeline timeline) {
        Tachogram tachogram = new Tachogram(beats, timeline);
        String counts = String.format(
                Locale.ROOT,
                "n = %d intervals, %d corrected, %d gaps",
                beats.size(),
                tachogram.corrected,
                beats.gapCount());
        return Chart.of(
                "tachogram " + participant,
                "Tachogram of " + participant,
                "RR intervals over the session, " + counts + ". Circles: corrected beats; grey and white: phases"
                        + (tachogram.hasCrying() ? "; blue: crying" : "") + ".",
                "Tachogram of " + participant + ": RR intervals in ms over minutes; " + counts + ".",
                ChartSize.DOUBLE_COLUMN.withHeight(50),
                tachogram::draw);
    }

    private boolean hasCrying() {
        return !timeline.episodes(EpisodeKind.CRYING).isEmpty();
    }

    private JFreeChart draw() {
        Window extent = beats.extent();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < beats.size(); i++) {
            low = Math.min(low, beats.millisAt(i));
            high = Math.max(high, beats.millisAt(i));
        }
        double from = extent.startSeconds() / 60;
        double to = beats.isEmpty() ? from + 1 : extent.endSeconds() / 60;
        XYPlot plot = ChartStyle.plot(
                ChartStyle.tightAxis(
                        ChartStyle.withUnit("Time", Unit.MIN.symbol()),
                        from,
                        to,
                        ChartStyle.roundStep((to - from) / 10)),
                beats.isEmpty() ? ChartStyle.numberAxis(null, 0, 1000, 4) : ChartStyle.numberAxis(null, low, high, 4));
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        shade(plot);
        plot.setDataset(0, line());
        plot.setRenderer(0, lineRenderer());
        plot.setDataset(1, correctedBeats());
        plot.setRenderer(1, circleRenderer());
        return ChartStyle.chart(plot, ChartStyle.withUnit("RR interval", Unit.MS.symbol()));
    }

    private void shade(XYPlot plot) {
        int number = 0;
        for (Phase phase : timeline.phases()) {
            IntervalMarker span = marker(phase.window(), number++ % 2 == 0 ? EVERY_OTHER_PHASE : THE_OTHERS);
            span.setLabel(phase.name());
            span.setLabelFont(ChartStyle.SMALL);
            span.setLabelPaint(ChartStyle.QUIET_INK);
            span.setLabelBackgroundColor(THE_OTHERS);
            span.setLabelAnchor(RectangleAnchor.TOP);
            span.setLabelTextAnchor(TextAnchor.TOP_CENTER);
            span.setLabelOffset(new RectangleInsets(2, 0, 0, 0));
            plot.addDomainMarker(span, Layer.BACKGROUND);
        }
        for (Episode episode : timeline.episodes(EpisodeKind.CRYING)) {
            plot.addDomainMarker(marker(episode.window(), CRYING), Layer.BACKGROUND);
        }
    }

    private static IntervalMarker marker(Window window, Color colour) {
        IntervalMarker marker = new IntervalMarker(window.startSeconds() / 60, window.endSeconds() / 60, colour);
        marker.setAlpha(1);
        return marker;
    }

    private XYSeriesCollection line() {
        XYSeries line = new XYSeries("RR", false, true);
        int[] kept = Decimation.keep(beats, COLUMNS);
        for (int k = 0; k < kept.length; k++) {
            if (k > 0 && hasGapBetween(kept[k - 1], kept[k])) {
                line.add(beats.startSecondsAt(kept[k]) / 60, null);
            }
            line.add(beats.endSecondsAt(kept[k]) / 60, beats.millisAt(kept[k]));
        }
        XYSeriesCollection lines = new XYSeriesCollection();
        lines.addSeries(line);
        return lines;
    }

    private boolean hasGapBetween(int before, int after) {
        for (int i = before + 1; i <= after; i++) {
            if (!beats.isContiguousAt(i)) {
                return true;
            }
        }
        return false;
    }

    private static XYLineAndShapeRenderer lineRenderer() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, ChartStyle.INK);
        renderer.setSeriesStroke(0, new BasicStroke(0.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        return renderer;
    }

    private XYSeriesCollection correctedBeats() {
        XYSeries circles = new XYSeries("corrected", false, true);
        for (int i = 0; i < beats.size(); i++) {
            if (beats.labelAt(i) == BeatLabel.CORRECTED) {
                circles.add(beats.endSecondsAt(i) / 60, beats.millisAt(i));
            }
        }
        XYSeriesCollection collection = new XYSeriesCollection();
        collection.addSeries(circles);
        return collection;
    }

    private static XYLineAndShapeRenderer circleRenderer() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesShape(0, new Ellipse2D.Double(-2.4, -2.4, 4.8, 4.8));
        renderer.setSeriesPaint(0, ChartStyle.VERMILLION);
        renderer.setSeriesShapesFilled(0, false);
        renderer.setSeriesStroke(0, ChartStyle.WHISKER);
        renderer.setDrawOutlines(true);
        return renderer;
    }
}
