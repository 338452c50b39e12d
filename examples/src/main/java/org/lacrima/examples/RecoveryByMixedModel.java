package org.lacrima.examples;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lacrima.analysis.models.MixedFit;
import org.lacrima.analysis.models.MixedModel;
import org.lacrima.analysis.models.ModelData;
import org.lacrima.analysis.models.ModelFormula;
import org.lacrima.core.beats.LipponenTarvainen;
import org.lacrima.core.hrv.TimeDomain;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.study.Phase;
import org.lacrima.core.study.Session;
import org.lacrima.core.study.Study;
import org.lacrima.io.study.StudyReader;

/**
 * Does vagal activity take another course in criers than in non-criers? Reads a study folder, corrects the beats,
 * computes lnRMSSD of each person in each phase, and asks a mixed model, which keeps those who lack a phase.
 */
public final class RecoveryByMixedModel {

    private RecoveryByMixedModel() {}

    /** Takes a study folder, {@code examples/study} if none is given. */
    public static void main(String[] args) throws IOException {
        Path folder = args.length > 0 ? Path.of(args[0]) : Path.of("examples", "study");
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        print(StudyReader.withDefaults().read(folder).value(), out);
    }

    static void print(Study study, PrintWriter out) {
        MixedFit fit = MixedModel.withDefaults()
                .fit(ModelFormula.parse("lnRMSSD ~ group * phase + (1 | participant)"), phases(study))
                .orThrow();
        out.println(fit.summary().apa());
        out.println("left out: " + fit.leftOut());
        fit.tests().forEach(test -> out.println(test.apa()));
        fit.varianceComponents().forEach(component -> out.println(component.apa()));
        fit.marginalMeansWithin("phase", "group").tukeyPairs().forEach(pair -> out.println(pair.apa()));
    }

    private static ModelData phases(Study study) {
        List<String> people = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        List<String> phases = new ArrayList<>();
        List<MetricValue> values = new ArrayList<>();
        for (Session session : study.sessions()) {
            for (Phase phase : session.timeline().phases()) {
                people.add(session.participant().id());
                groups.add(session.participant().group().name());
                phases.add(phase.name());
                values.add(session.beats()
                        .map(beats -> TimeDomain.LN_RMSSD.of(LipponenTarvainen.withDefaults()
                                .correct(beats)
                                .series()
                                .during(phase.window())))
                        .orElse(MetricValue.notEstimable(
                                TimeDomain.LN_RMSSD.name(), TimeDomain.LN_RMSSD.unit(), "no beats")));
            }
        }
        return ModelData.empty()
                .withCategory("participant", people)
                .withCategory("group", groups)
                .withCategory("phase", phases)
                .withMetrics("lnRMSSD", values)
                .withLevels("group", "noncrier", "crier");
    }
}
