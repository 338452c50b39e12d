package org.lacrima.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.core.hrv.TimeDomain;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.recovery.Course;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;
import org.lacrima.core.state.AutonomicSpace.Reference;
import org.lacrima.core.state.SympatheticIndex.Direction;
import org.lacrima.core.table.Cell;

/**
 * One reading every 30 s: rest until 150 s with lnHF 6 ± √0.025 and PEP 100 ± √10 ms, then crying, then recovery.
 */
class AutonomicSpaceTest {
    private static final Window REST = Window.ofSeconds(0, 150);
    private static final Window CRYING = Window.ofSeconds(150, 210);
    private static final Window AFTER = Window.ofSeconds(210, 270);
    private static final Window SESSION = Window.ofSeconds(0, 270);

    private static final Course RSA = readings("lnHF", Unit.LN_MS2, 5.8, 5.9, 6, 6.1, 6.2, 5, 7, 7, 6);
    private static final Course PEP = readings("PEP", Unit.MS, 96, 98, 100, 102, 104, 80, 80, 100, 100);

    private static final AutonomicSpace SPACE =
            AutonomicSpace.of(VagalIndex.ofRsa(RSA), SympatheticIndex.ofPreEjectionPeriod(PEP));

    /** SD of 5.8 … 6.2 is √0.025 and of 96 … 104 is √10: 7 is at 1 ⁄ √0.025, 80 ms at +20 ⁄ √10. */
    @Test
    void positionsAreInSdOfThePersonsOwnRest() {
        AutonomicTrajectory.Position crying =
                SPACE.during(REST, SESSION).positions().get(6);

        assertThat(crying.window()).isEqualTo(Window.ofSeconds(180, 210));
        assertThat(crying.vagal().orNaN()).isCloseTo(1 / Math.sqrt(0.025), within(1e-9));
        assertThat(crying.sympathetic().orNaN())
                .as("a shorter PEP is more drive")
                .isCloseTo(20 / Math.sqrt(10), within(1e-9));
        assertThat(crying.balance().orNaN()).isCloseTo(1 / Math.sqrt(0.025) - 20 / Math.sqrt(10), within(1e-9));
        assertThat(crying.regulation().orNaN()).isCloseTo(1 / Math.sqrt(0.025) + 20 / Math.sqrt(10), within(1e-9));
    }

    @Test
    void theWayLeadsFromArousalThroughCoactivationBack() {
        AutonomicTrajectory way = SPACE.during(REST, SESSION);
        List<AutonomicMode> modes =
                way.positions().stream().map(p -> way.mode(p).orElseThrow()).toList();

        assertThat(modes.subList(5, 9))
                .containsExactly(
                        AutonomicMode.RECIPROCAL_SYMPATHETIC,
                        AutonomicMode.COACTIVATION,
                        AutonomicMode.UNCOUPLED_VAGAL_ACTIVATION,
                        AutonomicMode.REST);
        assertThat(way.shareOf(AutonomicMode.COACTIVATION, CRYING).orNaN()).isEqualTo(50);
        assertThat(way.shareOf(AutonomicMode.REST, AFTER).orNaN()).isEqualTo(50);
        assertThat(way.vagalAfterSympathetic(SESSION).reason()).isEmpty();
        assertThat(way.vagalAfterSympathetic(Window.ofSeconds(150, 270)).orNaN())
                .isEqualTo(30);
        assertThat(way.toTable().cell(6, "mode")).isEqualTo(Cell.of("coactivation"));
    }

    /** The eight directions of the plane and its middle (Berntson, Cacioppo & Quigley 1991). */
    @ParameterizedTest
    @CsvSource({
        "0, 0, REST",
        "2, -2, RECIPROCAL_VAGAL",
        "-2, 2, RECIPROCAL_SYMPATHETIC",
        "2, 2, COACTIVATION",
        "-2, -2, COINHIBITION",
        "2, 1, UNCOUPLED_VAGAL_ACTIVATION",
        "-2, 0, UNCOUPLED_VAGAL_WITHDRAWAL",
        "-1, 2, UNCOUPLED_SYMPATHETIC_ACTIVATION",
        "1, -2, UNCOUPLED_SYMPATHETIC_WITHDRAWAL"
    })
    void modesAreDirectionsBeyondTheDeadZone(double vagal, double sympathetic, AutonomicMode mode) {
        assertThat(AutonomicMode.of(vagal, sympathetic, 1)).isEqualTo(mode);
    }

    @Test
    void aWiderDeadZoneMakesMoreOfItRest() {
        AutonomicTrajectory way = SPACE.withDeadZone(7).during(REST, SESSION);

        assertThat(way.shareOf(AutonomicMode.REST, SESSION).orNaN()).isEqualTo(100);
        assertThat(way.vagalAfterSympathetic(SESSION).reason()).isEqualTo("no sympathetic rise in the window");
    }

    /** On the scale of a sample of mean 5 and SD 0.5, a rest of 6 lies at 2, and modes are still changes from rest. */
    @Test
    void theReferenceOfASampleMovesPositionsButNotModes() {
        AutonomicTrajectory way = SPACE.withReferences(new Reference(5, 0.5), new Reference(110, 10))
                .withDeadZone(0.5)
                .during(REST, SESSION);

        assertThat(way.positions().get(6).vagal().orNaN()).isCloseTo(4, within(1e-9));
        assertThat(way.positions().get(6).sympathetic().orNaN()).isCloseTo(3, within(1e-9));
        assertThat(way.mode(way.positions().get(6))).contains(AutonomicMode.COACTIVATION);
        assertThat(way.mode(way.positions().get(8))).contains(AutonomicMode.REST);
        assertThatIllegalArgumentException().isThrownBy(() -> new Reference(5, 0));
    }

    @Test
    void heartRateAloneIsRefused() {
        BeatSeries beats = BeatSeries.ofMillis(800, 810, 790);
        Course heartRate = Course.of(beats, TimeDomain.MEAN_HR);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> VagalIndex.ofRsa(heartRate))
                .withMessageContaining("both branches");
        assertThatIllegalArgumentException().isThrownBy(() -> VagalIndex.ofRsa(Course.of(beats, TimeDomain.MEAN_NN)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SympatheticIndex.ofSurrogate(heartRate, "heart rate", Direction.RISES_WITH_DRIVE))
                .withMessageContaining("cannot tell the sympathetic branch");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SympatheticIndex.ofSurrogate(
                        Course.of(beats, TimeDomain.STRESS_INDEX), "stress index", Direction.RISES_WITH_DRIVE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SympatheticIndex.ofPreEjectionPeriod(Course.of(beats, TimeDomain.MEAN_NN)));
    }

    @Test
    void aSurrogateSaysWhatItIs() {
        Course conductance = readings("SCL", new Unit("µS"), 4, 5, 6, 5, 4, 9, 9, 7, 5);
        AutonomicTrajectory way = AutonomicSpace.of(
                        VagalIndex.ofRsa(RSA),
                        SympatheticIndex.ofSurrogate(conductance, "skin conductance level", Direction.RISES_WITH_DRIVE))
                .during(REST, SESSION);

        assertThat(way.toTable().caption())
                .isEqualTo("Position of lnHF in ln ms² against surrogate: skin conductance level.");
        assertThat(way.mode(way.positions().get(6))).contains(AutonomicMode.COACTIVATION);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SympatheticIndex.ofSurrogate(conductance, " ", Direction.RISES_WITH_DRIVE));
    }

    @Test
    void whatIsMissingHasAReason() {
        AutonomicTrajectory shortRest = SPACE.during(Window.ofSeconds(0, 60), SESSION);
        AutonomicTrajectory longSession = SPACE.during(REST, Window.ofSeconds(0, 330));

        assertThat(shortRest.positions()).isEmpty();
        assertThat(shortRest.shareOf(AutonomicMode.REST, SESSION).reason())
                .isEqualTo("PEP: 2 epochs at rest, 3 needed");
        assertThat(longSession.mode(longSession.positions().get(10))).isEmpty();
        assertThat(longSession.positions().get(10).balance().reason()).isEqualTo("no reading in the window");
        assertThat(longSession.toTable().cell(10, "mode")).isEqualTo(Cell.of("unknown"));
        assertThatIllegalArgumentException().isThrownBy(() -> SPACE.withEpoch(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> SPACE.withDeadZone(-1));
    }

    private static Course readings(String name, Unit unit, double... values) {
        double[] seconds = new double[values.length];
        Arrays.setAll(seconds, i -> 15 + 30 * i);
        return Course.of(TimedValues.of(name, unit, seconds, values));
    }
}
