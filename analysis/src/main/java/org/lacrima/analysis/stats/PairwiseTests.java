package org.lacrima.analysis.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All pairs of several groups compared after a test of all of them: Tukey–Kramer under equal variances, Games–Howell under
 * any, Dunn on ranks. Differences are later minus earlier group, as in R.
 *
 * <ul>
 *   <li>Tukey–Kramer: {@code q = |mⱼ − mᵢ| ⁄ √(MS_w⁄2·(1⁄nᵢ + 1⁄nⱼ))}, referred to the studentised range of k means with
 *       {@code N − k} degrees of freedom (Kramer 1956, doi:10.2307/3001469);
 *   <li>Games–Howell: {@code q = |mⱼ − mᵢ| ⁄ √((sᵢ²⁄nᵢ + sⱼ²⁄nⱼ)⁄2)} with Welch's degrees of freedom for each pair (Games
 *       &amp; Howell 1976, doi:10.3102/10769986001002113);
 *   <li>Dunn: {@code z = (R̄ⱼ − R̄ᵢ) ⁄ √((N(N + 1)⁄12 − Σ(t³ − t)⁄(12(N − 1)))·(1⁄nᵢ + 1⁄nⱼ))} on the ranks in all groups
 *       together, p adjusted for the family (Dunn 1964, doi:10.1080/00401706.1964.10490181).
 * </ul>
 *
 * <p>Not estimable where a group is too small or leaves no spread. Immutable.
 */
public final class PairwiseTests {

    private enum Method {
        TUKEY,
        GAMES_HOWELL,
        DUNN
    }

    private final Method method;
    private final Multiplicity multiplicity;
    private final double confidence;

    private PairwiseTests(Method method, Multiplicity multiplicity, double confidence) {
        this.method = method;
        this.multiplicity = multiplicity;
        this.confidence = confidence;
    }

    /** Equal variances; simultaneous intervals of 95 %. */
    public static PairwiseTests tukey() {
        return new PairwiseTests(Method.TUKEY, Multiplicity.NONE, 0.95);
    }

    /** Any variances; simultaneous intervals of 95 %. */
    public static PairwiseTests gamesHowell() {
        return new PairwiseTests(Method.GAMES_HOWELL, Multiplicity.NONE, 0.95);
    }

    /** On ranks, p adjusted as given. */
    public static PairwiseTests dunn(Multiplicity multiplicity) {
        return new PairwiseTests(Method.DUNN, multiplicity, 0.95);
    }

    /** With intervals of another confidence, between 0 and 1. */
    public PairwiseTests withConfidence(double newConfidence) {
        return new PairwiseTests(method, multiplicity, Interval.requireConfidence(newConfidence));
    }

    /** Compares every pair of groups, the first with each later one, then the second, and so on. */
    public Inference<List<Pair>> test(Groups groups) {
        Optional<String> lack = groups.lack(method == Method.GAMES_HOWELL ? 2 : 1);
        if (lack.isPresent()) {
            return Inference.notEstimable(lack.get());
        }
        return switch (method) {
            case TUKEY -> tukey(groups);
            case GAMES_HOWELL -> gamesHowell(groups);
            case DUNN -> dunn(groups);
        };
    }

    private Inference<List<Pair>> tukey(Groups groups) {
        double df = groups.size() - (double) groups.count();
        if (df < 1 || !(groups.withinSquares() > 0)) {
            return Inference.notEstimable("no spread within the groups");
        }
        double error = groups.withinSquares() / df;
        StudentisedRange range = StudentisedRange.of(groups.count(), df);
        double critical = range.quantileBeyond(1 - confidence);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < groups.count(); i++) {
            for (int j = i + 1; j < groups.count(); j++) {
                Sample from = groups.samples().get(i);
                Sample to = groups.samples().get(j);
                double se = Math.sqrt(error * (1.0 / from.size() + 1.0 / to.size()));
                pairs.add(ofMeans(groups, i, j, se, df, range, critical));
            }
        }
        return Inference.of(List.copyOf(pairs));
    }

    private Inference<List<Pair>> gamesHowell(Groups groups) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < groups.count(); i++) {
            for (int j = i + 1; j < groups.count(); j++) {
                Sample from = groups.samples().get(i);
                Sample to = groups.samples().get(j);
                double a = from.variance() / from.size();
                double b = to.variance() / to.size();
                if (!(a + b > 0)) {
                    return Inference.notEstimable("groups " + groups.names().get(i) + " and "
                            + groups.names().get(j) + " are constant");
                }
                double df = Satterthwaite.df(a, from.size() - 1, b, to.size() - 1);
                StudentisedRange range = StudentisedRange.of(groups.count(), df);
                pairs.add(ofMeans(groups, i, j, Math.sqrt(a + b), df, range, range.quantileBeyond(1 - confidence)));
            }
        }
        return Inference.of(List.copyOf(pairs));
    }

    private Pair ofMeans(Groups groups, int i, int j, double se, double df, StudentisedRange range, double critical) {
        double difference =
                groups.samples().get(j).mean() - groups.samples().get(i).mean();
        double q = Math.abs(difference) / (se / Math.sqrt(2));
        double half = critical * se / Math.sqrt(2);
        double p = range.survival(q);
        Interval interval = new Interval(difference - half, difference + half, confidence);
        return new Pair(
                groups.names().get(i),
                groups.names().get(j),
                difference,
                se,
                q,
                Inference.of(df),
                p,
                p,
                Inference.of(interval));
    }

    private Inference<List<Pair>> dunn(Groups groups) {
        Ranks ranks = Ranks.of(groups.pooled());
        double n = groups.size();
        double spread = n * (n + 1) / 12 - ranks.tieTerm() / (12 * (n - 1));
        if (!(spread > 0)) {
            return Inference.notEstimable("all values are equal, ranks need differences");
        }
        List<Pair> pairs = new ArrayList<>();
        int fromI = 0;
        for (int i = 0; i < groups.count(); i++) {
            int toI = fromI + groups.samples().get(i).size();
            int fromJ = toI;
            for (int j = i + 1; j < groups.count(); j++) {
                int toJ = fromJ + groups.samples().get(j).size();
                double difference = ranks.mean(fromJ, toJ) - ranks.mean(fromI, toI);
                double se = Math.sqrt(spread * (1.0 / (toI - fromI) + 1.0 / (toJ - fromJ)));
                double z = difference / se;
                double p = Math.min(1, 2 * Asymptotic.survival(Math.abs(z)));
                pairs.add(new Pair(
                        groups.names().get(i),
                        groups.names().get(j),
                        difference,
                        se,
                        z,
                        Inference.notEstimable("normal"),
                        p,
                        p,
                        Inference.notEstimable("a difference of mean ranks has no interval of its own")));
                fromJ = toJ;
            }
            fromI = toI;
        }
        double[] adjusted =
                multiplicity.adjust(pairs.stream().mapToDouble(Pair::p).toArray());
        List<Pair> family = new ArrayList<>();
        for (int k = 0; k < adjusted.length; k++) {
            family.add(pairs.get(k).adjusted(adjusted[k]));
        }
        return Inference.of(List.copyOf(family));
    }

    /**
     * Two of the groups compared.
     *
     * @param first name of the earlier group
     * @param second name of the later group
     * @param difference second minus first mean (mean rank in Dunn's test)
     * @param standardError its standard error
     * @param statistic q of the studentised range; z in Dunn's test
     * @param df degrees of freedom of the studentised range
     * @param p p value; by Tukey and Games–Howell it is adjusted for the family already
     * @param adjustedP p adjusted for the family
     * @param interval simultaneous confidence interval of the difference
     */
    public record Pair(
            String first,
            String second,
            double difference,
            double standardError,
            double statistic,
            Inference<Double> df,
            double p,
            double adjustedP,
            Inference<Interval> interval)
            implements StatisticalResult {

        Pair adjusted(double newP) {
            return new Pair(first, second, difference, standardError, statistic, df, p, newP, interval);
        }

        @Override
        public String apa() {
            String limits = interval.value().map(i -> ", " + i).orElse("");
            return String.format(
                    Locale.ROOT,
                    "%s − %s: difference = %s, %s adjusted%s",
                    second,
                    first,
                    Apa.number(difference),
                    Apa.p(adjustedP),
                    limits);
        }
    }
}
