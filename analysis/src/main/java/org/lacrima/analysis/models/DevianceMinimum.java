package org.lacrima.analysis.models;

/**
 * The least deviance over θ, by Newton's method with exact derivatives: steps against the gradient through the inverse of
 * the Hessian, whose negative eigenvalues are turned positive, shortened until the deviance falls enough (Nocedal &amp;
 * Wright 2006, doi:10.1007/978-0-387-40065-5, ch. 3). Starts at the best of L = I⁄4, I and 4I, in units of the columns' root mean squares. Since the
 * deviance is even in the columns of L, a variance of zero is an ordinary stationary point; where it is a saddle, the
 * search goes on along the direction that leads down.
 */
final class DevianceMinimum {

    private static final int MOST_ITERATIONS = 200;
    private static final int MOST_HALVINGS = 40;
    private static final double LONGEST_STEP = 3;

    /** Relative standard deviations beyond which nothing is left of the residual one. */
    private static final double FARTHEST = 1e7;

    /** Squared length of the last step in standard errors of θ, far below any digit that is printed. */
    private static final double DECREMENT = 1e-18;

    /** Share of the deviance in which its own rounding lies. */
    private static final double ROUNDING = 1e-12;

    private final double[] theta;
    private final Profile profile;
    private final Derivatives derivatives;
    private final int iterations;
    private final double decrement;
    private final double largestGradient;
    private final double smallestCurvature;

    private DevianceMinimum(
            double[] theta, Profile profile, Derivatives derivatives, int iterations, double decrement, Model model) {
        this.theta = theta;
        this.profile = profile;
        this.derivatives = derivatives;
        this.iterations = iterations;
        this.decrement = decrement;
        this.largestGradient = model.largestGradient();
        this.smallestCurvature = model.smallestCurvature();
    }

    /** Gradient by θ and Hessian by θ in its eigenvectors. */
    private static final class Model {
        private final double[] gradient;
        private final SymmetricEigen eigen;

        Model(CovarianceShape shape, double[] theta, Derivatives derivatives) {
            double[][] jacobian = Matrices.transposed(shape.jacobian(theta));
            gradient = Matrices.times(jacobian, derivatives.gradient());
            eigen = SymmetricEigen.of(
                    hessianByTheta(jacobian, derivatives.hessian(), shape.curvature(derivatives.gradient())));
        }

        double largestGradient() {
            double largest = 0;
            for (double g : gradient) {
                largest = Math.max(largest, Math.abs(g));
            }
            return largest;
        }

        double smallestCurvature() {
            return eigen.smallest();
        }

        private double floor() {
            double largest = Math.max(Math.abs(eigen.smallest()), Math.abs(eigen.largest()));
            return Math.max(1e-8 * largest, Double.MIN_NORMAL);
        }

        double[] step() {
            double[] step = new double[gradient.length];
            for (int k = 0; k < eigen.size(); k++) {
                double[] v = eigen.vector(k);
                double along = -OrthonormalBasis.dot(v, gradient) / Math.max(Math.abs(eigen.value(k)), floor());
                for (int i = 0; i < step.length; i++) {
                    step[i] += along * v[i];
                }
            }
            return step;
        }

        /** The direction of a saddle that leads down; empty where there is none. */
        double[] escape() {
            int lowest = 0;
            for (int k = 1; k < eigen.size(); k++) {
                lowest = eigen.value(k) < eigen.value(lowest) ? k : lowest;
            }
            if (eigen.value(lowest) > -1e-6 * Math.max(1, eigen.largest())) {
                return new double[0];
            }
            double[] v = eigen.vector(lowest);
            for (int i = 0; i < v.length; i++) {
                v[i] *= 0.3;
            }
            return v;
        }
    }

    static double[][] hessianByTheta(double[][] jacobianTransposed, double[][] hessian, double[][] curvature) {
        double[][] h =
                Matrices.times(Matrices.times(jacobianTransposed, hessian), Matrices.transposed(jacobianTransposed));
        for (int i = 0; i < h.length; i++) {
            for (int j = 0; j < h.length; j++) {
                h[i][j] += curvature[i][j];
            }
        }
        return h;
    }

    static DevianceMinimum of(MixedProblem problem) {
        CovarianceShape shape = problem.shape();
        double[] theta = start(problem);
        Profile profile = new Profile(problem, shape.covariances(theta));
        Derivatives derivatives = Derivatives.of(profile);
        double decrement = Double.POSITIVE_INFINITY;
        int iteration = 0;
        Model model = new Model(shape, theta, derivatives);
        while (iteration < MOST_ITERATIONS && norm(theta) < FARTHEST) {
            iteration++;
            double[] step = model.step();
            double slope = OrthonormalBasis.dot(step, model.gradient);
            decrement = -slope;
            if (decrement < DECREMENT) {
                step = model.escape();
                if (step.length == 0) {
                    break;
                }
                slope = 0;
            }
            double shorten = Math.min(1, LONGEST_STEP * Math.max(1, norm(theta)) / norm(step));
            boolean fine = -slope < 1e-7;
            double[] next = theta;
            Profile there = profile;
            for (int halving = 0; halving < MOST_HALVINGS; halving++) {
                next = plus(theta, shorten, step);
                there = new Profile(problem, shape.covariances(next));
                double allowed = fine ? ROUNDING * (1 + Math.abs(profile.deviance())) : 1e-4 * shorten * slope;
                if (there.deviance() <= profile.deviance() + allowed) {
                    break;
                }
                shorten /= 2;
            }
            boolean stuck = !(there.deviance() <= profile.deviance() + ROUNDING * (1 + Math.abs(profile.deviance())));
            if (stuck) {
                break;
            }
            theta = next;
            profile = there;
            derivatives = Derivatives.of(profile);
            model = new Model(shape, theta, derivatives);
        }
        double[] positive = shape.withPositiveDiagonal(theta);
        return new DevianceMinimum(positive, profile, derivatives, iteration, decrement, model);
    }

    /** The best of a few multiples of L = I. */
    private static double[] start(MixedProblem problem) {
        CovarianceShape shape = problem.shape();
        double[] best = shape.start();
        double least = Double.POSITIVE_INFINITY;
        for (double multiple : new double[] {0.25, 1, 4}) {
            double[] theta = plus(new double[shape.size()], multiple, shape.start());
            double deviance = new Profile(problem, shape.covariances(theta)).deviance();
            if (deviance < least) {
                least = deviance;
                best = theta;
            }
        }
        return best;
    }

    private static double norm(double[] v) {
        return Math.sqrt(OrthonormalBasis.dot(v, v));
    }

    private static double[] plus(double[] a, double factor, double[] b) {
        double[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * b[i];
        }
        return sum;
    }

    double[] theta() {
        return theta;
    }

    Profile profile() {
        return profile;
    }

    Derivatives derivatives() {
        return derivatives;
    }

    int iterations() {
        return iterations;
    }

    /** Squared length of the step that remained, in standard errors of θ. */
    double decrement() {
        return decrement;
    }

    double largestGradient() {
        return largestGradient;
    }

    double smallestCurvature() {
        return smallestCurvature;
    }
}
