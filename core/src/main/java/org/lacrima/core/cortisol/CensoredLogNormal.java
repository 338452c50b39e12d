package org.lacrima.core.cortisol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.special.Erf;

/**
 * A log-normal distribution fitted by maximum likelihood to concentrations of which some are only known to lie below a
 * limit of detection (Tobin 1958, doi:10.2307/1907382). Immutable.
 *
 * <p>With {@code y = ln x}: {@code ln L = Σ ln φ((yᵢ − μ) ⁄ σ) − ln σ + Σ ln Φ((ln limitⱼ − μ) ⁄ σ)}, the first sum over
 * measured and the second over censored values, each with its own limit. In {@code 1⁄σ} and {@code μ⁄σ} it has one maximum
 * (Olsen 1978, doi:10.2307/1911445), which Newton's method finds.
 *
 * @param meanLog μ, mean of the logarithms
 * @param sdLog σ, their standard deviation
 * @param meanLogError standard error of μ, from the observed information
 * @param measured number of measured values
 * @param censored number of values below a limit
 */
public record CensoredLogNormal(double meanLog, double sdLog, double meanLogError, int measured, int censored) {
    private static final int STEPS = 200;
    private static final double SQRT_2 = Math.sqrt(2);

    /**
     * The fit; empty with fewer than two different measured values, from which no spread can be learnt.
     *
     * @param measured concentrations, positive
     * @param limits the limit of detection of each censored value, positive, in the same unit
     */
    public static Optional<CensoredLogNormal> fit(double[] measured, double[] limits) {
        double[] y = logs("concentration", measured);
        double[] l = logs("limit", limits);
        double mean = Arrays.stream(y).average().orElse(0);
        double sd = Math.sqrt(
                Arrays.stream(y).map(v -> (v - mean) * (v - mean)).average().orElse(0));
        return sd > 0 ? Optional.of(climb(y, l, 1 / sd, mean / sd)) : Optional.empty();
    }

    /** Mean concentration, {@code exp(μ + σ² ⁄ 2)}. */
    public double mean() {
        return Math.exp(meanLog + sdLog * sdLog / 2);
    }

    /** Median and geometric mean, {@code exp μ}. */
    public double median() {
        return Math.exp(meanLog);
    }

    /** Mean of the concentrations below a limit, {@code E(X | X < L)}. */
    public double meanBelow(double limit) {
        double z = (logs("limit", limit)[0] - meanLog) / sdLog;
        return mean() * cumulative(z - sdLog) / cumulative(z);
    }

    /** Newton's method in γ = 1⁄σ and δ = μ⁄σ, in which the likelihood is concave. */
    private static CensoredLogNormal climb(double[] y, double[] l, double startGamma, double startDelta) {
        double gamma = startGamma;
        double delta = startDelta;
        double height = logLikelihood(y, l, gamma, delta);
        Slope slope = Slope.at(y, l, gamma, delta);
        for (int step = 0; step < STEPS; step++) {
            double determinant = slope.gg * slope.dd - slope.gd * slope.gd;
            double toGamma = -(slope.dd * slope.g - slope.gd * slope.d) / determinant;
            double toDelta = -(slope.gg * slope.d - slope.gd * slope.g) / determinant;
            double share = 1;
            while (gamma + share * toGamma <= 0
                    || (share > 1e-9
                            && logLikelihood(y, l, gamma + share * toGamma, delta + share * toDelta)
                                    < height - 1e-12 * Math.abs(height))) {
                share /= 2;
            }
            gamma += share * toGamma;
            delta += share * toDelta;
            height = logLikelihood(y, l, gamma, delta);
            slope = Slope.at(y, l, gamma, delta);
            if (Math.abs(toGamma) <= 1e-14 * gamma && Math.abs(toDelta) <= 1e-14 * (1 + Math.abs(delta))) {
                break;
            }
        }
        // μ = δ ⁄ γ: its variance by the delta method from the inverse of the information in γ and δ.
        double determinant = slope.gg * slope.dd - slope.gd * slope.gd;
        double varianceGamma = -slope.dd / determinant;
        double varianceDelta = -slope.gg / determinant;
        double covariance = slope.gd / determinant;
        double byDelta = 1 / gamma;
        double byGamma = -delta / (gamma * gamma);
        double variance = byDelta * byDelta * varianceDelta
                + byGamma * byGamma * varianceGamma
                + 2 * byDelta * byGamma * covariance;
        return new CensoredLogNormal(delta / gamma, 1 / gamma, Math.sqrt(variance), y.length, l.length);
    }

    private static double logLikelihood(double[] y, double[] l, double gamma, double delta) {
        double sum = y.length * Math.log(gamma);
        for (double v : y) {
            double z = gamma * v - delta;
            sum -= z * z / 2;
        }
        for (double v : l) {
            sum += Math.log(cumulative(gamma * v - delta));
        }
        return sum;
    }

    /** First and second derivatives of the likelihood. */
    private static final class Slope {
        private double g;
        private double d;
        private double gg;
        private double dd;
        private double gd;

        static Slope at(double[] y, double[] l, double gamma, double delta) {
            Slope s = new Slope();
            s.g = y.length / gamma;
            s.gg = -y.length / (gamma * gamma);
            s.dd = -y.length;
            for (double v : y) {
                double z = gamma * v - delta;
                s.g -= v * z;
                s.d += z;
                s.gg -= v * v;
                s.gd += v;
            }
            for (double v : l) {
                double z = gamma * v - delta;
                double mills = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / cumulative(z);
                double bend = -mills * (z + mills);
                s.g += v * mills;
                s.d -= mills;
                s.gg += v * v * bend;
                s.dd += bend;
                s.gd -= v * bend;
            }
            return s;
        }
    }

    private static double cumulative(double z) {
        return Math.max(Double.MIN_NORMAL, Erf.erfc(-z / SQRT_2) / 2);
    }

    private static double[] logs(String what, double... values) {
        double[] logs = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] > 0) || Double.isInfinite(values[i])) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "%s %d must be positive and finite, got %s", what, i, values[i]));
            }
            logs[i] = Math.log(values[i]);
        }
        return logs;
    }
}
