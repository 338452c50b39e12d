package org.lacrima.analysis.chart;

import java.util.Locale;

/**
 * The printed size of a picture, in mm.
 *
 * @param widthMillimetres width, positive
 * @param heightMillimetres height, positive
 */
public record ChartSize(double widthMillimetres, double heightMillimetres) {
    /** One column of a journal: 85 mm wide. */
    public static final ChartSize SINGLE_COLUMN = new ChartSize(85, 68);
    /** Both columns of a journal: 180 mm wide. */
    public static final ChartSize DOUBLE_COLUMN = new ChartSize(180, 85);

    private static final double MILLIMETRES_PER_INCH = 25.4;
    private static final double POINTS_PER_INCH = 72;

    /** Checks that both lengths are positive and finite. */
    public ChartSize {
        if (!(widthMillimetres > 0 && heightMillimetres > 0 && widthMillimetres + heightMillimetres < 1e4)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a chart needs a positive size below 10 m, got %s mm × %s mm",
                    widthMillimetres,
                    heightMillimetres));
        }
    }

    /** This width with another height, in mm. */
    public ChartSize withHeight(double millimetres) {
        return new ChartSize(widthMillimetres, millimetres);
    }

    /** Width in pixels at a resolution. */
    public int widthPixels(int dotsPerInch) {
        return (int) Math.round(widthMillimetres / MILLIMETRES_PER_INCH * dotsPerInch);
    }

    /** Height in pixels at a resolution. */
    public int heightPixels(int dotsPerInch) {
        return (int) Math.round(heightMillimetres / MILLIMETRES_PER_INCH * dotsPerInch);
    }

    double widthPoints() {
        return widthMillimetres / MILLIMETRES_PER_INCH * POINTS_PER_INCH;
    }

    double heightPoints() {
        return heightMillimetres / MILLIMETRES_PER_INCH * POINTS_PER_INCH;
    }
}
