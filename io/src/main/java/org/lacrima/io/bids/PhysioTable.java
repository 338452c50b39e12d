package org.lacrima.io.bids;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.lacrima.io.ReadLog;
import org.lacrima.io.text.DecimalMark;
import org.lacrima.io.text.DelimitedTable;
import org.lacrima.io.text.Quote;

/**
 * The numbers of a recording, read byte by byte so that only those that are wanted take memory. What is missing is NaN.
 */
final class PhysioTable {
    /** No number is longer; what is cut off could not have become one. */
    private static final int LONGEST_CELL = 64;

    /** A file in which so much is wrong holds something else. */
    private static final int MOST_ERRORS = 100;

    /** Samples that are kept of one file: half a gigabyte, or ten hours of two channels at 1000 Hz. */
    private static final int MOST_SAMPLES = 1 << 26;

    private final String name;
    private final PhysioSidecar sidecar;
    private final ReadLog log;
    private final @Nullable Samples[] wanted;
    private final StringBuilder[] cells;
    private int column;
    private int line = 1;
    private long kept;

    /**
     * A table that is to be read.
     *
     * @param name what messages call the file
     * @param isWanted for each column, whether its samples are kept
     */
    PhysioTable(String name, PhysioSidecar sidecar, boolean[] isWanted, ReadLog log) {
        this.name = name;
        this.sidecar = sidecar;
        this.log = log;
        wanted = new Samples[isWanted.length];
        cells = new StringBuilder[isWanted.length];
        for (int c = 0; c < isWanted.length; c++) {
            wanted[c] = isWanted[c] ? new Samples() : null;
            cells[c] = new StringBuilder();
        }
    }

    /** The samples of a wanted column. */
    double[] column(int index) {
        Samples samples = wanted[index];
        if (samples == null) {
            throw new IllegalArgumentException("column " + index + " was not wanted");
        }
        return samples.toArray();
    }

    /**
     * Reads all rows.
     *
     * @param mostBytes bytes after which the text is refused
     * @return whether the table is whole and can be used; if not, the log says why
     */
    boolean read(InputStream text, long mostBytes) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        int last = '\n';
        try {
            for (int n = text.read(buffer); n >= 0; n = text.read(buffer)) {
                bytes += n;
                if (bytes > mostBytes || kept > MOST_SAMPLES) {
                    return refusedForSize(bytes > mostBytes);
                }
                for (int i = 0; i < n; i++) {
                    last = buffer[i];
                    if (!take(last)) {
                        return false;
                    }
                }
            }
        } catch (ZipException | EOFException e) {
            log.error(name, 0, "", "is a damaged or truncated gzip file", "copy it again from its source");
            return false;
        }
        if (last != '\n' && !endRow()) {
            return false;
        }
        if (line == 1) {
            log.error(name, 0, "", "is empty", "copy it again, or delete it where nothing was recorded");
            return false;
        }
        return true;
    }

    private boolean refusedForSize(boolean isBomb) {
        log.error(
                name,
                0,
                "",
                isBomb
                        ? "unpacks to more than a hundred times its size, as no recording does"
                        : String.format(Locale.ROOT, "holds more than %d samples", MOST_SAMPLES),
                isBomb ? "delete it where nothing was recorded" : "split the recording, or thin it out");
        return false;
    }

    private boolean take(int character) {
        if (character == '\n') {
            return endRow();
        }
        if (character == '\t') {
            column++;
        } else if (column < cells.length && cells[column].length() < LONGEST_CELL) {
            cells[column].append((char) (character & 0xFF));
        }
        return true;
    }

    private boolean endRow() {
        boolean fits = column == cells.length - 1;
        if (!fits) {
            log.error(
                    name,
                    line,
                    "",
                    String.format(
                            Locale.ROOT,
                            "has %d cells, the sidecar names %d columns",
                            column + 1,
                            sidecar.columns().size()),
                    "let the sidecar name every column, and write n/a where there is nothing");
        }
        boolean isHeader = line == 1 && fits && isHeader();
        if (isHeader) {
            log.warning(name, 1, "", "is a header, which recordings of BIDS do not have", "delete the line");
        }
        for (int c = 0; c < cells.length && !isHeader; c++) {
            Samples samples = wanted[c];
            if (samples != null) {
                samples.add(fits ? number(c) : Double.NaN);
                kept++;
            }
        }
        for (StringBuilder cell : cells) {
            cell.setLength(0);
        }
        column = 0;
        line++;
        // Where the first row does not fit, none will.
        return (fits || line > 2) && log.errorsIn(name) < MOST_ERRORS;
    }

    private boolean isHeader() {
        for (int c = 0; c < cells.length; c++) {
            if (!cells[c].toString().strip().equals(sidecar.columns().get(c))) {
                return false;
            }
        }
        return true;
    }

    private double number(int c) {
        double value = DecimalMark.POINT.parse(cells[c]);
        if (Double.isFinite(value)) {
            return value;
        }
        String cell = cells[c].toString().strip();
        if (!DelimitedTable.isMissing(cell) && !cell.equalsIgnoreCase("nan")) {
            log.error(
                    name,
                    line,
                    sidecar.columns().get(c),
                    Quote.of(cell) + (Double.isNaN(value) ? " is not a number" : " is too large"),
                    "write digits with a point as decimal mark, or n/a where there is nothing");
        }
        return Double.NaN;
    }

    /** Numbers that arrive one by one, kept in blocks so that growing copies nothing. */
    private static final class Samples {
        private static final int BLOCK = 1 << 14;

        private double[][] blocks = new double[16][];
        private int size;

        void add(double value) {
            int block = size / BLOCK;
            if (size % BLOCK == 0) {
                blocks = block == blocks.length ? Arrays.copyOf(blocks, 2 * block) : blocks;
                blocks[block] = new double[BLOCK];
            }
            blocks[block][size % BLOCK] = value;
            size++;
        }

        double[] toArray() {
            double[] all = new double[size];
            for (int from = 0; from < size; from += BLOCK) {
                System.arraycopy(blocks[from / BLOCK], 0, all, from, Math.min(BLOCK, size - from));
            }
            return all;
        }
    }
}
