package org.lacrima.analysis.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.statistics.distribution.TDistribution;
import org.lacrima.analysis.stats.Interval;
import org.lacrima.analysis.stats.Multiplicity;
import org.lacrima.analysis.stats.StudentisedRange;

/**
 * What a model predicts for each level of some categories, all else being equal: the other categories averaged with equal
 * weights, covariates at their means over the data (Searle, Speed &amp; Milliken 1980, doi:10.1080/00031305.1980.10483031).
 * In an analysis of covariance these are the adjusted means. The slopes of a covariate are averaged in the same way.
 * Immutable.
 */
public final class MarginalMeans {

    private final LinearEstimator estimator;
    private final double confidence;
    private final List<Cell> cells;

    /** A combination of levels and its weights of the coefficients. */
    private static final class Cell {
        private final String within;
        private final String level;
        private final double[] weights;

        Cell(String within, String level, double[] weights) {
            this.within = within;
            this.level = level;
            this.weights = weights;
        }

        String within() {
            return within;
        }

        String level() {
            return level;
        }

        double[] weights() {
            return weights;
        }
    }

    private MarginalMeans(LinearEstimator estimator, double confidence, List<Cell> cells) {
        this.estimator = estimator;
        this.confidence = confidence;
        this.cells = cells;
    }

    static MarginalMeans of(
            FixedPart fixed, LinearEstimator estimator, double confidence, List<String> within, List<String> factors) {
        return of(fixed, estimator, confidence, within, factors, Grid.of(fixed)::means);
    }

    static MarginalMeans slopes(
            FixedPart fixed,
            LinearEstimator estimator,
            double confidence,
            String covariate,
            List<String> within,
            List<String> factors) {
        return of(fixed, estimator, confidence, within, factors, Grid.of(fixed).slopesOf(fixed, covariate)::means);
    }

    private interface Averages {
        Map<String, double[]> over(List<String> factors);
    }

    private static MarginalMeans of(
            FixedPart fixed,
            LinearEstimator estimator,
            double confidence,
            List<String> within,
            List<String> factors,
            Averages averages) {
        for (String factor : factors) {
            fixed.frame().factor(factor);
        }
        List<String> all = new ArrayList<>(within);
        all.addAll(factors);
        List<Cell> cells = new ArrayList<>();
        averages.over(all).forEach((key, weights) -> {
            List<String> levels = Arrays.asList(key.split(Grid.SEPARATOR, -1));
            cells.add(new Cell(
                    String.join(" ", levels.subList(0, within.size())),
                    String.join(" ", levels.subList(within.size(), levels.size())),
                    weights));
        });
        return new MarginalMeans(estimator, confidence, cells);
    }

    /** The means (or slopes), in the order of the levels. */
    public List<Coefficient> means() {
        return cells.stream()
                .map(cell -> Coefficient.of(
                        cell.within().isEmpty() ? cell.level() : cell.within() + " " + cell.level(),
                        estimator.of(cell.weights()),
                        confidence))
                .toList();
    }

    /**
     * A weighted sum of the means, such as half of two means less a third.
     *
     * @param name what it says
     * @param weights one weight for each of {@link #means()}, in order
     */
    public Coefficient contrast(String name, double... weights) {
        if (weights.length != cells.size()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "contrast %s needs %d weights, got %d", name, cells.size(), weights.length));
        }
        double[] sum = new double[cells.get(0).weights().length];
        for (int c = 0; c < weights.length; c++) {
            for (int j = 0; j < sum.length; j++) {
                sum[j] += weights[c] * cells.get(c).weights()[j];
            }
        }
        return Coefficient.of(name, estimator.of(sum), confidence);
    }

    /** All pairs, p adjusted within each family of comparisons; intervals are those of single comparisons. */
    public List<MeanDifference> pairs(Multiplicity adjustment) {
        List<MeanDifference> all = new ArrayList<>();
        families().forEach(family -> {
            List<LinearEstimator.Estimate> estimates = estimates(family);
            double[] adjusted = adjustment.adjust(estimates.stream()
                    .mapToDouble(e -> Coefficient.twoSided(e.value() / e.standardError(), e.df()))
                    .toArray());
            List<MeanDifference> pairs = new ArrayList<>();
            forPairs(family, (first, second) -> {
                LinearEstimator.Estimate e = estimates.get(pairs.size());
                double critical = TDistribution.of(e.df()).inverseSurvivalProbability((1 - confidence) / 2);
                pairs.add(difference(first, second, e, adjusted[pairs.size()], adjustment.label(), critical));
            });
            all.addAll(pairs);
        });
        return List.copyOf(all);
    }

    /** All pairs by Tukey's studentised range of as many means as a family has, with simultaneous intervals. */
    public List<MeanDifference> tukeyPairs() {
        List<MeanDifference> all = new ArrayList<>();
        families().forEach(family -> {
            List<LinearEstimator.Estimate> estimates = estimates(family);
            List<MeanDifference> pairs = new ArrayList<>();
            forPairs(family, (first, second) -> {
                LinearEstimator.Estimate e = estimates.get(pairs.size());
                StudentisedRange range = StudentisedRange.of(family.size(), e.df());
                double q = Math.sqrt(2) * Math.abs(e.value()) / e.standardError();
                double critical = range.quantileBeyond(1 - confidence) / Math.sqrt(2);
                pairs.add(difference(first, second, e, range.survival(q), "Tukey", critical));
            });
            all.addAll(pairs);
        });
        return List.copyOf(all);
    }

    private MeanDifference difference(
            Cell first, Cell second, LinearEstimator.Estimate e, double adjusted, String adjustment, double critical) {
        double t = e.value() / e.standardError();
        double half = critical * e.standardError();
        return new MeanDifference(
                first.within(),
                first.level(),
                second.level(),
                e.value(),
                e.standardError(),
                e.df(),
                t,
                Coefficient.twoSided(t, e.df()),
                adjusted,
                adjustment,
                new Interval(e.value() - half, e.value() + half, confidence));
    }

    private List<List<Cell>> families() {
        Map<String, List<Cell>> families = new LinkedHashMap<>();
        cells.forEach(cell ->
                families.computeIfAbsent(cell.within(), w -> new ArrayList<>()).add(cell));
        return List.copyOf(families.values());
    }

    private List<LinearEstimator.Estimate> estimates(List<Cell> family) {
        List<LinearEstimator.Estimate> estimates = new ArrayList<>();
        forPairs(family, (first, second) -> {
            double[] weights = second.weights().clone();
            for (int j = 0; j < weights.length; j++) {
                weights[j] -= first.weights()[j];
            }
            estimates.add(estimator.of(weights));
        });
        return estimates;
    }

    private interface PairConsumer {
        void accept(Cell first, Cell second);
    }

    private static void forPairs(List<Cell> family, PairConsumer consumer) {
        for (int i = 0; i < family.size(); i++) {
            for (int j = i + 1; j < family.size(); j++) {
                consumer.accept(family.get(i), family.get(j));
            }
        }
    }
}
