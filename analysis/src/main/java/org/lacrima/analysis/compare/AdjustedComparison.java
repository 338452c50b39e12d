package org.lacrima.analysis.compare;

import java.util.List;
import org.lacrima.analysis.models.MeanDifference;
import org.lacrima.analysis.models.TermTest;
import org.lacrima.analysis.stats.Inference;

/**
 * The two groups of the contrast compared on one outcome by analysis of covariance: as if both had the same covariates.
 *
 * @param outcome what is compared
 * @param covariates what it is adjusted for
 * @param difference adjusted difference of the means, focal − reference
 * @param tests type III test of the group and of each covariate
 * @param slopes tests of whether a covariate's slope differs between the groups; where one does, no single adjusted
 *     difference describes them
 * @param leftOut persons left out, by reason
 */
public record AdjustedComparison(
        Outcome outcome,
        List<String> covariates,
        Inference<MeanDifference> difference,
        Inference<List<TermTest>> tests,
        Inference<List<TermTest>> slopes,
        List<GroupSummary.Excluded> leftOut) {
    /** Copies the lists. */
    public AdjustedComparison {
        covariates = List.copyOf(covariates);
        leftOut = List.copyOf(leftOut);
    }
}
