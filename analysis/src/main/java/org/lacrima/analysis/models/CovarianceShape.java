package org.lacrima.analysis.models;

import java.util.ArrayList;
import java.util.List;

/**
 * The parameters θ of the covariances of the random effects relative to the residual variance: for each term the lower
 * triangle, column by column, of L in {@code D = LLᵀ}, so that D has no negative variance whatever θ is. The deviance is
 * even in each column of L, so that no bound is needed; the sign that makes the diagonal positive is the one reported.
 */
final class CovarianceShape {

    /** Element (row, column) of the matrix of a term; row ≥ column. */
    record Element(int term, int row, int column) {}

    private final int[] widths;
    private final List<Element> elements = new ArrayList<>();
    private final int[][][] index;

    CovarianceShape(List<RandomTerm> terms) {
        widths = terms.stream().mapToInt(RandomTerm::width).toArray();
        index = new int[widths.length][][];
        for (int t = 0; t < widths.length; t++) {
            index[t] = new int[widths[t]][widths[t]];
            for (int c = 0; c < widths[t]; c++) {
                for (int r = c; r < widths[t]; r++) {
                    index[t][r][c] = elements.size();
                    index[t][c][r] = elements.size();
                    elements.add(new Element(t, r, c));
                }
            }
        }
    }

    int size() {
        return elements.size();
    }

    List<Element> elements() {
        return elements;
    }

    int terms() {
        return widths.length;
    }

    /** L = identity. */
    double[] start() {
        double[] theta = new double[size()];
        for (int i = 0; i < theta.length; i++) {
            theta[i] = elements.get(i).row() == elements.get(i).column() ? 1 : 0;
        }
        return theta;
    }

    /** L of a term. */
    double[][] factor(double[] theta, int term) {
        double[][] l = new double[widths[term]][widths[term]];
        for (int r = 0; r < widths[term]; r++) {
            for (int c = 0; c <= r; c++) {
                l[r][c] = theta[index[term][r][c]];
            }
        }
        return l;
    }

    /** D of a term. */
    double[][] covariance(double[] theta, int term) {
        double[][] l = factor(theta, term);
        int k = widths[term];
        double[][] d = new double[k][k];
        for (int r = 0; r < k; r++) {
            for (int s = 0; s < k; s++) {
                for (int c = 0; c <= Math.min(r, s); c++) {
                    d[r][s] += l[r][c] * l[s][c];
                }
            }
        }
        return d;
    }

    double[][][] covariances(double[] theta) {
        double[][][] all = new double[widths.length][][];
        for (int t = 0; t < widths.length; t++) {
            all[t] = covariance(theta, t);
        }
        return all;
    }

    /** {@code ∂δᵣ⁄∂θᵢ} for the elements δ of the D of all terms. */
    double[][] jacobian(double[] theta) {
        double[][] j = new double[size()][size()];
        for (int r = 0; r < size(); r++) {
            Element d = elements.get(r);
            for (int i = 0; i < size(); i++) {
                Element l = elements.get(i);
                if (d.term() == l.term()) {
                    if (d.row() == l.row() && l.column() <= d.column()) {
                        j[r][i] += theta[index[d.term()][d.column()][l.column()]];
                    }
                    if (d.column() == l.row() && l.column() <= d.row()) {
                        j[r][i] += theta[index[d.term()][d.row()][l.column()]];
                    }
                }
            }
        }
        return j;
    }

    /** {@code Σᵣ gᵣ·∂²δᵣ⁄∂θᵢ∂θⱼ}. */
    double[][] curvature(double[] gradient) {
        double[][] h = new double[size()][size()];
        for (int i = 0; i < size(); i++) {
            Element a = elements.get(i);
            for (int j = 0; j < size(); j++) {
                Element b = elements.get(j);
                if (a.term() == b.term() && a.column() == b.column()) {
                    h[i][j] = gradient[index[a.term()][a.row()][b.row()]] * (a.row() == b.row() ? 2 : 1);
                }
            }
        }
        return h;
    }

    /** The same covariances with every L of nonnegative diagonal. */
    double[] withPositiveDiagonal(double[] theta) {
        double[] flipped = theta.clone();
        for (int i = 0; i < flipped.length; i++) {
            Element e = elements.get(i);
            if (theta[index[e.term()][e.column()][e.column()]] < 0) {
                flipped[i] = -flipped[i];
            }
        }
        return flipped;
    }

    /** The smallest diagonal element of L: how near the fit is to having no variance in some direction. */
    double smallestDiagonal(double[] theta) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < theta.length; i++) {
            if (elements.get(i).row() == elements.get(i).column()) {
                smallest = Math.min(smallest, Math.abs(theta[i]));
            }
        }
        return smallest;
    }
}
