package org.lacrima.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lacrima.core.series.Window;
import org.lacrima.core.simulate.Incident;
import org.lacrima.core.simulate.SimulatedStudy;
import org.lacrima.core.simulate.StudyDesign;
import org.lacrima.core.simulate.StudyDesign.BeltDesign;
import org.lacrima.core.simulate.StudySimulator;
import org.lacrima.core.study.AnalysisPlan;
import org.lacrima.core.study.RecoveryTimePlan;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.core.study.SalivaPlan.SlopePair;
import org.lacrima.io.study.StudyWriter;

/**
 * Makes the study of {@code examples/study} again: 24 simulated participants, 12 who cry over a film and 12 who do not.
 *
 * <p>Things go wrong in it as they do in a laboratory: beats are missed and invented, an electrode comes off, one saliva
 * sample has too little volume, one person leaves before the recovery phase.
 */
public final class MakeExampleStudy {
    private static final long SEED = 20261123;

    private static final String README = """
            Criers and non-criers: a simulated example study
            ================================================

            Nobody took part in this study. Every number in it is simulated: 24 virtual participants, of whom
            12 cry over a sad film and 12 do not. It is here to show what a study folder looks like and to give
            every program of this project something to run on. Nothing about real people follows from it.

            Each session: 5 min of rest (baseline), 7 min of a sad film (induction), 3 min of a stressor, 6 min
            of recovery. A belt recorded breathing at 25 Hz. Times are in seconds from the start of the
            recording, those of saliva samples in minutes from the same start.

            What the simulation put in: the respiratory sinus arrhythmia of criers rises with the onset of
            tears and fades within minutes; their half-time of recovery from the stressor is a fifth longer;
            they rate more sadness; their cortisol is no different. What each participant was made from is in
            sourcedata/truth.tsv, so that every estimate can be compared with it.

            What went wrong, on purpose: about five beats in a thousand were missed, invented or premature, and
            none is labelled; sub-008 has a gap of 30 s during recovery; sample S4 of sub-014 has too little
            volume; sub-017 left before the recovery phase.

            The program org.lacrima.examples.MakeExampleStudy writes this folder, the same bytes each time.
            """;

    private MakeExampleStudy() {}

    /**
     * Writes the study.
     *
     * @param args the folder, which must not exist or be empty; {@code examples/study} where there is none
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length == 0 ? "examples/study" : args[0]);
        write(folder);
        System.out.println("The example study is in " + folder.toAbsolutePath());
    }

    static void write(Path folder) throws IOException {
        StudyWriter.withDefaults().withReadme(README).write(study(), folder);
    }

    static SimulatedStudy study() {
        StudyDesign design = StudyDesign.withDefaults()
                .withName("Criers and non-criers: a simulated example study")
                .withPlan(plan())
                .withBelt(BeltDesign.withDefaults())
                .withIncidents(
                        new Incident.SignalLost("sub-008", Window.ofSeconds(1010, 1040)),
                        new Incident.SampleMissing("sub-014", "S4", "insufficient volume"),
                        new Incident.SessionEnds("sub-017", "stressor"));
        return StudySimulator.of(design).withSeed(SEED).simulate();
    }

    /** The defaults, adjusted for age and sex, with the time until heart rate is back; RSA breath by breath and breathing beside; S1 taken on arrival, S2 right before the stressor. */
    private static AnalysisPlan plan() {
        AnalysisPlan plan = AnalysisPlan.withDefaults();
        SalivaPlan saliva = new SalivaPlan(
                "cortisol",
                List.of("S1"),
                Optional.of("S2"),
                List.of(new SlopePair("S2", "S4"), new SlopePair("S4", "S6")));
        return new AnalysisPlan(
                plan.task(),
                plan.phases(),
                plan.contrast(),
                List.of("MeanHR", "RMSSD", "lnRMSSD", "lnHF", "RSApeakToTrough", "RespirationRate"),
                plan.outcomes(),
                plan.minimumPhaseSeconds(),
                plan.minimumReactivityPercent(),
                plan.correction(),
                plan.maximumCorrectedPercent(),
                saliva,
                plan.ratings(),
                plan.confidence(),
                plan.seed(),
                plan.models().withCovariates("age", "sex").withTimeToRecovery(RecoveryTimePlan.HEART_RATE));
    }
}
