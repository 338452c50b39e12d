package org.lacrima.core.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of a study beyond the contrast of two groups.
 *
 * @param assignment how people came into their groups
 * @param arms groups compared all together, such as a neutral film beside criers and non-criers; empty for the two of the
 *     contrast
 * @param covariates columns of the participants table that comparisons are adjusted for
 * @param families families of outcomes within which p values are adjusted, by name; each a list of outcome keys in which
 *     {@code *} stands for anything. Outcomes of no family form one of their own; without families all do
 * @param timeToRecovery whose time to recovery is compared, and how; empty for none
 */
public record ModelPlan(
        Assignment assignment,
        List<Group> arms,
        List<String> covariates,
        Map<String, List<String>> families,
        Optional<RecoveryTimePlan> timeToRecovery) {

    /** Groups that chose themselves, no further arms, covariates or families, no time to recovery. */
    public static final ModelPlan CONTRAST_ONLY =
            new ModelPlan(Assignment.SELF_SELECTED, List.of(), List.of(), Map.of(), Optional.empty());

    /** Copies the collections. */
    public ModelPlan {
        arms = List.copyOf(arms);
        covariates = List.copyOf(covariates);
        Map<String, List<String>> copies = new LinkedHashMap<>();
        families.forEach((name, keys) -> copies.put(name, List.copyOf(keys)));
        families = Collections.unmodifiableMap(copies);
    }

    /** With other arms. */
    public ModelPlan withArms(Group... newArms) {
        return new ModelPlan(assignment, List.of(newArms), covariates, families, timeToRecovery);
    }

    /** With other covariates. */
    public ModelPlan withCovariates(String... newCovariates) {
        return new ModelPlan(assignment, arms, List.of(newCovariates), families, timeToRecovery);
    }

    /** With other families. */
    public ModelPlan withFamilies(Map<String, List<String>> newFamilies) {
        return new ModelPlan(assignment, arms, covariates, newFamilies, timeToRecovery);
    }

    /** With a comparison of the time to recovery. */
    public ModelPlan withTimeToRecovery(RecoveryTimePlan plan) {
        return new ModelPlan(assignment, arms, covariates, families, Optional.of(plan));
    }
}
