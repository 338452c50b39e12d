package org.lacrima.analysis.models;

import java.util.List;
import java.util.Optional;

/**
 * A mixed model {@code y = Xb + Zu + e}, {@code var(u) = σ²D}, {@code var(e) = σ²I}, in the form in which it is solved:
 * with the orthonormal columns Q of X for X and the residuals of least squares for y, which changes neither variances nor
 * likelihood but for a constant.
 */
final class MixedProblem {

    private static final double CONFOUNDED = 1e-10;

    private final List<RandomTerm> terms;
    private final CovarianceShape shape;
    private final Criterion criterion;
    private final List<Cluster> clusters;
    private final int[][][] pairs;
    private final int observations;
    private final int columns;
    private final double squares;
    private final double logDeterminant;

    MixedProblem(FixedPart fixed, List<RandomTerm> terms, Criterion criterion) {
        this.terms = terms;
        this.shape = new CovarianceShape(terms);
        this.criterion = criterion;
        this.observations = fixed.frame().rows();
        this.columns = fixed.basis().size();
        double[][] w = new double[columns + 1][];
        for (int j = 0; j < columns; j++) {
            w[j] = fixed.basis().direction(j);
        }
        w[columns] = fixed.basis().rest(fixed.response());
        this.squares = OrthonormalBasis.dot(w[columns], w[columns]);
        this.clusters = Cluster.of(terms, w, observations);
        this.pairs = clusters.stream().map(cluster -> cluster.pairs(shape)).toArray(int[][][]::new);
        this.logDeterminant = fixed.basis().logDeterminant();
    }

    /** A random effect that the fixed part explains in full, so that its variance cannot be seen; empty where there is none. */
    Optional<String> confounded() {
        for (int t = 0; t < terms.size(); t++) {
            for (int a = 0; a < terms.get(t).width(); a++) {
                double total = 0;
                double explained = 0;
                for (Cluster cluster : clusters) {
                    for (Cluster.Block block : cluster.blocks()) {
                        if (block.term() == t) {
                            int i = block.offset() + a;
                            total += cluster.zz()[i * cluster.size() + i];
                            for (int j = 0; j < columns; j++) {
                                double share = cluster.zw()[i * (columns + 1) + j];
                                explained += share * share;
                            }
                        }
                    }
                }
                if (!(total - explained > CONFOUNDED * total)) {
                    return Optional.of(terms.get(t).names().get(a) + " varies between levels of "
                            + terms.get(t).grouping() + " in the random part, but the fixed part explains all of that");
                }
            }
        }
        return Optional.empty();
    }

    List<RandomTerm> terms() {
        return terms;
    }

    CovarianceShape shape() {
        return shape;
    }

    Criterion criterion() {
        return criterion;
    }

    List<Cluster> clusters() {
        return clusters;
    }

    /** {@link Cluster#pairs} of a cluster. */
    int[][] pairs(int cluster) {
        return pairs[cluster];
    }

    int observations() {
        return observations;
    }

    /** Number of fixed columns. */
    int columns() {
        return columns;
    }

    /** Sum of squares of the residuals of least squares. */
    double squares() {
        return squares;
    }

    /** {@code ln|det R|} of {@code X = QR}. */
    double logDeterminant() {
        return logDeterminant;
    }

    /** Observations that speak of the residual variance: all, or by REML those beyond the coefficients. */
    int weight() {
        return criterion == Criterion.REML ? observations - columns : observations;
    }
}
