package org.lacrima.analysis.survival;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.ChiSquaredTest;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.Interval;
import org.lacrima.analysis.stats.StatisticalResult;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;

/**
 * A fitted Cox model.
 *
 * @param ties how tied events were treated: {@code Efron} or {@code Breslow}
 * @param n persons
 * @param events events
 * @param coefficients one per column of the covariates
 * @param nullLogLikelihood partial log-likelihood at β = 0
 * @param logLikelihood partial log-likelihood at the estimate
 * @param likelihoodRatio likelihood-ratio test of β = 0
 * @param wald Wald test of β = 0
 * @param score score test of β = 0
 * @param concordance concordance of prediction and times; not estimable where no two times can be ordered
 * @param proportionality test of proportional hazards per covariate
 * @param allProportional test of proportional hazards of all together
 */
public record CoxFit(
        String ties,
        int n,
        int events,
        List<Coefficient> coefficients,
        double nullLogLikelihood,
        double logLikelihood,
        ChiSquaredTest likelihoodRatio,
        ChiSquaredTest wald,
        ChiSquaredTest score,
        Inference<Concordance> concordance,
        List<Inference<ChiSquaredTest>> proportionality,
        Inference<ChiSquaredTest> allProportional)
        implements StatisticalResult {

    /** Copies the lists. */
    public CoxFit {
        coefficients = List.copyOf(coefficients);
        proportionality = List.copyOf(proportionality);
    }

    @Override
    public String apa() {
        return coefficients.stream().map(Coefficient::apa).collect(Collectors.joining("; "))
                + "; " + likelihoodRatio.apa()
                + String.format(Locale.ROOT, " (Cox regression, ties by %s, %d events of %d)", ties, events, n);
    }

    @Override
    public ResultTable toTable(String tableName) {
        ResultTable.Builder table = ResultTable.named(tableName, apa())
                .columns(
                        Column.text("coefficient", "covariate, with the level of a factor"),
                        Column.number("estimate", Unit.ONE, "log hazard ratio"),
                        Column.number("hazard_ratio", Unit.ONE, "hazard ratio"),
                        Column.number("se", Unit.ONE, "standard error of the log hazard ratio"),
                        Column.number("z", Unit.ONE, "estimate by its standard error"),
                        Column.number("p", Unit.ONE, "two-sided p value"),
                        Column.number("hr_low", Unit.ONE, "lower limit of the hazard ratio"),
                        Column.number("hr_high", Unit.ONE, "upper limit of the hazard ratio"),
                        Column.number("n", Unit.COUNT, "persons"),
                        Column.number("events", Unit.COUNT, "events"));
        for (Coefficient c : coefficients) {
            table.row(List.of(
                    Cell.of(c.name()),
                    Cell.of(c.estimate()),
                    Cell.of(c.hazardRatio()),
                    Cell.of(c.standardError()),
                    Cell.of(c.z()),
                    Cell.of(c.p()),
                    Cell.of(c.interval().low()),
                    Cell.of(c.interval().high()),
                    Cell.of(n),
                    Cell.of(events)));
        }
        return table.build();
    }

    /**
     * One coefficient.
     *
     * @param name covariate, with the level of a factor
     * @param estimate log hazard ratio
     * @param hazardRatio hazard ratio per unit, or against the reference level
     * @param standardError standard error of the log hazard ratio
     * @param z estimate by its standard error
     * @param p two-sided p value
     * @param interval interval of the hazard ratio
     */
    public record Coefficient(
            String name,
            double estimate,
            double hazardRatio,
            double standardError,
            double z,
            double p,
            Interval interval)
            implements StatisticalResult {
        @Override
        public String apa() {
            return String.format(
                    Locale.ROOT,
                    "%s: HR = %s, %s, z = %s, %s",
                    name,
                    Apa.number(hazardRatio),
                    Apa.interval(interval),
                    Apa.number(z),
                    Apa.p(p));
        }
    }
}
