package org.lacrima.analysis.compare;

import java.util.List;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.KruskalWallis;
import org.lacrima.analysis.stats.OneWayAnova;
import org.lacrima.analysis.stats.PairwiseTests;

/**
 * All arms of a study compared on one outcome.
 *
 * @param outcome what is compared
 * @param arms each arm described, in the plan's order
 * @param welch Welch's analysis of variance
 * @param kruskalWallis Kruskal and Wallis's rank test
 * @param pairs every pair of arms by Games and Howell
 */
public record ArmComparison(
        Outcome outcome,
        List<GroupSummary> arms,
        Inference<OneWayAnova.Result> welch,
        Inference<KruskalWallis.Result> kruskalWallis,
        Inference<List<PairwiseTests.Pair>> pairs) {
    /** Copies the arms. */
    public ArmComparison {
        arms = List.copyOf(arms);
    }
}
