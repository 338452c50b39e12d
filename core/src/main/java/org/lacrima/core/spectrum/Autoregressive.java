package org.lacrima.core.spectrum;

import java.util.Arrays;
import java.util.Locale;

/**
 * The autoregressive estimate: Burg's method, unless another is asked for, finds the all-pole model {@code xᵢ + a₁xᵢ₋₁ + … + aₚxᵢ₋ₚ = eᵢ} whose forward
 * and backward errors are least; its density is {@code P(f) = 2σ² ⁄ (fs·|1 + Σ aⱼ·e^(−2πi·f·j⁄fs)|²)} in ms²/Hz.
 *
 * <p>The errors of all runs are pooled, so that a gap costs no more than its own beats (de Waele &amp; Broersen 2000,
 * doi:10.1109/78.869039). Burg 1975; Task Force 1996.
 *
 * @param order order of the model, or the highest that is tried
 * @param rule how the order is found
 * @param binHz distance of the frequencies at which the density is given, in Hz
 * @param trend what is taken off each run first
 * @param fit how the model is found
 */
public record Autoregressive(int order, OrderRule rule, double binHz, Detrending trend, Fit fit)
        implements SpectrumMethod {

    /** How the model is found. */
    public enum Fit {
        /** Least forward and backward errors (Burg 1975). */
        BURG,
        /**
         * From the autocovariances, each over the number of samples, by Levinson's recursion; the variance of the
         * innovations times {@code n ⁄ (n − p − 1)} (R's {@code ar.yw}). Lower and broader peaks than Burg's in short runs.
         */
        YULE_WALKER
    }

    /** How the order is found. */
    public enum OrderRule {
        /** It is given. */
        FIXED,
        /** The order up to the given one with the least {@code n·ln σ² + 2p} (Akaike 1974). */
        AIC,
        /** As {@link #AIC}, no order above {@code 10·log₁₀ n} tried (R). */
        AIC_TO_TEN_LOG
    }

    private static final Autoregressive DEFAULTS =
            new Autoregressive(16, OrderRule.FIXED, 1.0 / 1024, Detrending.constant(), Fit.BURG);

    /** Checks order and bin. */
    public Autoregressive {
        if (order < 1 || order > 128 || !(binHz > 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "order must be from 1 to 128 and bins positive, got %d and %s Hz", order, binHz));
        }
    }

    /** Order 16, the upper half of the 8 to 20 that Task Force 1996 names, at 1024 frequencies per Hz, mean removed. */
    public static Autoregressive withDefaults() {
        return DEFAULTS;
    }

    /** This estimate with another order, found by a rule. */
    public Autoregressive withOrder(int other, OrderRule otherRule) {
        return new Autoregressive(other, otherRule, binHz, trend, fit);
    }

    /** This estimate given at other frequencies. */
    public Autoregressive withBinHz(double other) {
        return new Autoregressive(order, rule, other, trend, fit);
    }

    /** This estimate with another trend taken off. */
    public Autoregressive with(Detrending other) {
        return new Autoregressive(order, rule, binHz, other, fit);
    }

    /** This estimate with a model found otherwise. */
    public Autoregressive with(Fit other) {
        return new Autoregressive(order, rule, binHz, trend, other);
    }

    /**
     * The spectrum of a tachogram. Its bands are integrated in closed form.
     *
     * @throws IllegalArgumentException if no run is longer than the order
     */
    public Spectrum of(Tachogram tachogram) {
        AutoregressiveModel model = model(tachogram);
        int count = (int) Math.floor(tachogram.rateHz() / 2 / binHz + 1e-9) + 1;
        double[] hertz = new double[count];
        for (int k = 0; k < count; k++) {
            hertz[k] = k * binHz;
        }
        int intervals = 0;
        double seconds = 0;
        double bridged = 0;
        for (Tachogram.Run run : tachogram.runs()) {
            if (run.values().length > order) {
                intervals += run.intervals();
                seconds += run.seconds();
                bridged += run.bridgedSeconds();
            }
        }
        return new Spectrum(
                hertz,
                model.densities(hertz, binHz),
                binHz,
                new Spectrum.Basis(
                        this,
                        tachogram.preparation(),
                        1,
                        tachogram.longestRunSamples() / tachogram.rateHz(),
                        intervals,
                        seconds,
                        seconds > 0 ? bridged / seconds : 0),
                model::power);
    }

    /**
     * The model behind the spectrum.
     *
     * @throws IllegalArgumentException if no run is longer than the order
     */
    public AutoregressiveModel model(Tachogram tachogram) {
        int runs = 0;
        int total = 0;
        for (Tachogram.Run run : tachogram.runs()) {
            if (run.values().length > order) {
                runs++;
                total += run.values().length;
            }
        }
        if (runs == 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "an autoregressive model of order %d needs a longer run, the longest has %d samples",
                    order,
                    tachogram.longestRunSamples()));
        }
        double[][] forward = new double[runs][];
        int next = 0;
        for (Tachogram.Run run : tachogram.runs()) {
            if (run.values().length > order) {
                forward[next] = trend.applyTo(run.values());
                next++;
            }
        }
        return fit == Fit.BURG
                ? burg(forward, total, tachogram.rateHz())
                : yuleWalker(forward, total, tachogram.rateHz());
    }

    private AutoregressiveModel burg(double[][] forward, int total, double rate) {
        double[][] backward = new double[forward.length][];
        double variance = 0;
        for (int r = 0; r < forward.length; r++) {
            backward[r] = forward[r].clone();
            for (double v : forward[r]) {
                variance += v * v;
            }
        }
        variance /= total;
        double[] a = new double[0];
        double[] best = a;
        double bestVariance = variance;
        double bestCriterion = criterion(variance, total, 0);
        double next = 0;
        for (int p = 1; p <= highestOrder(total) && variance > 0; p++) {
            double reflection = p == 1 ? reflection(forward, backward) : next;
            next = update(forward, backward, p, reflection);
            variance *= 1 - reflection * reflection;
            a = extended(a, reflection);
            double criterion = criterion(variance, total, p);
            if (rule == OrderRule.FIXED || criterion < bestCriterion) {
                best = a;
                bestVariance = variance;
                bestCriterion = criterion;
            }
        }
        return new AutoregressiveModel(best, Math.max(0, bestVariance), rate);
    }

    private int highestOrder(int total) {
        return rule == OrderRule.AIC_TO_TEN_LOG ? Math.min(order, (int) Math.floor(10 * Math.log10(total))) : order;
    }

    private AutoregressiveModel yuleWalker(double[][] runs, int total, double rate) {
        double[] covariance = covariances(runs, total, highestOrder(total));
        double[] a = new double[0];
        double variance = covariance[0];
        double[] best = a;
        double bestVariance = variance;
        double bestCriterion = criterion(variance, total, 0);
        for (int p = 1; p < covariance.length && variance > 0; p++) {
            double rest = covariance[p];
            for (int j = 0; j < a.length; j++) {
                rest += a[j] * covariance[p - 1 - j];
            }
            double reflection = -rest / variance;
            variance *= 1 - reflection * reflection;
            a = extended(a, reflection);
            double criterion = criterion(variance, total, p);
            if (rule == OrderRule.FIXED || criterion < bestCriterion) {
                best = a;
                bestVariance = variance;
                bestCriterion = criterion;
            }
        }
        double unbiased = bestVariance * total / Math.max(1, total - best.length - 1);
        return new AutoregressiveModel(best, Math.max(0, unbiased), rate);
    }

    private static double[] covariances(double[][] runs, int total, int highest) {
        double[] covariance = new double[highest + 1];
        for (int lag = 0; lag <= highest; lag++) {
            for (double[] run : runs) {
                for (int i = lag; i < run.length; i++) {
                    covariance[lag] += run[i] * run[i - lag];
                }
            }
            covariance[lag] /= total;
        }
        return covariance;
    }

    private static double criterion(double variance, int total, int p) {
        return total * Math.log(variance) + 2 * p;
    }

    private static double reflection(double[][] forward, double[][] backward) {
        BurgSums sums = new BurgSums();
        for (int r = 0; r < forward.length; r++) {
            sums.add(forward[r], backward[r]);
        }
        return sums.reflection();
    }

    /**
     * Errors of order p from those one order below, and the reflection of the next order from the same reading.
     *
     * @param backward errors, each in the place of the sample p before its own: neighbours in time stand side by side
     */
    private static double update(double[][] forward, double[][] backward, int p, double reflection) {
        BurgSums sums = new BurgSums();
        for (int r = 0; r < forward.length; r++) {
            sums.addUpdated(forward[r], backward[r], p, reflection);
        }
        return sums.reflection();
    }

    /** The Levinson step: coefficients of one order more. */
    private static double[] extended(double[] a, double reflection) {
        double[] longer = Arrays.copyOf(a, a.length + 1);
        for (int j = 0; j < a.length; j++) {
            longer[j] = a[j] + reflection * a[a.length - 1 - j];
        }
        longer[a.length] = reflection;
        return longer;
    }
}
