package org.lacrima.core.hrv;

/**
 * Squared Euclidean distances of all pairs of points (xᵢ, …, xᵢ₊ₘ₋₁) of a series of whole numbers, point by point: for many
 * partners at once the square of the pair before them loses one term and gains another. Whole numbers leave no rounding, so
 * the squares are exact however long the series is, and sixteen of them go into one operation.
 *
 * <p>Points are all that the series has room for; those that reach across a gap are for the visitor to leave out.
 */
final class WholeSquares {
    /** Partners treated at a time: their squares stay in the nearest cache. */
    static final int TILE = 2048;
    /** Squares stay below half of what a number holds, so that differences from a bound keep their sign. */
    private static final int LARGEST = 1 << 30;

    private final int[] x;
    private final int m;
    private final int[] beside;

    private WholeSquares(int[] x, int m) {
        this.x = x;
        this.m = m;
        this.beside = new int[Math.min(TILE, x.length)];
    }

    /** Whether squares in steps of a resolution fit into whole numbers. */
    static boolean suit(Resolution resolution, int m) {
        return resolution.exists() && (double) resolution.steps() * resolution.steps() * m < LARGEST;
    }

    /** The points of a series in steps of its resolution. */
    static WholeSquares of(double[] x, Resolution resolution, int m) {
        int[] steps = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            steps[i] = resolution.of(x[i]);
        }
        return new WholeSquares(steps, m);
    }

    int points() {
        return x.length - m + 1;
    }

    /** The largest square that is a distance up to a radius in ms. */
    static int bound(double radius, Resolution resolution) {
        double square = resolution.quantum() * resolution.quantum();
        double largest = Math.min(LARGEST, Math.floor(radius * radius / square));
        // the quotient may be off by its rounding
        if ((largest + 1) * square <= radius * radius) {
            largest++;
        } else if (largest * square > radius * radius) {
            largest--;
        }
        return (int) largest;
    }

    /** What is done with the squares of a stretch of partners, point after point. */
    interface Visit {
        /** Partners from {@code firstLag} points later on, up to {@code most} of them, follow for every point. */
        void begin(int firstLag, int most);

        /** The squares of a point and the first so many of these partners. */
        void point(int point, int count, int[] squares);

        /** All points that have a partner there have been visited. */
        void end();
    }

    void forEach(Visit visit) {
        int points = points();
        int[] squares = new int[Math.min(TILE, points)];
        for (int lag = 1; lag < points; lag += TILE) {
            int most = Math.min(TILE, points - lag);
            visit.begin(lag, most);
            for (int l = 0; l < most; l++) {
                squares[l] = square(0, lag + l);
            }
            visit.point(0, most, squares);
            for (int point = 1; point + lag < points; point++) {
                int count = Math.min(most, points - point - lag);
                slide(point, lag, count, squares);
                visit.point(point, count, squares);
            }
            visit.end();
        }
    }

    private int square(int i, int j) {
        int sum = 0;
        for (int k = 0; k < m; k++) {
            int d = x[i + k] - x[j + k];
            sum += d * d;
        }
        return sum;
    }

    private void slide(int point, int lag, int count, int[] squares) {
        // a copy that begins at 0, and one operation at a time: loops that the compiler turns into vectors
        System.arraycopy(x, point + m - 1 + lag, beside, 0, count);
        addSquares(beside, x[point + m - 1], count, squares);
        System.arraycopy(x, point - 1 + lag, beside, 0, count);
        takeSquares(beside, x[point - 1], count, squares);
    }

    private static void addSquares(int[] values, int about, int count, int[] to) {
        for (int l = 0; l < count; l++) {
            int d = values[l] - about;
            to[l] += d * d;
        }
    }

    private static void takeSquares(int[] values, int about, int count, int[] from) {
        for (int l = 0; l < count; l++) {
            int d = values[l] - about;
            from[l] -= d * d;
        }
    }
}
