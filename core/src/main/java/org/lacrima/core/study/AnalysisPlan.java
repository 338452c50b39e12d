package org.lacrima.core.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a methods section says of the analysis: {@code lacrima.json} as a value. Every field has a documented default, so
 * that a study needs to state only what it does otherwise.
 *
 * @param task name of the task whose files are read
 * @param phases phases by name, in order
 * @param contrast the two groups that are compared
 * @param metrics names of the metrics of beats and breathing, as the catalogue has them
 * @param outcomes what is made of each metric
 * @param minimumPhaseSeconds a phase with less data than this gives no value (60 s: the least for HF power, Task Force
 *     1996)
 * @param minimumReactivityPercent percent recovery is not estimable where the response is smaller than this share of the
 *     baseline, in percent
 * @param correction how artifacts are treated
 * @param maximumCorrectedPercent a phase in which more beats than this were corrected gives no value, in percent
 * @param saliva how saliva samples become outcomes
 * @param ratings names of the ratings that are compared; empty for all there are
 * @param confidence level of confidence intervals, between 0 and 1
 * @param seed start of every random procedure
 * @param models what is asked beyond the contrast of the two groups
 */
public record AnalysisPlan(
        String task,
        Map<String, PhasePlan> phases,
        Contrast contrast,
        List<String> metrics,
        List<OutcomeKind> outcomes,
        double minimumPhaseSeconds,
        double minimumReactivityPercent,
        CorrectionRule correction,
        double maximumCorrectedPercent,
        SalivaPlan saliva,
        List<String> ratings,
        double confidence,
        long seed,
        ModelPlan models) {

    /** Copies the collections and checks the ranges. */
    public AnalysisPlan {
        phases = Collections.unmodifiableMap(new LinkedHashMap<>(phases));
        metrics = List.copyOf(metrics);
        outcomes = List.copyOf(outcomes);
        ratings = List.copyOf(ratings);
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must lie between 0 and 1, got " + confidence);
        }
        if (!(minimumPhaseSeconds >= 0)) {
            throw new IllegalArgumentException("minimumPhaseSeconds must not be negative, got " + minimumPhaseSeconds);
        }
        if (!(minimumReactivityPercent >= 0)) {
            throw new IllegalArgumentException(
                    "minimumReactivityPercent must not be negative, got " + minimumReactivityPercent);
        }
        if (!(maximumCorrectedPercent >= 0 && maximumCorrectedPercent <= 100)) {
            throw new IllegalArgumentException(
                    "maximumCorrectedPercent must lie between 0 and 100, got " + maximumCorrectedPercent);
        }
    }

    /**
     * Criers against non-criers over the phases baseline, induction, stressor and recovery as the events mark them; all
     * outcomes of MeanHR, RMSSD, lnRMSSD and lnHF; artifacts corrected by Lipponen &amp; Tarvainen; cortisol.
     */
    public static AnalysisPlan withDefaults() {
        Map<String, PhasePlan> phases = new LinkedHashMap<>();
        for (Role role : List.of(Role.BASELINE, Role.INDUCTION, Role.STRESSOR, Role.RECOVERY)) {
            phases.put(role.name().toLowerCase(Locale.ROOT), new PhasePlan(role, Optional.empty()));
        }
        return new AnalysisPlan(
                "film",
                phases,
                Contrast.CRIERS_AGAINST_NONCRIERS,
                List.of("MeanHR", "RMSSD", "lnRMSSD", "lnHF"),
                OutcomeKind.DEFAULTS,
                60,
                5,
                CorrectionRule.LIPPONEN_TARVAINEN,
                20,
                SalivaPlan.CORTISOL,
                List.of(),
                0.95,
                1,
                ModelPlan.CONTRAST_ONLY);
    }

    /** Names of the phases that are no part of another one of the plan, in order: their times do not overlap. */
    public List<String> wholePhases() {
        return phases.keySet().stream()
                .filter(name -> phases.keySet().stream().noneMatch(other -> name.startsWith(other + "/")))
                .toList();
    }

    /** The same plan with other questions beyond the contrast. */
    public AnalysisPlan withModels(ModelPlan newModels) {
        return new AnalysisPlan(
                task,
                phases,
                contrast,
                metrics,
                outcomes,
                minimumPhaseSeconds,
                minimumReactivityPercent,
                correction,
                maximumCorrectedPercent,
                saliva,
                ratings,
                confidence,
                seed,
                newModels);
    }
}
