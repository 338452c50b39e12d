package org.lacrima.analysis.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/** Whether pictures can be drawn here: a JDK in a bare container has no fonts, and Java then refuses any letter. */
public final class Fonts {

    /** What a skipped test says. */
    public static final String NONE = "this Java has no fonts: install fontconfig and a font such as DejaVu";

    private Fonts() {}

    /** Whether a letter can be measured. */
    public static boolean areThere() {
        try {
            return new Font(Font.SANS_SERIF, Font.PLAIN, 9)
                            .getStringBounds("n", new FontRenderContext(null, true, true))
                            .getWidth()
                    > 0;
        } catch (RuntimeException | LinkageError | InternalError e) {
            return false;
        }
    }
}
