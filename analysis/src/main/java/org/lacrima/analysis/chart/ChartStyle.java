package org.lacrima.analysis.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/**
 * The one visual language of all charts, lengths in points at printed size.
 *
 * <p>Groups differ in colour, marker and line at once. Colours are those of Okabe &amp; Ito 2008
 * (https://jfly.uni-koeln.de/color/), told apart with every common colour vision, in an order that stays apart in grey.
 */
final class ChartStyle {

    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x22, 0x22, 0x22);
    static final Color QUIET_INK = new Color(0x59, 0x59, 0x59);
    static final Color GRID = new Color(0xE3, 0xE3, 0xE3);
    static final Color ZERO_LINE = new Color(0x8A, 0x8A, 0x8A);

    static final Color VERMILLION = new Color(0xD5, 0x5E, 0x00);
    static final Color BLUE = new Color(0x00, 0x72, 0xB2);
    static final Color BLUISH_GREEN = new Color(0x00, 0x9E, 0x73);
    static final Color REDDISH_PURPLE = new Color(0xCC, 0x79, 0xA7);
    static final Color ORANGE = new Color(0xE6, 0x9F, 0x00);
    static final Color SKY_BLUE = new Color(0x56, 0xB4, 0xE9);

    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 8);
    static final Font SMALL_ITALIC = new Font(Font.SANS_SERIF, Font.ITALIC, 8);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 9);

    static final Stroke HAIRLINE = new BasicStroke(0.5f);
    static final Stroke WHISKER = new BasicStroke(1f);

    private static final List<Color> GROUP_COLOURS =
            List.of(VERMILLION, BLUE, BLUISH_GREEN, REDDISH_PURPLE, ORANGE, SKY_BLUE);
    private static final List<float[]> GROUP_DASHES = List.of(
            new float[0],
            new float[] {5, 3},
            new float[] {1.5f, 2.5f},
            new float[] {6, 2, 1.5f, 2},
            new float[] {9, 3},
            new float[] {3, 2});

    private ChartStyle() {}

    static Color groupColour(int group) {
        return GROUP_COLOURS.get(group % GROUP_COLOURS.size());
    }

    static Color faint(Color colour, double opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * opacity));
    }

    static Stroke groupStroke(int group) {
        float[] dash = GROUP_DASHES.get(group % GROUP_DASHES.size());
        return dash.length == 0
                ? new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    static Shape groupMarker(int group) {
        return switch (group % 4) {
            case 0 -> new Ellipse2D.Double(-2.8, -2.8, 5.6, 5.6);
            case 1 -> new Rectangle2D.Double(-2.6, -2.6, 5.2, 5.2);
            case 2 -> polygon(0, -3.3, 3.1, 2.5, -3.1, 2.5);
            default -> polygon(0, -3.6, 3.6, 0, 0, 3.6, -3.6, 0);
        };
    }

    static Shape polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }

    /** An axis that spans at least the given values and begins and ends at a tick. */
    static NumberAxis numberAxis(@Nullable String label, double low, double high, int ticks) {
        double step = roundStep((high > low ? high - low : Math.max(1e-9, Math.abs(high))) / ticks);
        double first = Math.floor(low / step + 1e-9) * step;
        double last = Math.ceil(high / step - 1e-9) * step;
        if (last <= first) {
            first -= step;
            last += step;
        }
        return tightAxis(label, first, last, step);
    }

    /** An axis from one value to another with a tick at each multiple of a step. */
    static NumberAxis tightAxis(@Nullable String label, double low, double high, double step) {
        NumberAxis axis = new NumberAxis(label);
        axis.setRange(low, high);
        axis.setTickUnit(new NumberTickUnit(step, ticksOf(step)));
        return style(axis);
    }

    /** An axis with a name at each whole number from zero. */
    static SymbolAxis namesAxis(List<String> names) {
        SymbolAxis axis = new SymbolAxis(null, names.toArray(String[]::new));
        axis.setGridBandsVisible(false);
        axis.setRange(-0.5, Math.max(1, names.size()) - 0.5);
        return style(axis);
    }

    private static <A extends ValueAxis> A style(A axis) {
        axis.setTickLabelFont(SMALL);
        axis.setTickLabelPaint(INK);
        axis.setLabelFont(LABEL);
        axis.setLabelPaint(INK);
        axis.setAxisLinePaint(INK);
        axis.setAxisLineStroke(new BasicStroke(0.7f));
        axis.setTickMarkPaint(INK);
        axis.setTickMarkStroke(new BasicStroke(0.7f));
        axis.setTickMarkOutsideLength(3);
        axis.setLabelInsets(new RectangleInsets(2, 2, 2, 2));
        return axis;
    }

    static XYPlot plot(ValueAxis across, ValueAxis up) {
        XYPlot plot = new XYPlot();
        plot.setDomainAxis(across);
        plot.setRangeAxis(up);
        plot.setBackgroundPaint(PAPER);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setRangeZeroBaselineVisible(false);
        return plot;
    }

    /** A chart whose vertical axis, if it measures, is named above it: no reader has to tilt the head. */
    static JFreeChart chart(XYPlot plot, String upwards) {
        JFreeChart chart = new JFreeChart(null, LABEL, plot, false);
        chart.setBackgroundPaint(PAPER);
        chart.setPadding(new RectangleInsets(4, 3, 3, 8));
        if (!upwards.isEmpty()) {
            TextTitle name = new TextTitle(upwards, LABEL);
            name.setPaint(INK);
            name.setHorizontalAlignment(HorizontalAlignment.LEFT);
            name.setPadding(new RectangleInsets(0, 2, 5, 0));
            chart.addSubtitle(name);
        }
        return chart;
    }

    static JFreeChart chartWithLegend(XYPlot plot, String upwards) {
        JFreeChart chart = chart(plot, upwards);
        LegendTitle legend = new LegendTitle(plot);
        legend.setItemFont(SMALL);
        legend.setItemPaint(INK);
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setBackgroundPaint(PAPER);
        legend.setPadding(new RectangleInsets(0, 0, 4, 0));
        chart.addSubtitle(0, legend);
        return chart;
    }

    /** The smallest of 1, 2, 2.5, 5 times a power of ten that is not below a rough step. */
    static double roundStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            if (factor * power >= rough * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static DecimalFormat ticksOf(double step) {
        int digits = 0;
        double scaled = step;
        while (digits < 9 && Math.abs(scaled - Math.rint(scaled)) > 1e-6 * scaled) {
            scaled *= 10;
            digits++;
        }
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setMinusSign('−');
        DecimalFormat format = new DecimalFormat("0", symbols);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format;
    }

    /** A quantity with its unit, as an axis has it. */
    static String withUnit(String quantity, String unitSymbol) {
        return unitSymbol.isEmpty() ? quantity : quantity + " (" + unitSymbol + ")";
    }

    /** A number in as few digits as it has, at most six decimals, with a true minus sign. */
    static String plain(double value) {
        return BigDecimal.valueOf(value)
                .setScale(6, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString()
                .replace('-', '−');
    }

    /** A number to three significant digits, with a true minus sign. */
    static String significant(double value) {
        if (value == 0) {
            return "0";
        }
        return new BigDecimal(value)
                .round(new MathContext(3, RoundingMode.HALF_EVEN))
                .toPlainString()
                .replace('-', '−');
    }
}
