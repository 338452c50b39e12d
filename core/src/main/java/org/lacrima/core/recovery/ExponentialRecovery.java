package org.lacrima.core.recovery;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.FDistribution;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.recovery.RecoveryFit.Bounds;
import org.lacrima.core.recovery.RecoveryFit.Verdict;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;

/**
 * Fits an exponential recovery curve {@code X(t) = A + D · e^(−t ⁄ τ)}, half-time {@code H = τ · ln 2}, by least squares.
 * With a delay δ the recovery begins later than the offset: {@code X(t) = A + D} until then, t counted from δ.
 *
 * <p>For given τ and δ the best A and D are a linear regression, so the fit is a search over these alone (variable
 * projection): it needs no starting values and misses no minimum. Confidence intervals of half-time and delay are those of
 * the profile, {@code RSS(τ) ≤ RSS_min · (1 + F(1, n − p) ⁄ (n − p))}, which may be open above: the data then do not tell
 * the curve from a straight line, and the half-time is not estimable. Standard errors are those of the linearised model.
 *
 * <p>What is assumed of the residuals decides how wide the intervals are: {@link #withResiduals}.
 *
 * <p>The whole course instead of one interval: Christenfeld, Glynn &amp; Gerin 2000. Variable projection: Golub &amp;
 * Pereyra 1973, doi:10.1137/0710036.
 */
public final class ExponentialRecovery {
    private static final int POINTS = 80;
    private static final int COARSE_POINTS = 30;
    private static final int ROUNDS = 3;
    private static final int LEVEL = 0;
    private static final int TAU = 2;
    private static final double GREATEST_CORRELATION = 0.98;
    /** A time constant of this many windows is a straight line to any data. */
    private static final double LONGEST_IN_WINDOWS = 50;
    /** A time constant of this share of a step between values is a jump to any data. */
    private static final double SHORTEST_IN_STEPS = 0.1;
    /** A recovery that begins later than this share of the window has too little of it left. */
    private static final double LATEST_IN_WINDOWS = 0.5;

    private final OptionalDouble asymptote;
    private final double confidence;
    private final Residuals residuals;
    private final Start start;

    /** When a recovery begins. */
    public enum Start {
        /** At the offset of what the person recovers from. */
        AT_OFFSET,
        /** Some time after it, which is fitted: the delay between the end of tears and the turning point. */
        AFTER_A_DELAY
    }

    private ExponentialRecovery(OptionalDouble asymptote, double confidence, Residuals residuals, Start start) {
        this.asymptote = asymptote;
        this.confidence = confidence;
        this.residuals = residuals;
        this.start = start;
    }

    /** From the offset to an asymptote that is fitted, independent residuals, intervals at 95 %. */
    public static ExponentialRecovery withDefaults() {
        return new ExponentialRecovery(OptionalDouble.empty(), 0.95, Residuals.INDEPENDENT, Start.AT_OFFSET);
    }

    /** The curve tends to a known level, such as the baseline. */
    public ExponentialRecovery towards(double level) {
        if (!Double.isFinite(level)) {
            throw new IllegalArgumentException("the level to recover to must be finite, got " + level);
        }
        return new ExponentialRecovery(OptionalDouble.of(level), confidence, residuals, start);
    }

    /** Intervals at another level of confidence, between 0 and 1. */
    public ExponentialRecovery withConfidence(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("confidence must lie between 0 and 1, got " + level);
        }
        return new ExponentialRecovery(asymptote, level, residuals, start);
    }

    /** With another assumption about the residuals. */
    public ExponentialRecovery withResiduals(Residuals other) {
        return new ExponentialRecovery(asymptote, confidence, other, start);
    }

    /** With another beginning of the recovery. */
    public ExponentialRecovery withStart(Start other) {
        return new ExponentialRecovery(asymptote, confidence, residuals, other);
    }

    /**
     * Fits the values inside a window, t counted from its start.
     *
     * @param values values of one quantity over session time
     * @param recovery from the offset of what the person recovers from to the end of the recovery
     */
    public RecoveryFit fit(TimedValues values, Window recovery) {
        TimedValues inside = values.during(recovery);
        double[] t = inside.toSeconds();
        for (int i = 0; i < t.length; i++) {
            t[i] -= recovery.startSeconds();
        }
        FitLabels labels = new FitLabels(values.name(), values.unit());
        if (t.length < parameters() + 2) {
            return labels.nothing(
                    Verdict.NO_DATA, String.format(Locale.ROOT, "%d of %d values needed", t.length, parameters() + 2));
        }
        double length = t[t.length - 1] - t[0];
        Search search = new Search(
                CurveModel.of(t, inside.toArray(), asymptote),
                ProfileSearch.grid(
                        Math.log(SHORTEST_IN_STEPS * length / t.length),
                        Math.log(LONGEST_IN_WINDOWS * length),
                        start == Start.AT_OFFSET ? POINTS : COARSE_POINTS),
                start == Start.AT_OFFSET ? new double[0] : ProfileSearch.grid(0, LATEST_IN_WINDOWS * length, t.length));
        Shape best = search.best();
        double correlation = 0;
        for (int round = 0; round < ROUNDS && residuals == Residuals.AUTOREGRESSIVE; round++) {
            correlation = unbiased(search.model().correlation(best.tangent(search.model())), t.length);
            search = search.withCorrelation(correlation);
            best = search.best();
        }
        return result(search, best, correlation, recovery.lengthSeconds(), labels);
    }

    private RecoveryFit result(Search search, Shape best, double correlation, double lengthSeconds, FitLabels labels) {
        CurveModel model = search.model();
        int freedom = model.times().length - parameters();
        double least = search.residualSquares(best);
        int beyondConstant = parameters() - 1 + fixed();
        double gain = (model.with().residualSquares() - least) / beyondConstant;
        if (gain <= least / freedom * quantileOfF(beyondConstant, freedom)) {
            return labels.nothing(Verdict.NO_CHANGE, "the values change no more than by chance");
        }
        double limit = least * (1 + quantileOfF(1, freedomOf(TAU, model, best, correlation)) / freedom);
        Bounds halfTime = search.halfTimeBounds(best, limit);
        double variance = least / freedom;
        if (Double.isInfinite(halfTime.upper())) {
            return labels.open(halfTime, Math.sqrt(variance), correlation, lengthSeconds);
        }
        double[] coefficients = model.coefficients(best.values(model));
        double[] errors = new double[4];
        double[] inverse = model.with(best.tangent(model)).inverseDiagonal();
        for (int j = 0; j < inverse.length; j++) {
            errors[j + fixed()] = Math.sqrt(variance * inverse[j]);
        }
        double half = Math.log(2) * Math.exp(best.lnTau());
        double limitOfLevel = least * (1 + quantileOfF(1, freedomOf(LEVEL, model, best, correlation)) / freedom);
        Bounds level = asymptote.isPresent()
                ? new Bounds(coefficients[0], coefficients[0])
                : search.levelBounds(coefficients[0], errors[0], limitOfLevel);
        int n = model.times().length;
        return new RecoveryFit(
                labels.estimate("half-time", half, Unit.S, n, Math.log(2) * errors[2]),
                labels.estimate("asymptote", coefficients[0], labels.unit(), n, errors[0]),
                labels.estimate("amplitude", coefficients[1], labels.unit(), n, errors[1]),
                start == Start.AT_OFFSET
                        ? labels.noDelay()
                        : labels.estimate("delay", best.delay(), Unit.S, n, errors[3]),
                halfTime,
                level,
                search.delayBounds(best, limit),
                Math.sqrt(variance),
                correlation,
                lengthSeconds < best.delay() + 2 * half ? Verdict.WINDOW_SHORT : Verdict.IDENTIFIED);
    }

    private int fixed() {
        return asymptote.isPresent() ? 1 : 0;
    }

    private int parameters() {
        return 3 - fixed() + (start == Start.AT_OFFSET ? 0 : 1);
    }

    /**
     * Without the bias towards zero that the correlation has in a short series under a fitted course: of the size of
     * {@code 4ρ ⁄ n}, by which intervals keep what they promise (see the page of recovery).
     */
    private static double unbiased(double correlation, int n) {
        return Math.min(GREATEST_CORRELATION, correlation * (1 + 4.0 / n));
    }

    /**
     * Degrees of freedom of a standard error by Satterthwaite: the residual variance has n − p, and the correlation is
     * estimated too, with variance {@code (1 − ρ²) ⁄ n}.
     */
    private double freedomOf(int parameter, CurveModel model, Shape best, double correlation) {
        int n = model.times().length;
        double ofVariance = 2.0 / (n - parameters());
        if (residuals == Residuals.INDEPENDENT || parameter < fixed()) {
            return n - parameters();
        }
        double step = Math.min(0.01, (1 - correlation) / 4);
        double change = (logVarianceOf(parameter, model, best, correlation + step)
                        - logVarianceOf(parameter, model, best, Math.max(0, correlation - step)))
                / (step + Math.min(step, correlation));
        return 2 / (ofVariance + change * change * (1 - correlation * correlation) / n);
    }

    private double logVarianceOf(int parameter, CurveModel model, Shape best, double correlation) {
        CurveModel other = model.withCorrelation(correlation);
        double rss = other.with(best.values(other)).residualSquares();
        return Math.log(rss * other.with(best.tangent(model)).inverseDiagonal()[parameter - fixed()]);
    }

    private double quantileOfF(int numerator, double denominator) {
        return new FDistribution(null, numerator, denominator).inverseCumulativeProbability(confidence);
    }

    /** A curve but for its level and amplitude. */
    private record Shape(double lnTau, double delay, boolean delayed) {

        double[] values(CurveModel model) {
            double tau = Math.exp(lnTau);
            return model.shape(t -> Math.exp(-Math.max(0, t - delay) / tau));
        }

        /** Derivatives by amplitude, τ and, where it is fitted, δ. */
        double[][] tangent(CurveModel model) {
            double[] values = values(model);
            double amplitude = model.coefficients(values)[1];
            double tau = Math.exp(lnTau);
            double[] byTau = model.shape(t -> Math.max(0, t - delay) * Math.exp(-Math.max(0, t - delay) / tau));
            double[] byDelay = model.shape(t -> t > delay ? Math.exp(-(t - delay) / tau) : 0);
            for (int i = 0; i < values.length; i++) {
                byTau[i] *= amplitude / (tau * tau);
                byDelay[i] *= amplitude / tau;
            }
            return delayed ? new double[][] {values, byTau, byDelay} : new double[][] {values, byTau};
        }
    }

    /** The search over τ and, where there is a grid of delays, δ. */
    private static final class Search {
        private final CurveModel model;
        private final double[] lnTaus;
        private final double[] delays;

        Search(CurveModel model, double[] lnTaus, double[] delays) {
            this.model = model;
            this.lnTaus = lnTaus;
            this.delays = delays;
        }

        CurveModel model() {
            return model;
        }

        Search withCorrelation(double correlation) {
            return new Search(model.withCorrelation(correlation), lnTaus, delays);
        }

        Shape best() {
            double lnTau = ProfileSearch.minimum(this::overDelays, lnTaus);
            return new Shape(lnTau, delays.length == 0 ? 0 : delayFor(lnTau), delays.length > 0);
        }

        double residualSquares(Shape shape) {
            return model.with(shape.values(model)).residualSquares();
        }

        Bounds halfTimeBounds(Shape best, double limit) {
            DoubleUnaryOperator profile = this::overDelays;
            return new Bounds(
                    Math.log(2) * Math.exp(ProfileSearch.below(profile, limit, best.lnTau(), lnTaus)),
                    Math.log(2) * Math.exp(ProfileSearch.above(profile, limit, best.lnTau(), lnTaus)));
        }

        Bounds levelBounds(double best, double error, double limit) {
            double[] coarse = ProfileSearch.grid(lnTaus[0], lnTaus[lnTaus.length - 1], COARSE_POINTS);
            DoubleUnaryOperator profile = level -> {
                Search known = new Search(model.withAsymptote(level), coarse, delays);
                return known.residualSquares(known.best());
            };
            double step = Double.isFinite(error) && error > 0 ? error : Math.max(1e-9, 1e-6 * Math.abs(best));
            return new Bounds(
                    ProfileSearch.beyond(profile, limit, best, -step),
                    ProfileSearch.beyond(profile, limit, best, step));
        }

        Bounds delayBounds(Shape best, double limit) {
            if (delays.length == 0) {
                return Bounds.NONE;
            }
            DoubleUnaryOperator profile = delay -> {
                DoubleUnaryOperator f = lnTau -> residualSquares(new Shape(lnTau, delay, true));
                return f.applyAsDouble(ProfileSearch.minimum(f, lnTaus));
            };
            return new Bounds(
                    Math.max(0, ProfileSearch.below(profile, limit, best.delay(), delays)),
                    ProfileSearch.above(profile, limit, best.delay(), delays));
        }

        private double overDelays(double lnTau) {
            return residualSquares(new Shape(lnTau, delays.length == 0 ? 0 : delayFor(lnTau), delays.length > 0));
        }

        private double delayFor(double lnTau) {
            return ProfileSearch.minimum(delay -> residualSquares(new Shape(lnTau, delay, true)), delays);
        }
    }
}
