package org.lacrima.analysis.compare;

import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.MannWhitney;
import org.lacrima.analysis.stats.StandardisedDifference;
import org.lacrima.analysis.stats.TTest;

/**
 * Two groups compared on one outcome; differences are {@code focal − reference}. What the data do not allow says why.
 *
 * @param outcome what is compared
 * @param focal the group of interest
 * @param reference the group it is compared with
 * @param welch Welch's t test of the means, with the interval of their difference
 * @param mannWhitney Mann–Whitney U of the focal group, exact and asymptotic
 * @param hedgesG Hedges' g with the approximate bias correction {@code 1 − 3⁄(4m − 1)} and its noncentral-t interval
 * @param hedgesGExact the same with the exact bias correction
 * @param holmWelchP Welch's p adjusted by Holm over the testable outcomes of its family
 * @param holmMannWhitneyP Mann–Whitney's p (exact where there is one) adjusted likewise
 */
public record OutcomeComparison(
        Outcome outcome,
        GroupSummary focal,
        GroupSummary reference,
        Inference<TTest.Result> welch,
        Inference<MannWhitney.Result> mannWhitney,
        Inference<StandardisedDifference.Result> hedgesG,
        Inference<StandardisedDifference.Result> hedgesGExact,
        Inference<Double> holmWelchP,
        Inference<Double> holmMannWhitneyP) {

    OutcomeComparison withHolm(Inference<Double> welchP, Inference<Double> mannWhitneyP) {
        return new OutcomeComparison(
                outcome, focal, reference, welch, mannWhitney, hedgesG, hedgesGExact, welchP, mannWhitneyP);
    }

    /** Whether the means could be tested. */
    public boolean isTestable() {
        return welch.isEstimable();
    }

    /** Why the means could not be tested; empty where they could. */
    public String reason() {
        return welch.reason();
    }
}
