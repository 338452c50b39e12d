package org.lacrima.core.recovery;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * Values over time as a level and shapes of given courses: linear in all but the parameters of the shapes, so that these
 * alone are searched for (variable projection).
 */
final class CurveModel {
    private static final int CORRELATIONS = 50;
    private static final double GREATEST_CORRELATION = 0.98;

    private final double[] t;
    private final double[] x;
    private final OptionalDouble asymptote;
    private final Whitening whitening;
    private final double[] target;

    private CurveModel(double[] t, double[] x, OptionalDouble asymptote, Whitening whitening) {
        this.t = t;
        this.x = x;
        this.asymptote = asymptote;
        this.whitening = whitening;
        double[] distance = x.clone();
        for (int i = 0; i < distance.length; i++) {
            distance[i] -= asymptote.orElse(0);
        }
        target = whitening.apply(distance);
    }

    static CurveModel of(double[] t, double[] x, OptionalDouble asymptote) {
        return new CurveModel(t, x, asymptote, Whitening.none(t.length));
    }

    /** The best level (unless fixed) and amplitudes for given shapes. */
    LinearLeastSquares with(double[]... shapes) {
        int first = asymptote.isPresent() ? 0 : 1;
        double[][] columns = new double[first + shapes.length][];
        if (first == 1) {
            columns[0] = whitening.apply(ones());
        }
        for (int j = 0; j < shapes.length; j++) {
            columns[first + j] = whitening.apply(shapes[j]);
        }
        return LinearLeastSquares.of(columns, target);
    }

    /** Level and amplitudes, the fixed level included. */
    double[] coefficients(double[]... shapes) {
        double[] fitted = with(shapes).coefficients();
        if (asymptote.isEmpty()) {
            return fitted;
        }
        double[] all = new double[fitted.length + 1];
        all[0] = asymptote.getAsDouble();
        System.arraycopy(fitted, 0, all, 1, fitted.length);
        return all;
    }

    /** The times, each turned into a value. */
    double[] shape(DoubleUnaryOperator course) {
        double[] shape = new double[t.length];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = course.applyAsDouble(t[i]);
        }
        return shape;
    }

    double[] times() {
        return t;
    }

    /** Correlation at a distance of one mean step by restricted maximum likelihood, given the tangent of the curve. */
    double correlation(double[][] tangent) {
        int n = t.length;
        int p = tangent.length + (asymptote.isPresent() ? 0 : 1);
        return ProfileSearch.minimum(
                correlation -> {
                    CurveModel model = withCorrelation(correlation);
                    LinearLeastSquares fit = model.with(tangent);
                    return (n - p) * Math.log(fit.residualSquares())
                            + model.whitening.logDeterminant()
                            + fit.logDeterminant();
                },
                ProfileSearch.grid(0, GREATEST_CORRELATION, CORRELATIONS));
    }

    /** The same model of residuals that resemble the one before. */
    CurveModel withCorrelation(double correlation) {
        return new CurveModel(t, x, asymptote, Whitening.of(t, correlation));
    }

    /** The same model with the level known. */
    CurveModel withAsymptote(double level) {
        return new CurveModel(t, x, OptionalDouble.of(level), whitening);
    }

    private double[] ones() {
        double[] ones = new double[t.length];
        Arrays.fill(ones, 1);
        return ones;
    }
}
