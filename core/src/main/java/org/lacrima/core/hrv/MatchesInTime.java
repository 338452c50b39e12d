package org.lacrima.core.hrv;

import org.lacrima.core.hrv.TemplateMatches.Counts;
import org.lacrima.core.hrv.TemplateMatches.Partners;

/**
 * Matches of the templates of a short series, by bits in the order of time: for every value a row of bits says which
 * intervals lie within the tolerance. The row of a template's first interval, that of its second one place earlier, and so
 * on, have in common the templates that match it. Rows take {@code n²⁄8} bytes at most, so a series of minutes is counted
 * within the nearest cache; {@link TemplateMatches} counts longer ones.
 */
final class MatchesInTime {
    private final int n;
    private final int m;
    private final int words;
    /** Row of each interval; after the last, as often as a template may reach beyond it, the empty row. */
    private final int[] row;

    private final int rows;
    /** Word k of every row, then word k + 1 of every row; an empty word at the end, to be shifted in. */
    private final long[] bits;
    /** For the word in hand, per interval of a template: that word of every row, so many places earlier. */
    private final long[][] shifted;

    private final long[] whole;
    private final long[] prolongable;
    private final int[] shorter;
    private final int[] longer;

    private MatchesInTime(Ranks ranks, int[] starts, int prolongable, int m, int[] lowest, int[] end) {
        this.n = ranks.size();
        this.m = m;
        this.words = (n + 63) >>> 6;
        this.rows = ranks.distinct() + 1;
        this.row = new int[n + m];
        for (int i = 0; i < row.length; i++) {
            row[i] = i < n ? ranks.of(i) : rows - 1;
        }
        this.bits = rows(ranks, lowest, end);
        this.shifted = new long[m + 1][rows];
        this.whole = bits(starts, starts.length);
        this.prolongable = bits(starts, prolongable);
        this.shorter = new int[n];
        this.longer = new int[n];
    }

    /** Counts the matches, as {@link TemplateMatches#of} says. */
    static Counts of(Ranks ranks, int[] starts, int prolongable, int m, int[] lowest, int[] end, Partners partners) {
        MatchesInTime matches = new MatchesInTime(ranks, starts, prolongable, m, lowest, end);
        matches.count(partners);
        Counts counts = new Counts(starts.length);
        for (int t = 0; t < starts.length; t++) {
            counts.shorter()[t] = matches.shorter[starts[t]];
            counts.longer()[t] = t < prolongable ? matches.longer[starts[t]] : 0;
        }
        return counts;
    }

    private long[] bits(int[] starts, int count) {
        long[] set = new long[words];
        for (int t = 0; t < count; t++) {
            set[starts[t] >>> 6] |= 1L << starts[t];
        }
        return set;
    }

    /** The row of a value is that of the value before it, but for those who enter and leave the tolerance. */
    private long[] rows(Ranks ranks, int[] lowest, int[] end) {
        long[] all = new long[(words + 1) * rows];
        long[] current = new long[words];
        int entered = 0;
        int left = 0;
        for (int v = 0; v < ranks.distinct(); v++) {
            while (entered < n && ranks.of(ranks.placeOf(entered)) < end[v]) {
                int place = ranks.placeOf(entered++);
                current[place >>> 6] |= 1L << place;
            }
            while (ranks.of(ranks.placeOf(left)) < lowest[v]) {
                int place = ranks.placeOf(left++);
                current[place >>> 6] &= ~(1L << place);
            }
            for (int k = 0; k < words; k++) {
                all[k * rows + v] = current[k];
            }
        }
        return all;
    }

    private void count(Partners partners) {
        for (int k = 0; k < words; k++) {
            for (int c = 0; c <= m; c++) {
                shift(k, c);
            }
            int end = Math.min(n, 64 * k + 64);
            if (partners == Partners.ALL_AND_SELF) {
                count(k, 0, n, -1, 0);
            } else {
                count(k, 0, 64 * k, -1, 0);
                // of the intervals that share the word, each has those after it as partners
                count(k, 64 * k, end, -2, 1);
            }
        }
    }

    private void shift(int k, int c) {
        int at = k * rows;
        long[] to = shifted[c];
        if (c == 0) {
            System.arraycopy(bits, at, to, 0, rows);
            return;
        }
        for (int v = 0; v < rows; v++) {
            to[v] = (bits[at + v] >>> c) | (bits[at + rows + v] << (64 - c));
        }
    }

    /** Counts the partners in one word of the templates of a stretch, under a mask that moves along with them or not. */
    private void count(int k, int from, int to, long mask, int step) {
        long begun = whole[k];
        long prolonged = prolongable[k];
        if (m == 2) {
            long[] first = shifted[0];
            long[] second = shifted[1];
            long[] third = shifted[2];
            for (int i = from; i < to; i++) {
                long two = first[row[i]] & second[row[i + 1]] & begun & (mask << ((i - from) * step));
                long three = two & third[row[i + 2]] & prolonged;
                shorter[i] += Long.bitCount(two);
                longer[i] += Long.bitCount(three);
            }
            return;
        }
        for (int i = from; i < to; i++) {
            long near = begun & (mask << ((i - from) * step));
            for (int c = 0; c < m; c++) {
                near &= shifted[c][row[i + c]];
            }
            shorter[i] += Long.bitCount(near);
            longer[i] += Long.bitCount(near & shifted[m][row[i + m]] & prolonged);
        }
    }
}
