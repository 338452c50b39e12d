package org.lacrima.analysis.agreement;

import java.util.Arrays;
import java.util.Locale;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.Sample;
import org.lacrima.analysis.stats.StatisticalResult;

/**
 * How far two coders are apart on when a bout begins: the distribution of the lags, second coder minus first, over bouts that
 * both saw. Not estimable without such bouts.
 *
 * @param bouts bouts that both coders saw
 * @param meanSeconds mean lag: who is later
 * @param medianSeconds median lag
 * @param medianAbsoluteSeconds median of the absolute lags
 * @param quantile90AbsoluteSeconds lag that nine of ten bouts do not exceed, by linear interpolation of the order statistics
 * @param largestSeconds largest absolute lag
 * @param toleranceSeconds tolerance in s
 * @param shareWithin share of the bouts with a lag within the tolerance
 */
public record OnsetLag(
        int bouts,
        double meanSeconds,
        double medianSeconds,
        double medianAbsoluteSeconds,
        double quantile90AbsoluteSeconds,
        double largestSeconds,
        double toleranceSeconds,
        double shareWithin)
        implements StatisticalResult {

    /**
     * The lags of some bouts.
     *
     * @param firstSeconds onsets by the first coder, in s
     * @param secondSeconds onsets of the same bouts by the second coder
     * @param toleranceSeconds lag that counts as agreement, in s, not negative
     */
    public static Inference<OnsetLag> of(double[] firstSeconds, double[] secondSeconds, double toleranceSeconds) {
        if (firstSeconds.length != secondSeconds.length || !(toleranceSeconds >= 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "lags need as many onsets of either coder and a tolerance that is not negative, got %d, %d and %s s",
                    firstSeconds.length,
                    secondSeconds.length,
                    toleranceSeconds));
        }
        int n = firstSeconds.length;
        if (n == 0) {
            return Inference.notEstimable("no bout was seen by both coders");
        }
        double[] lag = new double[n];
        for (int i = 0; i < n; i++) {
            lag[i] = secondSeconds[i] - firstSeconds[i];
        }
        Sample lags = Sample.of(lag);
        Sample absolute = Sample.of(Arrays.stream(lag).map(Math::abs).toArray());
        double within =
                Arrays.stream(lag).filter(l -> Math.abs(l) <= toleranceSeconds).count() / (double) n;
        return Inference.of(new OnsetLag(
                n,
                lags.mean(),
                lags.median(),
                absolute.median(),
                absolute.quantile(0.9),
                absolute.max(),
                toleranceSeconds,
                within));
    }

    @Override
    public String apa() {
        return String.format(
                Locale.ROOT,
                "%d bouts, median absolute lag %s s, 90%% within %s s, %.0f%% within %s s",
                bouts,
                Apa.number(medianAbsoluteSeconds),
                Apa.number(quantile90AbsoluteSeconds),
                100 * shareWithin,
                Apa.number(toleranceSeconds));
    }
}
