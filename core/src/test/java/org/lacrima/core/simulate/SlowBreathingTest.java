package org.lacrima.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.rsa.Breath;
import org.lacrima.core.rsa.BreathingHonesty;
import org.lacrima.core.rsa.BreathingMask;
import org.lacrima.core.rsa.BreathingReport;
import org.lacrima.core.rsa.HeartAndBreath;
import org.lacrima.core.rsa.MeasuredRespiration;
import org.lacrima.core.rsa.RespirationAdjustment.Verdict;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;
import org.lacrima.core.simulate.StudyDesign.PhaseDesign;
import org.lacrima.core.simulate.StudyDesign.Population;
import org.lacrima.core.simulate.VirtualPerson.Weeping;
import org.lacrima.core.study.Episode;
import org.lacrima.core.study.EpisodeKind;
import org.lacrima.core.study.Group;
import org.lacrima.core.study.Participant;
import org.lacrima.core.study.Phase;
import org.lacrima.core.study.Role;

/**
 * Virtual persons whose vagal tone never changes: during recovery they only breathe slower, from 15 to 8.25 breaths a
 * minute. Amplitude of RSA then grows by {@code √(1 ⁄ 0.55)}, 0.30 on the logarithmic scale, and by what the heart's integral
 * attenuates less.
 */
class SlowBreathingTest {
    private static final double PHASE = 1200;
    private static final List<Phase> PHASES = List.of(
            new Phase("baseline", Role.BASELINE, new Window(0, PHASE)),
            new Phase("recovery", Role.RECOVERY, new Window(PHASE, 2 * PHASE)));
    private static final BreathingMask NOTHING = BreathingMask.of(List.of());

    /** Crying that slows the breath and does nothing else: its rise of RSA is a millionth of a millisecond. */
    private static HeartAndBreath person(double slowing, List<Window> sobs, long seed) {
        VirtualPerson person = new VirtualPerson(
                new Participant("p", Group.CRIER, Map.of()),
                850,
                40,
                15,
                0,
                5,
                3,
                0,
                0,
                70,
                Optional.of(new Weeping(List.of(new Window(PHASE, 2 * PHASE)), sobs, List.of(), 1e-6, slowing, 0)),
                new HormoneCourse(5, 0, 0, 0, 10, 0, 60),
                0,
                0,
                60);
        HeartModel.Course course = HeartModel.course(
                person,
                List.of(new PhaseDesign("all", Role.CUSTOM, 2 * PHASE, 0)),
                Population.withDefaults(),
                2 * PHASE,
                new Draws(seed));
        BeatSeries beats = BeatSeries.ofBeatTimes(course.beatSeconds);
        List<Double> inhales = crossings(course.breathPhases, Math.PI / 2);
        List<Double> exhales = crossings(course.breathPhases, 3 * Math.PI / 2);
        List<Breath> breaths = new ArrayList<>();
        for (int i = 0; i + 1 < inhales.size(); i++) {
            double inhale = inhales.get(i);
            double exhale = exhales.stream().filter(e -> e > inhale).findFirst().orElseThrow();
            breaths.add(new Breath(inhale, exhale, inhales.get(i + 1), OptionalDouble.empty()));
        }
        return HeartAndBreath.of(beats, new MeasuredRespiration(breaths, Unit.ONE, "the simulation's own breath"));
    }

    /** Times at which the phase of the breath passes a value. */
    private static List<Double> crossings(double[] phases, double value) {
        List<Double> seconds = new ArrayList<>();
        for (int i = 1; i < phases.length; i++) {
            if (phases[i - 1] < value && phases[i] >= value) {
                seconds.add(i / (double) HeartModel.STEPS_PER_SECOND);
            }
        }
        return seconds;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void rawRsaShowsARecoveryThatIsBreathingAlone(long seed) {
        BreathingReport report = BreathingHonesty.withDefaults()
                .report(person(0.45, List.of(), seed), PHASES, "baseline", "recovery", NOTHING, List.of());

        assertThat(report.breathing().get(0).rate().orNaN()).isCloseTo(15, within(0.5));
        assertThat(report.breathing().get(1).rate().orNaN()).isCloseTo(8.25, within(0.5));
        assertThat(report.comparison().raw().orNaN()).isCloseTo(0.35, within(0.2));
        assertThat(report.comparison().adjusted().orNaN()).isCloseTo(0, within(0.1));
        assertThat(report.comparison().verdict()).as(report.summary()).isEqualTo(Verdict.CHANGES);
        assertThat(report.comparison().sentence()).endsWith("breathing accounts for the difference.");
    }

    /** A third slower still: most breaths of recovery leave the band, and the report warns of that phase only. */
    @Test
    void breathingThatLeavesTheBandIsWarnedOf() {
        BreathingReport report = BreathingHonesty.withDefaults()
                .report(person(0.6, List.of(), 1), PHASES, "baseline", "recovery", NOTHING, List.of());

        assertThat(report.warnings()).hasSize(1);
        assertThat(report.warnings().get(0)).startsWith("recovery: ").contains("outside 0.12–0.4 Hz");
        assertThat(report.summary()).contains("recovery: ");
    }

    @Test
    void underSobsNothingIsScoredAndTheShareIsTold() {
        List<Window> sobs = List.of(new Window(1300, 1330), new Window(1400, 1410));
        Episode bout = new Episode(EpisodeKind.CRYING, "crying", new Window(1280, 1440));
        HeartAndBreath person = person(0.2, sobs, 1);

        BreathingReport masked = BreathingHonesty.withDefaults()
                .report(person, PHASES, "baseline", "recovery", BreathingMask.of(sobs), List.of(bout));
        BreathingReport unmasked =
                BreathingHonesty.withDefaults().report(person, PHASES, "baseline", "recovery", NOTHING, List.of(bout));

        assertThat(masked.lost().get(0).share()).isCloseTo(0.25, within(1e-12));
        assertThat(masked.summary()).contains("25 % of crying from 1280.0 s to 1440.0 s is lost");
        assertThat(unmasked.lost().get(0).share()).isZero();
        assertThat(masked.breathing().get(1).rate().orNaN())
                .as("sobs are no breaths")
                .isLessThan(unmasked.breathing().get(1).rate().orNaN());
        assertThat(masked.lostTable().rows()).hasSize(1);
    }
}
