package org.lacrima.analysis.chart;

import java.util.Locale;
import java.util.function.Supplier;
import org.jfree.chart.JFreeChart;

/**
 * A picture of a result with the words that belong to it. Immutable and thread-safe; drawing the same chart twice gives
 * the same bytes.
 */
public final class Chart {

    private static final int MAXIMUM_DOTS_PER_INCH = 2400;

    private final String name;
    private final String title;
    private final String caption;
    private final String altText;
    private final ChartSize size;
    private final Supplier<JFreeChart> drawing;

    /**
     * JFreeChart's objects are mutable and notify each other, so the drawing is made anew each time.
     */
    private Chart(
            String name, String title, String caption, String altText, ChartSize size, Supplier<JFreeChart> drawing) {
        this.name = name;
        this.title = title;
        this.caption = caption;
        this.altText = altText;
        this.size = size;
        this.drawing = drawing;
    }

    static Chart of(
            String name, String title, String caption, String altText, ChartSize size, Supplier<JFreeChart> drawing) {
        return new Chart(fileName(name), title, caption, altText, size, drawing);
    }

    /** The library that draws, with its version. */
    public static String drawnBy() {
        String version = JFreeChart.class.getPackage().getImplementationVersion();
        return "JFreeChart " + (version == null ? "of unknown version" : version);
    }

    /** Name fit for a file and for an element id: lower-case letters, digits and hyphens, beginning with a letter. */
    public String name() {
        return name;
    }

    /** What the picture shows, in a few words. */
    public String title() {
        return title;
    }

    /** What a reader needs to read it: what marks and bands are, and n. */
    public String caption() {
        return caption;
    }

    /** What it shows, in words, for those who do not see it. */
    public String altText() {
        return altText;
    }

    /** Printed size. */
    public ChartSize size() {
        return size;
    }

    /** The same chart at another printed size; letters keep theirs. */
    public Chart withSize(ChartSize newSize) {
        return new Chart(name, title, caption, altText, newSize, drawing);
    }

    /**
     * The chart as one {@code svg} element, fit for a file and for a page: no header, no reference to anything outside,
     * ids that begin with the name, title and description for screen readers.
     */
    public String toSvg() {
        return SvgImage.of(this);
    }

    /**
     * The chart as a PNG file that states its resolution.
     *
     * @param dotsPerInch resolution, from 36 to 2400; journals ask for 300
     */
    public byte[] toPng(int dotsPerInch) {
        if (dotsPerInch < 36 || dotsPerInch > MAXIMUM_DOTS_PER_INCH) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "resolution must lie between 36 and %d dpi, got %d",
                    MAXIMUM_DOTS_PER_INCH,
                    dotsPerInch));
        }
        return PngImage.of(this, dotsPerInch);
    }

    JFreeChart drawing() {
        return drawing.get();
    }

    /** Letters of other scripts become their code points, so that different words stay different names. */
    private static String fileName(String words) {
        StringBuilder name = new StringBuilder("chart");
        boolean gap = true;
        for (char c : words.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean kept = Character.isLetterOrDigit(c);
            if (kept) {
                name.append(gap ? "-" : "").append(c < 128 ? Character.toString(c) : Integer.toHexString(c));
            }
            gap = !kept;
        }
        return name.toString();
    }

    @Override
    public String toString() {
        return title;
    }
}
