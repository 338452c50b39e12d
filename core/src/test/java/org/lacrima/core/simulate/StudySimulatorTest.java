package org.lacrima.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lacrima.core.cortisol.SalivaMetrics;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.rsa.CycleTemplate;
import org.lacrima.core.rsa.HeartAndBreath;
import org.lacrima.core.rsa.MeasuredRespiration;
import org.lacrima.core.rsa.RecordedBreathing;
import org.lacrima.core.rsa.RespirationMetrics;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;
import org.lacrima.core.simulate.StudyDesign.Arm;
import org.lacrima.core.simulate.StudyDesign.BeltDesign;
import org.lacrima.core.simulate.StudyDesign.Crying;
import org.lacrima.core.simulate.StudyDesign.PhaseDesign;
import org.lacrima.core.simulate.StudyDesign.Population;
import org.lacrima.core.simulate.StudyDesign.RecordingDesign;
import org.lacrima.core.simulate.StudyDesign.SalivaDesign;
import org.lacrima.core.study.EpisodeKind;
import org.lacrima.core.study.Group;
import org.lacrima.core.study.Role;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.core.study.Session;

class StudySimulatorTest {
    private static final Arm ONE_CALM = new Arm(Group.NONCRIER, 1, Optional.empty(), 1, 1, 1);
    private static final PhaseDesign REST = new PhaseDesign("baseline", Role.BASELINE, 600, 0);

    /** Beat times on a microsecond clock, nothing wrong with them. */
    private static final RecordingDesign IDEAL = new RecordingDesign(1e6, 0, 0, 0);

    /**
     * With {@code P = P₀ + A sin} the mean rate over whole breaths is {@code 1 ⁄ √(P₀² − A²)}: the interval between beats
     * is on average the geometric, not the arithmetic, middle.
     */
    @Test
    void meanIntervalIsTheAnalyticOne() {
        BeatSeries beats = onlyBeats(person(800, 120, 15, 0, 0), REST);

        assertThat(mean(beats.toMillis())).isCloseTo(Math.sqrt(800.0 * 800 - 120 * 120), within(0.5));
    }

    /**
     * A pulse frequency modulator attenuates an oscillation of amplitude A and frequency f by {@code sinc(fP)}: power
     * {@code A² ⁄ 2 · (sin πfP ⁄ πfP)²}.
     */
    @Test
    void respiratoryPowerIsTheAnalyticOne() {
        for (double breaths : new double[] {9, 12, 15, 18}) {
            BeatSeries beats = onlyBeats(person(800, 40, breaths, 0, 0), REST);
            double x = Math.PI * breaths / 60 * 0.8;
            double expected = 40 * 40 / 2.0 * Math.pow(Math.sin(x) / x, 2);

            assertThat(variance(beats.toMillis()))
                    .as("%s breaths per min", breaths)
                    .isCloseTo(expected, within(0.03 * expected));
        }
    }

    @Test
    void halfOfTheResponseIsUndoneAfterTheHalfTime() {
        Population population = person(800, 0, 15, 200, 60);
        BeatSeries beats = onlyBeats(
                population,
                new PhaseDesign("stressor", Role.STRESSOR, 300, 1),
                new PhaseDesign("recovery", Role.RECOVERY, 360, 0));

        assertThat(periodAt(beats, 299)).as("the full response").isCloseTo(600, within(1.0));
        assertThat(periodAt(beats, 360)).as("after one half-time").isCloseTo(700, within(1.0));
        assertThat(periodAt(beats, 420)).as("after two").isCloseTo(750, within(1.0));
        assertThat(periodAt(beats, 655)).as("in the end").isCloseTo(800, within(5.0));
    }

    @Test
    void vagalToneIsWithdrawnUnderDemandAndMovesTheMean() {
        Population population = new Population(
                Spread.fixed(25),
                1,
                Spread.fixed(800),
                Spread.fixed(40),
                Spread.fixed(15),
                0,
                0,
                Spread.fixed(0),
                Spread.fixed(0),
                Spread.fixed(0),
                Spread.fixed(100),
                Spread.fixed(0.5),
                Spread.fixed(60));
        StudyDesign design = design(population, ONE_CALM, REST, new PhaseDesign("stressor", Role.STRESSOR, 600, 1));
        SimulatedStudy simulated = StudySimulator.of(design).simulate();
        BeatSeries beats = simulated.study().sessions().get(0).beats().orElseThrow();

        double rest = variance(beats.during(Window.ofSeconds(0, 600)).toMillis());
        double stress = variance(beats.during(Window.ofSeconds(720, 1200)).toMillis());

        assertThat(simulated.truths().get(0).person().fullResponseMillis()).isEqualTo(120);
        assertThat(mean(beats.during(Window.ofSeconds(720, 1200)).toMillis()))
                .isCloseTo(Math.sqrt(680.0 * 680 - 20 * 20), within(1.0));
        double sincRest = Math.sin(Math.PI * 0.2) / (Math.PI * 0.2);
        double sincStress = Math.sin(Math.PI * 0.17) / (Math.PI * 0.17);
        assertThat(stress / rest)
                .as("half the amplitude is a quarter of the power")
                .isCloseTo(0.25 * Math.pow(sincStress / sincRest, 2), within(0.01));
    }

    @Test
    void theAreaUnderDenseSamplesIsTheTrueOne() {
        double[] grid = IntStream.rangeClosed(0, 600).mapToDouble(i -> i / 5.0).toArray();
        SalivaDesign saliva = new SalivaDesign(
                "cortisol",
                Unit.NMOL_PER_L,
                Arrays.stream(grid).mapToObj(m -> "at " + m).toList(),
                Arrays.stream(grid).boxed().toList(),
                Spread.fixed(6),
                Spread.fixed(1),
                Spread.fixed(8),
                5,
                15,
                Spread.fixed(45),
                0);
        StudyDesign design = design(person(800, 0, 15, 0, 0), ONE_CALM, new PhaseDesign("s", Role.STRESSOR, 60, 1))
                .withSaliva(saliva);
        SimulatedStudy simulated = StudySimulator.of(design).simulate();

        double measured = SalivaMetrics.of(SalivaPlan.CORTISOL)
                .get(0)
                .of(simulated.study().sessions().get(0).saliva("cortisol").orElseThrow())
                .orNaN();

        assertThat(measured)
                .as("to the hundredth of a nmol/L that a laboratory reports")
                .isCloseTo(simulated.truths().get(0).person().hormone().areaBetween(0, 120), within(0.005 * 120 / 10));
    }

    @Test
    void theSameSeedGivesTheBitEqualStudy() {
        StudyDesign design = StudyDesign.withDefaults();

        boolean equal = StudySimulator.of(design)
                .withSeed(5)
                .simulate()
                .equals(StudySimulator.of(design).withSeed(5).simulate());

        assertThat(equal).isTrue();
    }

    @Test
    void anotherSeedGivesOtherPeopleAndOtherBeats() {
        StudyDesign design = StudyDesign.withDefaults();
        Session one = StudySimulator.of(design)
                .withSeed(5)
                .simulate()
                .study()
                .sessions()
                .get(0);
        Session other = StudySimulator.of(design)
                .withSeed(6)
                .simulate()
                .study()
                .sessions()
                .get(0);

        assertThat(one.beats()).isNotEqualTo(other.beats());
        assertThat(one.saliva()).isNotEqualTo(other.saliva());
    }

    @Test
    void aLargerStudyLeavesTheFirstParticipantsAsTheyWere() {
        StudyDesign small = StudyDesign.withDefaults().withArms(ONE_CALM);
        StudyDesign large = small.withArms(new Arm(Group.NONCRIER, 3, Optional.empty(), 1, 1, 1));

        assertThat(StudySimulator.of(large).simulate().study().sessions().get(0))
                .isEqualTo(
                        StudySimulator.of(small).simulate().study().sessions().get(0));
    }

    @Test
    void artifactsChangeTheRecordingAndNothingElse() {
        StudyDesign faulty = StudyDesign.withDefaults().withRecording(new RecordingDesign(1000, 10, 5, 10));
        SimulatedStudy clean = StudySimulator.of(faulty.withRecording(RecordingDesign.withoutArtifacts()))
                .simulate();
        SimulatedStudy recorded = StudySimulator.of(faulty).simulate();

        for (int i = 0; i < 24; i++) {
            Session with = recorded.study().sessions().get(i);
            Session without = clean.study().sessions().get(i);
            Truth truth = recorded.truths().get(i);
            assertThat(with.saliva()).isEqualTo(without.saliva());
            assertThat(with.timeline()).isEqualTo(without.timeline());
            assertThat(truth.artifacts()).isNotEmpty();
            assertThat(with.beats().orElseThrow().size())
                    .as("every missed beat makes one interval of two, every extra beat two of one")
                    .isEqualTo(without.beats().orElseThrow().size()
                            - truth.count(Artifact.Kind.MISSED)
                            + truth.count(Artifact.Kind.EXTRA));
        }
    }

    @Test
    void aLostSignalIsAGapAndNotALongInterval() {
        StudyDesign design = StudyDesign.withDefaults()
                .withIncidents(new Incident.SignalLost("sub-002", Window.ofSeconds(500, 530)));

        BeatSeries beats = StudySimulator.of(design)
                .simulate()
                .study()
                .sessions()
                .get(1)
                .beats()
                .orElseThrow();

        assertThat(beats.gapCount()).isEqualTo(1);
        assertThat(beats.during(Window.ofSeconds(499, 531)).size()).isLessThan(6);
        assertThat(Arrays.stream(beats.toMillis()).max().orElseThrow()).isLessThan(4000);
        assertThat(BeatSeries.ofIntervalsAt(beats.toEndSeconds(), beats.toMillis()))
                .as("times and intervals alone tell of the gap")
                .isEqualTo(beats);
    }

    @Test
    void aSessionThatEndsEarlyHasNoLaterPhaseBeatOrRating() {
        StudyDesign design = StudyDesign.withDefaults().withIncidents(new Incident.SessionEnds("sub-003", "stressor"));

        Session session =
                StudySimulator.of(design).simulate().study().sessions().get(2);

        assertThat(session.timeline().phase(Role.RECOVERY)).isEmpty();
        assertThat(session.beats().orElseThrow().extent().endSeconds()).isLessThanOrEqualTo(900);
        assertThat(session.ratings("sadness").orElseThrow().size()).isEqualTo(4);
        assertThat(session.saliva("cortisol").orElseThrow().samples())
                .as("the person stays in the laboratory")
                .hasSize(6);
    }

    @Test
    void aMissingSampleKeepsTheLaboratorysWords() {
        StudyDesign design = StudyDesign.withDefaults()
                .withIncidents(new Incident.SampleMissing("sub-004", "S4", "insufficient volume"));

        Session session =
                StudySimulator.of(design).simulate().study().sessions().get(3);

        assertThat(session.saliva("cortisol")
                        .orElseThrow()
                        .sample("S4")
                        .orElseThrow()
                        .missingReason())
                .isEqualTo("insufficient volume");
    }

    @Test
    void criersCryDuringTheInductionAndOthersDoNot() {
        SimulatedStudy simulated = StudySimulator.of(StudyDesign.withDefaults()).simulate();

        assertThat(simulated.study().of(Group.CRIER)).hasSize(12).allSatisfy(s -> {
            Window induction = s.timeline().phase(Role.INDUCTION).orElseThrow().window();
            assertThat(s.timeline().episodes(EpisodeKind.CRYING)).isNotEmpty().allSatisfy(bout -> {
                assertThat(bout.window().startSeconds()).isGreaterThan(induction.startSeconds());
                assertThat(bout.window().endSeconds()).isLessThanOrEqualTo(induction.endSeconds());
            });
            assertThat(s.timeline().episodes(EpisodeKind.TEARS)).isNotEmpty();
        });
        assertThat(simulated.study().of(Group.NONCRIER))
                .hasSize(12)
                .allSatisfy(s -> assertThat(s.timeline().episodes()).isEmpty());
    }

    @Test
    void rsaRisesWithTears() {
        Crying crying = new Crying(
                Spread.fixed(300), Spread.fixed(250), Spread.fixed(30), 1, 0, Spread.fixed(20), Spread.fixed(0), 0);
        StudyDesign design = design(
                person(800, 20, 15, 0, 60),
                new Arm(Group.CRIER, 1, Optional.of(crying), 1, 1, 1),
                new PhaseDesign("film", Role.INDUCTION, 600, 0));

        BeatSeries beats = StudySimulator.of(design)
                .simulate()
                .study()
                .sessions()
                .get(0)
                .beats()
                .orElseThrow();
        double before = variance(beats.during(Window.ofSeconds(0, 300)).toMillis());
        double after = variance(beats.during(Window.ofSeconds(390, 550)).toMillis());

        assertThat(after / before)
                .as("twice the amplitude is four times the power")
                .isCloseTo(4, within(0.15));
    }

    @Test
    void slowerBreathingWidensRsaAtTheSameTone() {
        double slow = variance(onlyBeats(person(800, 30, 9, 0, 60), REST).toMillis());
        Crying breathingSlows = new Crying(
                Spread.fixed(0.1), Spread.fixed(580), Spread.fixed(1), 1, 0, Spread.fixed(1e-9), Spread.fixed(0.4), 0);
        BeatSeries beats = onlyBeats(design(
                person(800, 30, 15, 0, 60),
                new Arm(Group.CRIER, 1, Optional.of(breathingSlows), 1, 1, 1),
                new PhaseDesign("film", Role.INDUCTION, 600, 0)));
        double slowed = variance(beats.during(Window.ofSeconds(100, 580)).toMillis());

        assertThat(slowed / slow)
                .as("amplitude grows with the square root of the breath's length")
                .isCloseTo(15.0 / 9, within(0.05));
    }

    @Test
    void theTruthTableHasOneRowPerParticipant() {
        SimulatedStudy simulated = StudySimulator.of(StudyDesign.withDefaults()).simulate();

        assertThat(simulated.truthTable().rows()).hasSize(24);
    }

    @Test
    void anIncidentOfNobodyIsRefused() {
        StudyDesign design = StudyDesign.withDefaults();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudySimulator.of(design.withIncidents(new Incident.SessionEnds("sub-099", "x"))))
                .withMessageContaining("participant sub-099");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudySimulator.of(design.withIncidents(new Incident.SessionEnds("sub-001", "x"))))
                .withMessageContaining("phase x");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> StudySimulator.of(design.withIncidents(new Incident.SampleMissing("sub-001", "S9", ""))))
                .withMessageContaining("sample S9");
    }

    /** People alike in everything, without noise. */
    /**
     * The belt follows the breath that moves the heart period by A: 15 breaths per minute of a depth of 1 V, and a cycle
     * template of {@code 2A · sinc³(fP)}: the modulator attenuates by {@code sinc(fP)}, linear interpolation between beats
     * P apart, which is a convolution with a triangle, by {@code sinc²(fP)}.
     */
    @Test
    void aBeltRecordsTheBreathThatMovesTheHeart() {
        Session session = StudySimulator.of(
                        design(person(800, 40, 15, 0, 0), ONE_CALM, REST).withBelt(new BeltDesign(25, 0, 0.005)))
                .simulate()
                .study()
                .sessions()
                .get(0);

        MeasuredRespiration breaths =
                RecordedBreathing.in(session.signals()).respiration().orElseThrow();
        HeartAndBreath pair = HeartAndBreath.of(session.beats().orElseThrow(), breaths);

        assertThat(RespirationMetrics.RATE.of(breaths).orNaN()).isCloseTo(15, within(0.01));
        assertThat(RespirationMetrics.DEPTH.of(breaths).orNaN()).isCloseTo(1, within(0.05));
        double x = Math.PI * 0.25 * 0.8;
        assertThat(CycleTemplate.withDefaults().of(pair).orNaN())
                .isCloseTo(80 * Math.pow(Math.sin(x) / x, 3), within(1.0));
    }

    @Test
    void whatIsRecordedBesidesLeavesTheBeatsAsTheyWere() {
        StudyDesign design = StudyDesign.withDefaults().withPhases(REST);

        assertThat(onlyBeats(design.withBelt(BeltDesign.withDefaults()))).isEqualTo(onlyBeats(design));
    }

    private static Population person(
            double restMillis, double rsaMillis, double breaths, double responseMillis, double halfTimeSeconds) {
        return new Population(
                Spread.fixed(25),
                1,
                Spread.fixed(restMillis),
                Spread.fixed(rsaMillis),
                Spread.fixed(breaths),
                0,
                0,
                Spread.fixed(0),
                Spread.fixed(0),
                Spread.fixed(0),
                Spread.fixed(responseMillis),
                Spread.fixed(0),
                Spread.fixed(Math.max(1, halfTimeSeconds)));
    }

    private static StudyDesign design(Population population, Arm arm, PhaseDesign... phases) {
        return StudyDesign.withDefaults()
                .withPopulation(population)
                .withArms(arm)
                .withPhases(phases)
                .withRecording(IDEAL);
    }

    private static BeatSeries onlyBeats(Population population, PhaseDesign... phases) {
        return onlyBeats(design(population, ONE_CALM, phases));
    }

    private static BeatSeries onlyBeats(StudyDesign design) {
        return StudySimulator.of(design)
                .simulate()
                .study()
                .sessions()
                .get(0)
                .beats()
                .orElseThrow();
    }

    private static double periodAt(BeatSeries beats, double seconds) {
        BeatSeries around = beats.during(Window.ofSeconds(seconds - 1.2, seconds + 1.2));
        return mean(around.toMillis());
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    }
}
