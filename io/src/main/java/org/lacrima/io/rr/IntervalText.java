package org.lacrima.io.rr;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lacrima.io.Marker;
import org.lacrima.io.text.SourceText;

/**
 * The part of a file that is a plain table of intervals, on the lines on which it stands, and what was said around it.
 *
 * @param table the lines of the table; all others are empty
 * @param unit unit of the intervals, where the format fixes it
 * @param markers what was marked
 * @param start when the recording begins, where the file tells
 */
record IntervalText(SourceText table, Optional<RrUnit> unit, List<Marker> markers, Optional<LocalDateTime> start) {
    static IntervalText of(SourceText text) {
        return new IntervalText(text, Optional.empty(), List.of(), Optional.empty());
    }

    /** Lines of a text under their numbers. */
    static final class Lines {
        private final SourceText text;
        private final StringBuilder kept = new StringBuilder();
        private final List<Marker> markers = new ArrayList<>();
        private int next;

        Lines(SourceText text) {
            this.text = text;
        }

        /** Keeps a line, or what shall stand in its place; lines are kept in their order. */
        void keep(int line, String content) {
            while (next < line) {
                kept.append('\n');
                next++;
            }
            kept.append(content);
        }

        void mark(Marker marker) {
            markers.add(marker);
        }

        IntervalText in(RrUnit unit, Optional<LocalDateTime> start) {
            return new IntervalText(SourceText.of(text.name(), kept.toString()), Optional.of(unit), markers, start);
        }
    }
}
