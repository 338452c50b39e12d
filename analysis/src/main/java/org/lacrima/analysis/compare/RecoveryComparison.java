package org.lacrima.analysis.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.survival.CoxFit;
import org.lacrima.analysis.survival.LogRank;
import org.lacrima.analysis.survival.RestrictedMean;
import org.lacrima.analysis.survival.SurvivalCurve;
import org.lacrima.analysis.survival.Turnbull;
import org.lacrima.core.recovery.CensoredTime;
import org.lacrima.core.study.RecoveryTimePlan;

/**
 * How long people took to recover, group by group. Who was not back when observation ended counts as censored, not as slow
 * and not as missing; who could not be observed at all is left out, for a reason.
 *
 * @param plan when a person counts as recovered
 * @param persons what is known of each person's time
 * @param leftOut who has none, and why
 * @param curves Kaplan–Meier curve of each group, a return between two epochs counted at the later
 * @param intervals Turnbull's estimate of each group, which takes a return as lying between two epochs
 * @param logRank whether the curves differ
 * @param cox hazard of being back, group and covariates, against the reference group
 * @param horizonSeconds horizon of the restricted means: the last time up to which every group was observed
 * @param difference difference of the restricted means, focal − reference
 */
public record RecoveryComparison(
        RecoveryTimePlan plan,
        Map<String, CensoredTime> persons,
        List<GroupSummary.Excluded> leftOut,
        Map<String, Inference<SurvivalCurve>> curves,
        Map<String, Inference<Turnbull>> intervals,
        Inference<LogRank.Result> logRank,
        Inference<CoxFit> cox,
        double horizonSeconds,
        Inference<RestrictedMean.Difference> difference) {
    /** Copies the collections. */
    public RecoveryComparison {
        persons = Collections.unmodifiableMap(new LinkedHashMap<>(persons));
        leftOut = List.copyOf(leftOut);
        curves = Collections.unmodifiableMap(new LinkedHashMap<>(curves));
        intervals = Collections.unmodifiableMap(new LinkedHashMap<>(intervals));
    }
}
