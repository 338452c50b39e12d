package org.lacrima.analysis.models;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns made orthonormal one after another, {@code X = Q·R}, by Gram and Schmidt's modified process run twice, which keeps
 * Q orthogonal to the last digit (Björck 1994, doi:10.1016/0024-3795(94)90493-6). A column that lies in the span of those
 * before it is named, not divided by nothing.
 */
final class OrthonormalBasis {

    /** Share of a column's length that must remain; R's {@code lm} and {@code lmer} have the same. */
    private static final double TOLERANCE = 1e-7;

    private final List<double[]> directions = new ArrayList<>();
    private final List<double[]> coefficients = new ArrayList<>();

    /** Whether the column is new; if it is, it becomes part of the basis. */
    boolean add(double[] column) {
        double[] rest = column.clone();
        double[] r = new double[directions.size() + 1];
        double length = Math.sqrt(dot(column, column));
        for (int pass = 0; pass < 2; pass++) {
            for (int j = 0; j < directions.size(); j++) {
                double[] q = directions.get(j);
                double share = dot(q, rest);
                r[j] += share;
                for (int i = 0; i < rest.length; i++) {
                    rest[i] -= share * q[i];
                }
            }
        }
        double left = Math.sqrt(dot(rest, rest));
        if (!(left > TOLERANCE * length)) {
            return false;
        }
        r[directions.size()] = left;
        for (int i = 0; i < rest.length; i++) {
            rest[i] /= left;
        }
        directions.add(rest);
        coefficients.add(r);
        return true;
    }

    int size() {
        return directions.size();
    }

    double[] direction(int j) {
        return directions.get(j);
    }

    double[][] directions() {
        return directions.toArray(new double[0][]);
    }

    /** Share of each direction in a column: {@code Qᵀy}. */
    double[] shares(double[] y) {
        double[] shares = new double[size()];
        for (int j = 0; j < shares.length; j++) {
            shares[j] = dot(directions.get(j), y);
        }
        return shares;
    }

    /** What of a column lies outside. */
    double[] rest(double[] y) {
        double[] rest = y.clone();
        for (int pass = 0; pass < 2; pass++) {
            for (double[] q : directions) {
                double share = dot(q, rest);
                for (int i = 0; i < rest.length; i++) {
                    rest[i] -= share * q[i];
                }
            }
        }
        return rest;
    }

    /** {@code R⁻¹v}: coefficients of the columns from those of the directions. */
    double[] solve(double[] v) {
        double[] b = v.clone();
        for (int j = b.length - 1; j >= 0; j--) {
            double[] r = coefficients.get(j);
            b[j] /= r[j];
            for (int i = 0; i < j; i++) {
                b[i] -= b[j] * r[i];
            }
        }
        return b;
    }

    /** {@code R⁻ᵀv}: weights of the directions from weights of the columns. */
    double[] solveTransposed(double[] v) {
        double[] b = v.clone();
        for (int j = 0; j < b.length; j++) {
            double[] r = coefficients.get(j);
            for (int i = 0; i < j; i++) {
                b[j] -= r[i] * b[i];
            }
            b[j] /= r[j];
        }
        return b;
    }

    /** {@code ln|det R|}. */
    double logDeterminant() {
        double sum = 0;
        for (int j = 0; j < size(); j++) {
            sum += Math.log(coefficients.get(j)[j]);
        }
        return sum;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
