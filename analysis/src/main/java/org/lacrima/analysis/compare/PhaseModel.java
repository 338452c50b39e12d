package org.lacrima.analysis.compare;

import java.util.List;
import java.util.Map;
import org.lacrima.analysis.models.FixedEffectTest;
import org.lacrima.analysis.models.MeanDifference;
import org.lacrima.analysis.models.MixedFit;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.core.metric.Unit;

/**
 * One measure over all phases by a linear mixed model, {@code value ~ group * phase + covariates + (1 | participant)}: who
 * lacks a phase counts with the others.
 *
 * @param measure what is measured
 * @param unit its unit
 * @param fit the fitted model as a whole
 * @param tests type III tests of group, phase, their interaction and the covariates, with Satterthwaite's degrees of freedom
 * @param contrasts every pair of groups within each phase, p adjusted by Holm within the phase
 * @param leftOut values left out, by reason
 */
public record PhaseModel(
        String measure,
        Unit unit,
        Inference<MixedFit.Summary> fit,
        List<FixedEffectTest> tests,
        List<MeanDifference> contrasts,
        Map<String, Integer> leftOut) {
    /** Copies the collections. */
    public PhaseModel {
        tests = List.copyOf(tests);
        contrasts = List.copyOf(contrasts);
        leftOut = Map.copyOf(leftOut);
    }
}
