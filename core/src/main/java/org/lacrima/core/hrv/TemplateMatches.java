package org.lacrima.core.hrv;

import java.util.Arrays;

/**
 * For every template of m intervals, how many others match it, and how many still do with one interval more. Templates
 * match when all their intervals differ by no more than the tolerance.
 *
 * <p>Templates stand in the order of their first interval, so that those which match there are a range of positions. Whether
 * the further intervals match is one bit per position: sixty-four comparisons are one AND, and a count of bits. The bits
 * for an interval of one value become those for the next value by the few positions that enter and leave the tolerance.
 * The comparisons are those of the definition, so the counts are exact.
 */
final class TemplateMatches {
    /** Templates treated at a time: their bits fit into the cache, and few passes over all templates are needed. */
    private static final int TILE = 4096;
    /** Intervals up to which bits in the order of time are counted sooner: there is less to set up. */
    private static final int SHORT = 1500;

    /** Which partners of a template are counted. */
    enum Partners {
        /** Every pair once: with those that come later in the order. */
        EACH_PAIR_ONCE,
        /** All, the template itself included. */
        ALL_AND_SELF
    }

    /** Matches of each template, in no particular order. */
    static final class Counts {
        private final int[] shorter;
        private final int[] longer;

        Counts(int templates) {
            this.shorter = new int[templates];
            this.longer = new int[templates];
        }

        /** Matches over m intervals; not to be written to. */
        int[] shorter() {
            return shorter;
        }

        /** Matches over m + 1 intervals, 0 for templates that cannot be prolonged; not to be written to. */
        int[] longer() {
            return longer;
        }

        static long sum(int[] counts) {
            long sum = 0;
            for (int c : counts) {
                sum += c;
            }
            return sum;
        }
    }

    private final Ranks ranks;
    private final int[] lowest;
    private final int[] end;
    private final int m;
    private final Partners partners;
    /** Start of the template at each position. */
    private final int[] start;
    /** Per interval of the template: positions in the order of that interval's value. */
    private final int[][] order;
    /** Per interval of the template and per rank: how many positions have a lower rank. */
    private final int[][] below;

    private final Counts counts;

    private int windowFrom;
    private int windowTo;
    private int firstWord;
    private int words;
    private long[] current = {};
    private final long[][] rows;
    private final int[][] rowOf;

    private TemplateMatches(
            Ranks ranks, int[] starts, int prolongable, int m, int[] lowest, int[] end, Partners partners) {
        this.ranks = ranks;
        this.lowest = lowest;
        this.end = end;
        this.m = m;
        this.partners = partners;
        int count = starts.length;
        this.order = new int[m + 1][];
        this.below = new int[m + 1][];
        this.start = new int[count];
        int[] byFirst = sorted(starts, 0, count);
        for (int p = 0; p < count; p++) {
            start[p] = starts[byFirst[p]];
        }
        int[] position = new int[count];
        for (int p = 0; p < count; p++) {
            position[byFirst[p]] = p;
        }
        for (int c = 1; c <= m; c++) {
            int[] by = sorted(starts, c, c < m ? count : prolongable);
            for (int i = 0; i < by.length; i++) {
                by[i] = position[by[i]];
            }
            order[c] = by;
        }
        this.counts = new Counts(count);
        this.rows = new long[m + 1][0];
        this.rowOf = new int[m + 1][Math.min(TILE, count)];
    }

    /**
     * Counts the matches.
     *
     * @param starts where the templates of m intervals begin, those first that can be prolonged by one interval
     * @param prolongable how many of them can be prolonged
     */
    static Counts of(
            Ranks ranks, int[] starts, int prolongable, int m, double tolerance, boolean inclusive, Partners partners) {
        int[] lowest = ranks.lowestWithin(tolerance, inclusive);
        int[] end = ranks.endWithin(tolerance, inclusive);
        if (ranks.size() <= SHORT && m < 64) {
            return MatchesInTime.of(ranks, starts, prolongable, m, lowest, end, partners);
        }
        TemplateMatches matches = new TemplateMatches(ranks, starts, prolongable, m, lowest, end, partners);
        for (int from = 0; from < starts.length; from += TILE) {
            matches.countTile(from, Math.min(starts.length, from + TILE));
        }
        return matches.counts;
    }

    /** Indices of the first so many templates in the order of their interval c; fills the counts below each rank. */
    private int[] sorted(int[] starts, int c, int count) {
        int[] lower = new int[ranks.distinct() + 1];
        for (int t = 0; t < count; t++) {
            lower[ranks.of(starts[t] + c) + 1]++;
        }
        for (int v = 0; v < ranks.distinct(); v++) {
            lower[v + 1] += lower[v];
        }
        int[] next = lower.clone();
        int[] by = new int[count];
        for (int t = 0; t < count; t++) {
            by[next[ranks.of(starts[t] + c)]++] = t;
        }
        below[c] = lower;
        return by;
    }

    private void countTile(int from, int to) {
        windowFrom = partners == Partners.EACH_PAIR_ONCE ? from : windowStart(from);
        windowTo = windowEnd(to - 1);
        firstWord = windowFrom >>> 6;
        words = ((windowTo + 63) >>> 6) - firstWord;
        if (current.length < words) {
            current = new long[words];
        }
        for (int c = 2; c <= m; c++) {
            fillRows(c, from, to);
        }
        if (m == 1) {
            for (int p = from; p < to; p++) {
                counts.shorter[p] = windowEnd(p) - windowStart(p);
            }
        }
        Arrays.fill(current, 0, words, 0);
        int entered = 0;
        int left = 0;
        int[] by = order[1];
        int[] lower = below[1];
        for (int p : by) {
            if (p >= from && p < to) {
                int v = ranks.of(start[p] + 1);
                entered = flip(by, entered, lower[end[v]]);
                left = flip(by, left, lower[lowest[v]]);
                count(p, p - from);
            }
        }
    }

    private int windowStart(int p) {
        return partners == Partners.EACH_PAIR_ONCE ? p + 1 : below[0][lowest[ranks.of(start[p])]];
    }

    private int windowEnd(int p) {
        return below[0][end[ranks.of(start[p])]];
    }

    /** Turns the bits of some positions over: out of the tolerance becomes within it, and back. */
    private int flip(int[] by, int from, int to) {
        for (int i = from; i < to; i++) {
            int q = by[i];
            if (q >= windowFrom && q < windowTo) {
                current[(q >>> 6) - firstWord] ^= 1L << q;
            }
        }
        return Math.max(from, to);
    }

    /** For every value that interval c takes in the tile: the positions of the window whose interval c matches it. */
    private void fillRows(int c, int from, int to) {
        int[] by = order[c];
        int[] lower = below[c];
        Arrays.fill(current, 0, words, 0);
        Arrays.fill(rowOf[c], -1);
        int entered = 0;
        int left = 0;
        int row = -1;
        int last = -1;
        for (int p : by) {
            if (p >= from && p < to) {
                int v = ranks.of(start[p] + c);
                if (v != last) {
                    last = v;
                    row++;
                    entered = flip(by, entered, lower[end[v]]);
                    left = flip(by, left, lower[lowest[v]]);
                    if (rows[c].length < (row + 1) * words) {
                        rows[c] = Arrays.copyOf(rows[c], Math.max((row + 1) * words, rows[c].length * 2));
                    }
                    System.arraycopy(current, 0, rows[c], row * words, words);
                }
                rowOf[c][p - from] = row;
            }
        }
    }

    private void count(int p, int inTile) {
        int from = windowStart(p);
        int to = windowEnd(p);
        if (from >= to) {
            return;
        }
        int first = (from >>> 6) - firstWord;
        int last = ((to - 1) >>> 6) - firstWord;
        long firstMask = -1L << from;
        long lastMask = -1L >>> -to;
        if (m == 1) {
            counts.longer[p] = bits(first, last, firstMask, lastMask);
        } else if (m == 2) {
            countPairs(p, first, last, firstMask, lastMask, rowOf[2][inTile]);
        } else {
            countLonger(p, first, last, firstMask, lastMask, inTile);
        }
    }

    private int bits(int first, int last, long firstMask, long lastMask) {
        int bits = 0;
        for (int k = first; k <= last; k++) {
            bits += Long.bitCount(masked(current[k], k, first, last, firstMask, lastMask));
        }
        return bits;
    }

    private static long masked(long word, int k, int first, int last, long firstMask, long lastMask) {
        long begun = k == first ? word & firstMask : word;
        return k == last ? begun & lastMask : begun;
    }

    /** The usual case, two intervals and a third: as short as can be, because most of the time is spent here. */
    private void countPairs(int p, int first, int last, long firstMask, long lastMask, int row) {
        if (row < 0) {
            counts.shorter[p] = bits(first, last, firstMask, lastMask);
            return;
        }
        long[] bits = current;
        long[] third = rows[2];
        int at = row * words;
        long word = masked(bits[first], first, first, last, firstMask, lastMask);
        int two = Long.bitCount(word);
        int three = Long.bitCount(word & third[at + first]);
        for (int k = first + 1; k < last; k++) {
            word = bits[k];
            two += Long.bitCount(word);
            three += Long.bitCount(word & third[at + k]);
        }
        if (last > first) {
            word = bits[last] & lastMask;
            two += Long.bitCount(word);
            three += Long.bitCount(word & third[at + last]);
        }
        counts.shorter[p] = two;
        counts.longer[p] = three;
    }

    private void countLonger(int p, int first, int last, long firstMask, long lastMask, int inTile) {
        int all = 0;
        int prolonged = 0;
        int lastRow = rowOf[m][inTile];
        for (int k = first; k <= last; k++) {
            long word = masked(current[k], k, first, last, firstMask, lastMask);
            for (int c = 2; c < m && word != 0; c++) {
                word &= rows[c][rowOf[c][inTile] * words + k];
            }
            all += Long.bitCount(word);
            prolonged += lastRow < 0 ? 0 : Long.bitCount(word & rows[m][lastRow * words + k]);
        }
        counts.shorter[p] = all;
        counts.longer[p] = prolonged;
    }
}
