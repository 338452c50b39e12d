package org.lacrima.core.rsa;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.lacrima.core.rsa.RespirationAdjustment.Epoch;
import org.lacrima.core.rsa.RespirationAdjustment.Slope;

/** What a person's RSA owes to breathing, and RSA of each epoch without it; or the reason why that is not known. */
final class BreathingSlope {
    private final List<Double> values;
    private final List<List<Double>> covariates;
    private final double[][] slopeCovariance;
    private final String reason;

    private BreathingSlope(
            List<Double> values, List<List<Double>> covariates, double[][] slopeCovariance, String reason) {
        this.values = values;
        this.covariates = covariates;
        this.slopeCovariance = slopeCovariance;
        this.reason = reason;
    }

    static BreathingSlope none(String reason) {
        return new BreathingSlope(List.of(), List.of(), new double[0][0], reason);
    }

    /** Least squares of RSA on the covariates, both as deviations from the mean of all epochs or of the phase. */
    static BreathingSlope of(List<Epoch> epochs, List<List<Double>> covariates, Slope slope) {
        int n = epochs.size();
        int k = covariates.size();
        List<String> groups = epochs.stream()
                .map(e -> slope == Slope.ALL_EPOCHS ? "" : e.phase())
                .toList();
        int needed = k + (int) groups.stream().distinct().count() + 1;
        if (n < needed) {
            return none(String.format(Locale.ROOT, "%d epochs, %d needed for the slope", n, needed));
        }
        double[][] x = new double[n][k];
        for (int c = 0; c < k; c++) {
            double[] deviations = deviations(covariates.get(c), groups);
            for (int i = 0; i < n; i++) {
                x[i][c] = deviations[i];
            }
        }
        double[] y = deviations(epochs.stream().map(Epoch::rsa).toList(), groups);
        double[] slopes;
        double[][] covariance;
        try {
            OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression(1e-9);
            regression.setNoIntercept(true);
            regression.newSampleData(y, x);
            slopes = regression.estimateRegressionParameters();
            // The regression knows deviations only; the means that they are from cost a degree of freedom each.
            double residual = regression.calculateResidualSumOfSquares() / (n - needed + 1);
            covariance = inverseOfSquares(x, residual);
        } catch (SingularMatrixException e) {
            return none("breathing does not vary enough to learn what RSA owes to it");
        }
        return new BreathingSlope(atMeanBreathing(epochs, covariates, slopes), covariates, covariance, "");
    }

    /** RSA at the person's mean breathing, in the order of the epochs. */
    List<Double> values() {
        return values;
    }

    /** Why the slope is not known; empty where it is. */
    String reason() {
        return reason;
    }

    /** Variance that the uncertainty of the slope adds to a difference between two sets of epochs. */
    double varianceOfDifference(int[] a, int[] b) {
        double[] apart = new double[covariates.size()];
        for (int c = 0; c < apart.length; c++) {
            apart[c] = meanOf(covariates.get(c), b) - meanOf(covariates.get(c), a);
        }
        double variance = 0;
        for (int i = 0; i < apart.length; i++) {
            for (int j = 0; j < apart.length; j++) {
                variance += apart[i] * apart[j] * slopeCovariance[i][j];
            }
        }
        return variance;
    }

    private static double meanOf(List<Double> values, int[] indices) {
        return IntStream.of(indices).mapToDouble(values::get).average().orElse(0);
    }

    private static double[][] inverseOfSquares(double[][] x, double scale) {
        RealMatrix matrix = new Array2DRowRealMatrix(x, false);
        return MatrixUtils.inverse(matrix.transpose().multiply(matrix))
                .scalarMultiply(scale)
                .getData();
    }

    private static List<Double> atMeanBreathing(List<Epoch> epochs, List<List<Double>> covariates, double[] slopes) {
        List<Double> values = new ArrayList<>();
        for (Epoch epoch : epochs) {
            values.add(epoch.rsa());
        }
        List<String> together = epochs.stream().map(e -> "").toList();
        for (int c = 0; c < slopes.length; c++) {
            double[] deviations = deviations(covariates.get(c), together);
            for (int i = 0; i < deviations.length; i++) {
                values.set(i, values.get(i) - slopes[c] * deviations[i]);
            }
        }
        return List.copyOf(values);
    }

    /** Values less the mean of their group. */
    private static double[] deviations(List<Double> values, List<String> groups) {
        Map<String, double[]> sums = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            double[] sum = sums.computeIfAbsent(groups.get(i), g -> new double[2]);
            sum[0] += values.get(i);
            sum[1]++;
        }
        double[] deviations = new double[groups.size()];
        for (int i = 0; i < deviations.length; i++) {
            double[] sum = sums.get(groups.get(i));
            deviations[i] = values.get(i) - (sum == null ? 0 : sum[0] / sum[1]);
        }
        return deviations;
    }
}
