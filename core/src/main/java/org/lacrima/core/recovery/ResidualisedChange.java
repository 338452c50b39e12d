package org.lacrima.core.recovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.lacrima.core.metric.MetricValue;

/**
 * How much more or less a person has recovered than others of their baseline and response: the residual of a regression
 * over persons, {@code R ~ B} or {@code R ~ B + T}. A property of a person among the persons at hand, never of one alone.
 *
 * <p>The residuals sum to zero, so groups may be compared but their levels mean nothing. A group that differs in
 * {@code B} is compared as if it did not (Lord 1967, doi:10.1037/h0025105): where criers selected themselves, the
 * unadjusted change answers another question and belongs beside it.
 */
public final class ResidualisedChange {
    private ResidualisedChange() {}

    /**
     * One residual per person, in their order and the unit of {@code later}, or the reason why there is none.
     *
     * @param later what is explained, such as the level during recovery; one value per person
     * @param predictors what explains it, such as the baselines, or baselines and task levels; each one value per person
     * @throws IllegalArgumentException if the lists differ in length or there is no predictor
     */
    public static List<MetricValue> of(List<MetricValue> later, List<List<MetricValue>> predictors) {
        if (predictors.isEmpty()) {
            throw new IllegalArgumentException("a residual needs at least one predictor");
        }
        for (List<MetricValue> predictor : predictors) {
            if (predictor.size() != later.size()) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "a predictor has %d values for %d persons", predictor.size(), later.size()));
            }
        }
        List<Integer> complete = new ArrayList<>();
        for (int i = 0; i < later.size(); i++) {
            if (missing(later, predictors, i).isEmpty()) {
                complete.add(i);
            }
        }
        double[] residuals = new double[0];
        String reason = String.format(
                Locale.ROOT, "%d persons with all values, %d needed", complete.size(), predictors.size() + 2);
        if (complete.size() >= predictors.size() + 2) {
            try {
                residuals = residuals(later, predictors, complete);
            } catch (SingularMatrixException e) {
                reason = "the predictors do not differ between persons, or are the same";
            }
        }
        MetricValue[] values = new MetricValue[later.size()];
        for (int i = 0; i < values.length; i++) {
            String why = missing(later, predictors, i);
            values[i] =
                    MetricValue.notEstimable(name(later.get(i)), later.get(i).unit(), why.isEmpty() ? reason : why);
        }
        for (int k = 0; k < residuals.length; k++) {
            MetricValue person = later.get(complete.get(k));
            values[complete.get(k)] = MetricValue.of(name(person), residuals[k], person.unit(), residuals.length);
        }
        return List.copyOf(Arrays.asList(values));
    }

    private static double[] residuals(
            List<MetricValue> later, List<List<MetricValue>> predictors, List<Integer> complete) {
        double[] y = new double[complete.size()];
        double[][] x = new double[complete.size()][predictors.size()];
        for (int k = 0; k < y.length; k++) {
            y[k] = later.get(complete.get(k)).orNaN();
            for (int j = 0; j < predictors.size(); j++) {
                x[k][j] = predictors.get(j).get(complete.get(k)).orNaN();
            }
        }
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression(1e-9);
        regression.newSampleData(y, x);
        return regression.estimateResiduals();
    }

    private static String missing(List<MetricValue> later, List<List<MetricValue>> predictors, int person) {
        List<String> reasons = new ArrayList<>();
        if (!later.get(person).isEstimable()) {
            reasons.add(later.get(person).reason());
        }
        for (List<MetricValue> predictor : predictors) {
            if (!predictor.get(person).isEstimable()) {
                reasons.add(predictor.get(person).reason());
            }
        }
        return String.join("; ", reasons);
    }

    private static String name(MetricValue value) {
        return value.name() + " residualised";
    }
}
