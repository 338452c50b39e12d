package org.lacrima.analysis.compare;

import org.lacrima.analysis.stats.BrunnerMunzel;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.PermutationTest;
import org.lacrima.analysis.stats.TTest;

/**
 * The two groups of the contrast compared by procedures that lean on fewer assumptions than Welch's test: where all agree,
 * the answer does not hang on the shape of the data.
 *
 * @param outcome what is compared
 * @param yuen Yuen's test of means trimmed by 20 % on either side
 * @param brunnerMunzel whether a person of one group tends to exceed one of the other, whatever the spreads
 * @param permutation permutation test of the difference of means; its seed is the plan's
 */
public record RobustComparison(
        Outcome outcome,
        Inference<TTest.Result> yuen,
        Inference<BrunnerMunzel.Result> brunnerMunzel,
        Inference<PermutationTest.Result> permutation) {}
