package org.lacrima.io.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.lacrima.core.study.AnalysisPlan;
import org.lacrima.core.study.Group;
import org.lacrima.core.study.ModelPlan;
import org.lacrima.core.study.OutcomeKind;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.io.json.JsonText;

/** {@code lacrima.json} from an analysis plan: every field, defaults included, so that the file says what was done. */
final class PlanText {
    private PlanText() {}

    static String of(AnalysisPlan plan) {
        ObjectNode json = JsonText.object();
        json.put("task", plan.task());
        ObjectNode phases = json.putObject("phases");
        plan.phases().forEach((name, phase) -> {
            ObjectNode node = phases.putObject(name);
            node.put("role", phase.role().name().toLowerCase(Locale.ROOT));
            phase.window().ifPresent(w -> {
                node.put("startSeconds", Decimal.of(w.startSeconds()));
                node.put("endSeconds", Decimal.of(w.endSeconds()));
            });
        });
        json.putObject("contrast")
                .put("focal", plan.contrast().focal().name())
                .put("reference", plan.contrast().reference().name());
        addAll(json.putArray("metrics"), plan.metrics());
        addAll(
                json.putArray("outcomes"),
                plan.outcomes().stream().map(OutcomeKind::key).toList());
        json.put("minimumPhaseSeconds", Decimal.of(plan.minimumPhaseSeconds()));
        json.put("minimumReactivityPercent", Decimal.of(plan.minimumReactivityPercent()));
        json.put("correction", plan.correction().key());
        json.put("maximumCorrectedPercent", Decimal.of(plan.maximumCorrectedPercent()));
        addSaliva(json.putObject("saliva"), plan.saliva());
        addAll(json.putArray("ratings"), plan.ratings());
        json.put("confidence", Decimal.of(plan.confidence()));
        json.put("seed", plan.seed());
        addModels(json, plan.models());
        return JsonText.of(json);
    }

    private static void addModels(ObjectNode json, ModelPlan models) {
        json.put("assignment", models.assignment().key());
        addAll(json.putArray("arms"), models.arms().stream().map(Group::name).toList());
        addAll(json.putArray("covariates"), models.covariates());
        ObjectNode families = json.putObject("families");
        models.families().forEach((name, keys) -> addAll(families.putArray(name), keys));
        models.timeToRecovery()
                .ifPresent(time -> json.putObject("timeToRecovery")
                        .put("metric", time.metric())
                        .put("task", time.task().name().toLowerCase(Locale.ROOT))
                        .put("epochSeconds", Decimal.of(time.epochSeconds()))
                        .put("bandSd", Decimal.of(time.bandSd()))
                        .put("dwellSeconds", Decimal.of(time.dwellSeconds())));
    }

    private static void addSaliva(ObjectNode json, SalivaPlan saliva) {
        json.put("analyte", saliva.analyte());
        addAll(json.putArray("excludedSamples"), saliva.excludedSamples());
        saliva.baselineSample().ifPresent(sample -> json.put("baselineSample", sample));
        ArrayNode slopes = json.putArray("slopes");
        saliva.slopes()
                .forEach(pair -> slopes.addObject().put("from", pair.from()).put("to", pair.to()));
    }

    private static void addAll(ArrayNode array, Collection<String> words) {
        List.copyOf(words).forEach(array::add);
    }
}
