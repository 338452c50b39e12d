package org.lacrima.benchmarks.textbook;

import java.util.function.DoubleBinaryOperator;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/** The Poincaré plot and its asymmetry, each index from the pairs anew. */
public final class TextbookPoincare {
    private TextbookPoincare() {}

    /** SD1, SD2 and what is made of them, then the asymmetry indices, in the order of the library's catalogue. */
    public static double[] all(double[] rr) {
        double sdsd = new StandardDeviation().evaluate(TextbookTimeDomain.differences(rr));
        double sdnn = TextbookTimeDomain.sdnn(rr);
        double sd1 = sdsd / Math.sqrt(2);
        double sd2 = Math.sqrt(2 * sdnn * sdnn - sdsd * sdsd / 2);
        double m = rr.length - 1.0;
        double centre = (StatUtils.sum(rr, 0, rr.length - 1) + StatUtils.sum(rr, 1, rr.length - 1)) / m;
        DoubleBinaryOperator across = (x, y) -> (y - x) * (y - x) / 2;
        DoubleBinaryOperator along = (x, y) -> (x + y - centre) * (x + y - centre) / 2;
        double onLine = sum(rr, 0, along) / 2;
        double sd1d = Math.sqrt(sum(rr, 1, across) / (m - 1));
        double sd1a = Math.sqrt(sum(rr, -1, across) / (m - 1));
        double sd2d = Math.sqrt((sum(rr, 1, along) + onLine) / (m - 1));
        double sd2a = Math.sqrt((sum(rr, -1, along) + onLine) / (m - 1));
        double sdnnd = Math.sqrt((sd1d * sd1d + sd2d * sd2d) / 2);
        double sdnna = Math.sqrt((sd1a * sd1a + sd2a * sd2a) / 2);
        return new double[] {
            sd1,
            sd2,
            sd1 / sd2,
            Math.PI * sd1 * sd2,
            sd2 / sd1,
            4 * sd2 * sd2 / sd1,
            Math.log10(16 * sd1 * sd2),
            percentOfDecelerations(rr, (x, y) -> Math.abs(y - x)),
            percentOfDecelerations(rr, TextbookPoincare::angle),
            percentOfDecelerations(rr, (x, y) -> angle(x, y) * (x * x + y * y) / 2),
            100 - percentOfDecelerations(rr, (x, y) -> 1),
            share(sd1d, sd1a),
            share(sd1a, sd1d),
            sd1d,
            sd1a,
            share(sd2d, sd2a),
            share(sd2a, sd2d),
            sd2d,
            sd2a,
            share(sdnnd, sdnna),
            share(sdnna, sdnnd),
            sdnnd,
            sdnna
        };
    }

    private static double angle(double x, double y) {
        return Math.abs(Math.PI / 4 - Math.atan(y / x));
    }

    private static double percentOfDecelerations(double[] rr, DoubleBinaryOperator weight) {
        double up = sum(rr, 1, weight);
        return 100 * up / (up + sum(rr, -1, weight));
    }

    private static double share(double part, double other) {
        return part * part / (part * part + other * other);
    }

    /** Sum over the pairs on one side of the line of identity: 1 above, −1 below, 0 on it. */
    private static double sum(double[] rr, int side, DoubleBinaryOperator weight) {
        double sum = 0;
        for (int i = 1; i < rr.length; i++) {
            if (Math.signum(rr[i] - rr[i - 1]) == side) {
                sum += weight.applyAsDouble(rr[i - 1], rr[i]);
            }
        }
        return sum;
    }
}
