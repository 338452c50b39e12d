package org.lacrima.io.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The text of a tab-separated file in the making: a header, then rows; {@code n/a} is what BIDS writes for nothing. */
final class TsvText {
    static final String MISSING = "n/a";

    private final StringBuilder text = new StringBuilder();
    private final List<String> columns;

    TsvText(List<String> columns) {
        this.columns = List.copyOf(columns);
        append(this.columns);
    }

    TsvText(String... columns) {
        this(Arrays.asList(columns));
    }

    void row(String... cells) {
        row(Arrays.asList(cells));
    }

    void row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%d cells for the columns %s", cells.size(), columns));
        }
        append(cells);
    }

    private void append(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (cell.chars().anyMatch(c -> c == '\t' || c == '\n' || c == '\r')) {
                throw new IllegalArgumentException(
                        "column " + columns.get(i) + " cannot hold a tab or a line break: \"" + cell + "\"");
            }
            text.append(i == 0 ? "" : "\t").append(cell.isEmpty() ? MISSING : cell);
        }
        text.append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
