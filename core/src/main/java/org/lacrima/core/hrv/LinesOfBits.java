package org.lacrima.core.hrv;

/**
 * Diagonal lines of a recurrence plot by length, from {@link WholeSquares}: thirty-two successive points of a diagonal are
 * the bits of one number, and a line is a stretch of ones, so that most of the plot is passed without looking at it bit by
 * bit.
 */
final class LinesOfBits implements WholeSquares.Visit {
    private final int points;
    private final int above;
    private final long[] lines;
    /** Of every point, from the last in a word to the first, whether it lies between gaps; empty where there are none. */
    private final int[] sound;

    private int[] near = {};
    private int[] words = {};
    /** Length so far of the line that reached the end of the last word. */
    private int[] open = {};

    private int firstLag;
    private int most;

    /**
     * Collects lines.
     *
     * @param bound largest square of two points that recur
     * @param lines how many lines there are of each length, counted up
     */
    LinesOfBits(int points, Runs runs, int m, int bound, long[] lines) {
        this.points = points;
        this.above = bound + 1;
        this.lines = lines;
        this.sound = runs.count() == 1 ? new int[0] : new int[points / 32 + 2];
        if (sound.length > 0) {
            for (int start : runs.templateStarts(m)) {
                sound[start >>> 5] |= Integer.MIN_VALUE >>> (start & 31);
            }
        }
    }

    @Override
    public void begin(int lag, int count) {
        firstLag = lag;
        most = count;
        if (words.length < count) {
            words = new int[count];
            near = new int[count];
        }
        open = new int[count];
    }

    @Override
    public void point(int point, int count, int[] squares) {
        signs(squares, above, count, near);
        append(near, count, words);
        if ((point & 31) == 31) {
            read(point - 31, 32);
        }
    }

    private static void signs(int[] squares, int above, int count, int[] near) {
        for (int l = 0; l < count; l++) {
            near[l] = (squares[l] - above) >>> 31;
        }
    }

    private static void append(int[] near, int count, int[] words) {
        for (int l = 0; l < count; l++) {
            words[l] = (words[l] << 1) | near[l];
        }
    }

    @Override
    public void end() {
        int left = (points - firstLag) & 31;
        if (left > 0) {
            read(points - firstLag - left, left);
        }
    }

    /** Reads the words of the points from {@code from} on; a diagonal that ended among them has fewer. */
    private void read(int from, int count) {
        for (int l = 0; l < most; l++) {
            int lag = firstLag + l;
            int bits = Math.min(count, points - lag - from);
            if (bits <= 0) {
                return;
            }
            int word = words[l] << (32 - bits);
            if (sound.length > 0) {
                word &= soundFrom(from) & soundFrom(from + lag);
            }
            int line = open[l];
            if (word == -1) {
                line += bits;
            } else if (word != 0) {
                line = lines(word, bits, line);
            } else {
                lines[line]++;
                line = 0;
            }
            if (from + bits == points - lag) {
                lines[line]++;
                line = 0;
            }
            open[l] = line;
        }
    }

    private int lines(int bitsFromTheTop, int count, int open) {
        int word = bitsFromTheTop;
        int left = count;
        int line = open;
        while (word != 0) {
            int ones = Integer.numberOfLeadingZeros(~word);
            if (ones >= left) {
                return line + left;
            }
            lines[line + ones]++;
            line = 0;
            word <<= ones;
            left -= ones;
            int zeros = Integer.numberOfLeadingZeros(word);
            word <<= zeros;
            left -= zeros;
        }
        lines[line]++;
        return 0;
    }

    private int soundFrom(int point) {
        int word = sound[point >>> 5];
        return (point & 31) == 0 ? word : (word << (point & 31)) | (sound[(point >>> 5) + 1] >>> (32 - (point & 31)));
    }
}
