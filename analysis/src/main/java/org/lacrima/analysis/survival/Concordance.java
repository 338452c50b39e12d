package org.lacrima.analysis.survival;

import org.lacrima.analysis.stats.Inference;

/**
 * Harrell's concordance: the share of comparable pairs in which the person with the higher predicted hazard had the event
 * first, ties of the prediction counting half. A pair is comparable where the earlier time is an event. Source: Harrell et
 * al. 1982, doi:10.1001/jama.1982.03320430047030.
 *
 * @param concordance share of the pairs
 * @param standardError its infinitesimal-jackknife standard error
 */
public record Concordance(double concordance, double standardError) {

    static Inference<Concordance> of(TimesToEvent times, double[] predictor) {
        int n = predictor.length;
        double[] agreeing = new double[n];
        double[] comparable = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (isBefore(times, i, j)) {
                    double agrees = predictor[i] > predictor[j] ? 1 : predictor[i] == predictor[j] ? 0.5 : 0;
                    agreeing[i] += agrees;
                    agreeing[j] += agrees;
                    comparable[i]++;
                    comparable[j]++;
                }
            }
        }
        double pairs = 0;
        double concordant = 0;
        for (int i = 0; i < n; i++) {
            pairs += comparable[i] / 2;
            concordant += agreeing[i] / 2;
        }
        if (pairs == 0) {
            return Inference.notEstimable("no event happened before another person's time, no pair can be ordered");
        }
        double share = concordant / pairs;
        double variance = 0;
        for (int i = 0; i < n; i++) {
            double influence = (agreeing[i] - share * comparable[i]) / pairs;
            variance += influence * influence;
        }
        return Inference.of(new Concordance(share, Math.sqrt(variance)));
    }

    private static boolean isBefore(TimesToEvent times, int i, int j) {
        return times.isEventAt(i)
                && (times.secondsAt(i) < times.secondsAt(j)
                        || (times.secondsAt(i) == times.secondsAt(j) && !times.isEventAt(j)));
    }
}
