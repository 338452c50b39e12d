package org.lacrima.analysis.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.lacrima.core.study.ModelPlan;

/** The families of outcomes within which p values are adjusted. */
final class Families {

    /** Name of the family of what no family claims. */
    static final String OTHER = "other outcomes";

    private Families() {}

    /** The members of each family that has any, in order; an outcome belongs to the first family that claims it. */
    static Map<String, List<OutcomeComparison>> of(ModelPlan plan, List<OutcomeComparison> outcomes) {
        Map<String, List<OutcomeComparison>> families = new LinkedHashMap<>();
        for (OutcomeComparison outcome : outcomes) {
            families.computeIfAbsent(nameOf(plan, outcome.outcome()), name -> new ArrayList<>())
                    .add(outcome);
        }
        return families;
    }

    /** The family of an outcome. */
    static String nameOf(ModelPlan plan, Outcome outcome) {
        for (Map.Entry<String, List<String>> family : plan.families().entrySet()) {
            if (family.getValue().stream().anyMatch(key -> matches(key, outcome.key()))) {
                return family.getKey();
            }
        }
        return plan.families().isEmpty() ? "all outcomes" : OTHER;
    }

    private static boolean matches(String pattern, String key) {
        StringBuilder regex = new StringBuilder();
        int from = 0;
        for (int star = pattern.indexOf('*'); star >= 0; star = pattern.indexOf('*', from)) {
            regex.append(Pattern.quote(pattern.substring(from, star))).append(".*");
            from = star + 1;
        }
        return Pattern.matches(
                regex.append(Pattern.quote(pattern.substring(from))).toString(), key);
    }
}
