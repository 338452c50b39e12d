package org.lacrima.core.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lacrima.core.hrv.TimeDomain;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.recovery.CensoredTime.Status;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.CodedInstant;
import org.lacrima.core.study.Episode;
import org.lacrima.core.study.EpisodeKind;
import org.lacrima.core.study.Phase;
import org.lacrima.core.study.Role;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;
import org.lacrima.core.study.Timeline;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.ResultTable;

/** Rest at 70 bpm until 300 s, a stressor at 90 bpm until 480 s, then back by X(t) = 70 + 20 · e^(−t ⁄ 60 s). */
class RecoveryMetricTest {
    private static final Timeline SESSION = new Timeline(
            List.of(
                    new Phase("rest", Role.BASELINE, Window.ofSeconds(0, 300)),
                    new Phase("arithmetic", Role.STRESSOR, Window.ofSeconds(300, 480)),
                    new Phase("after", Role.RECOVERY, Window.ofSeconds(480, 780))),
            List.of());

    private static final RecoveryAnalysis ANALYSIS =
            RecoveryAnalysis.afterPhase(Role.STRESSOR, Role.RECOVERY).withBand(BandRule.ofPercent(5));

    private static final Response HEART = ANALYSIS.of(heartRate(RecoveryMetricTest::bpm), SESSION);

    /** Worked case: B = 70, T = 90, R = 75 make 75 % of the response undone. */
    @Test
    void percentRecoveryOfTheWorkedCase() {
        Response stepwise = ANALYSIS.of(heartRate(t -> t < 300 ? 70 : t < 480 ? 90 : 75), SESSION);

        assertThat(value(RecoveryMetric.REACTIVITY, stepwise)).isEqualTo(20);
        assertThat(value(RecoveryMetric.RECOVERY, stepwise)).isEqualTo(-15);
        assertThat(value(RecoveryMetric.RESIDUAL_ACTIVATION, stepwise)).isEqualTo(5);
        assertThat(value(RecoveryMetric.PERCENT_RECOVERY, stepwise)).isEqualTo(75);
        assertThat(RecoveryMetric.PERCENT_RECOVERY.of(stepwise).name()).isEqualTo("HR percentRecovery");
    }

    @Test
    void aSmallResponseHasNoPercentRecovery() {
        Response flat = ANALYSIS.of(heartRate(t -> t < 300 ? 70 : 72), SESSION);

        assertThat(RecoveryMetric.PERCENT_RECOVERY.of(flat).reason()).contains("2.86 % of the baseline, 5.00 % needed");
        assertThat(RecoveryMetric.PERCENT_RECOVERY
                        .of(ANALYSIS.withMinimumReactivityPercent(2).of(heartRate(t -> t < 300 ? 70 : 72), SESSION))
                        .orNaN())
                .isZero();
    }

    /** {@code ∫ 20 · e^(−t ⁄ 60) dt} from 0 to 299 s is 1200 · (1 − e^(−299 ⁄ 60)) bpm · s; trapezoids of 1 s add 2·10⁻⁵. */
    @Test
    void theAreaIsTheIntegralAboveBaseline() {
        assertThat(value(RecoveryMetric.RECOVERY_AREA, HEART))
                .isCloseTo(20 * (1 - Math.exp(-299 / 60.0)), within(1e-3));
        assertThat(RecoveryMetric.RECOVERY_AREA.of(HEART).unit()).isEqualTo(new Unit("bpm·min"));
    }

    @Test
    void anAreaOverAHoleIsNone() {
        Course holed =
                Course.of(TimedValues.of("HR", Unit.BPM, new double[] {10, 350, 480, 500, 600, 700, 779}, new double[] {
                    70, 90, 90, 88, 80, 75, 74
                }));

        assertThat(RecoveryMetric.RECOVERY_AREA.of(ANALYSIS.of(holed, SESSION)).reason())
                .isEqualTo("100 s of a recovery of 300 s without a value, at most a quarter allowed");
    }

    /** numpy 2.4.6: {@code polyfit} of 76, 72, 71, 70.5 over 0, 1, 2, 3 min. */
    @Test
    void theSlopeIsThatOfLeastSquares() {
        Course sparse = Course.of(TimedValues.of(
                "HR", Unit.BPM, new double[] {10, 350, 480, 540, 600, 660}, new double[] {70, 90, 76, 72, 71, 70.5}));
        MetricValue slope = RecoveryMetric.RECOVERY_SLOPE.of(ANALYSIS.of(sparse, SESSION));

        assertThat(slope.orNaN()).isCloseTo(-1.75, within(1e-12));
        assertThat(slope.unit()).isEqualTo(new Unit("bpm/min"));
        assertThat(((MetricValue.Estimate) slope).standardError().orElseThrow())
                .isCloseTo(0.5809475019311111, within(1e-12));
    }

    @Test
    void theMaximumAndTheMinimumHaveTheirTimes() {
        Course course = heartRate(t -> t < 300 ? 70 : 90 + 10 * Math.sin(Math.PI * (t - 300) / 240));
        Response response = ANALYSIS.of(course, SESSION);

        assertThat(value(RecoveryMetric.MAXIMUM, response)).isCloseTo(100, within(1e-9));
        assertThat(value(RecoveryMetric.MAXIMUM_LATENCY, response)).isEqualTo(120);
        assertThat(value(RecoveryMetric.MINIMUM, response)).isCloseTo(80, within(1e-9));
        assertThat(value(RecoveryMetric.MINIMUM_LATENCY, response)).isEqualTo(360);
    }

    @Test
    void aReboundIsTheFirstMinuteAboveBaseline() {
        Response rsa = ANALYSIS.of(
                Course.of(readings("lnRSA", Unit.LN_MS2, t -> t < 300 ? 6 : t < 480 ? 5 : t < 540 ? 6.5 : 6)), SESSION);

        assertThat(value(RecoveryMetric.VAGAL_REBOUND, rsa)).isCloseTo(0.5, within(1e-12));
        assertThat(RecoveryMetric.VAGAL_REBOUND.caution()).isPresent();
    }

    /** 90 bpm at the end of the task; X from 55 s to 65 s after it has the mean 70 + 20 · 60 ⁄ 10 · (e^(−55⁄60) − e^(−65⁄60)). */
    @Test
    void heartRateRecoveryIsTheFallInAMinute() {
        Response response = ANALYSIS.of(heartRate(RecoveryMetricTest::bpm), SESSION);
        double then = 70 + 120 * (Math.exp(-55 / 60.0) - Math.exp(-65 / 60.0));

        assertThat(value(RecoveryMetric.HEART_RATE_RECOVERY, response)).isCloseTo(90 - then, within(0.07));
        assertThat(RecoveryMetric.HEART_RATE_RECOVERY.caution().orElseThrow()).contains("maximal exercise");
        assertThat(RecoveryMetric.HEART_RATE_RECOVERY
                        .of(ANALYSIS.of(Course.of(readings("RMSSD", Unit.MS, t -> 40)), SESSION))
                        .reason())
                .contains("heart rate in bpm");
    }

    /** Worked case: τ = 60 s has a half-time of 41.5888 s. */
    @Test
    void theCurveOfTheWorkedCase() {
        assertThat(value(RecoveryMetric.HALF_TIME, HEART)).isCloseTo(41.5888, within(5e-5));
        assertThat(value(RecoveryMetric.ASYMPTOTE, HEART)).isCloseTo(70, within(1e-6));
        assertThat(value(RecoveryMetric.AMPLITUDE, HEART)).isCloseTo(20, within(1e-6));
    }

    /** 70 ± 3.5 bpm: X(t) enters where 20 · e^(−t ⁄ 60) = 3.5, at 60 · ln(20 ⁄ 3.5) = 104.58 s. */
    @Test
    void theTimeToRecoveryIsCensoredByTheStep() {
        CensoredTime time = HEART.timeToRecovery();

        assertThat(time).isEqualTo(CensoredTime.between(104, 105));
        assertThat(value(RecoveryMetric.TOLERANCE_SHARE, HEART)).isCloseTo(100 * 195 / 300.0, within(1e-9));
        assertThat(value(RecoveryMetric.REACTIVATIONS, HEART)).isZero();
    }

    @Test
    void whatCodersLeaveOpenWidensTheTime() {
        CensoredTime time = HEART.timeToRecovery(new CodedInstant(470, 490));

        assertThat(time).isEqualTo(CensoredTime.between(584 - 490, 585 - 470));
        assertThat(HEART.timeToRecovery(CodedInstant.of(480))).isEqualTo(HEART.timeToRecovery());
    }

    @Test
    void whoIsBackWhileCodersDisagreeMayHaveBeenBackAtOnce() {
        CensoredTime time = HEART.timeToRecovery(new CodedInstant(480, 600));

        assertThat(time).isEqualTo(CensoredTime.between(0, 105));
    }

    @Test
    void anotherBoutEndsTheRecovery() {
        Timeline weeping =
                new Timeline(SESSION.phases(), List.of(crying(310, 330), crying(333, 480), crying(560, 580)));
        RecoveryAnalysis bouts = RecoveryAnalysis.afterFirst(
                        EpisodeKind.CRYING, Duration.ofSeconds(5), Duration.ofMinutes(5))
                .withBand(BandRule.ofPercent(5));
        Response response = bouts.of(heartRate(RecoveryMetricTest::bpm), weeping);

        assertThat(response.taskWindow()).contains(Window.ofSeconds(310, 480));
        assertThat(response.recoveryWindow()).contains(Window.ofSeconds(480, 560));
        assertThat(response.timeToRecovery().status()).isEqualTo(Status.COMPETING);
        assertThat(response.timeToRecovery().seconds()).isEqualTo(80);
        assertThat(ANALYSIS.withCompeting(EpisodeKind.CRYING)
                        .of(heartRate(RecoveryMetricTest::bpm), weeping)
                        .timeToRecovery())
                .isEqualTo(response.timeToRecovery());
    }

    @ParameterizedTest
    @EnumSource
    void withoutPhasesThereIsAReason(RecoveryMetric metric) {
        MetricValue value = metric.of(ANALYSIS.of(heartRate(t -> 70), Timeline.EMPTY));

        assertThat(value.isEstimable()).isFalse();
        assertThat(value.reason()).contains("the session has no");
        assertThat(value.unit()).isEqualTo(metric.unitFor(Unit.BPM));
        assertThat(value.name()).isEqualTo("HR " + metric.key());
        assertThat(RecoveryMetric.ofKey(metric.key())).contains(metric);
    }

    @ParameterizedTest
    @EnumSource
    void whereItIsEstimableTheUnitIsAsPromised(RecoveryMetric metric) {
        assertThat(metric.of(HEART).unit()).isEqualTo(metric.unitFor(Unit.BPM));
        assertThat(metric.of(HEART).reason()).isEmpty();
        assertThat(metric.definition()).isNotBlank();
        assertThat(metric.minimumData()).isNotBlank();
    }

    /** Numbers in bpm and the same in beats per second: what has the unit of the course scales, times and shares do not. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HEART_RATE_RECOVERY")
    void anotherUnitChangesNoTimeAndNoShare(RecoveryMetric metric) {
        Response perSecond = ANALYSIS.of(Course.of(readings("HR", Unit.HZ, t -> bpm(t) / 60)), SESSION);
        boolean ofCourse = !List.of(Unit.S, Unit.PERCENT, Unit.COUNT).contains(metric.unitFor(Unit.BPM));

        assertThat(value(metric, perSecond)).isCloseTo(value(metric, HEART) / (ofCourse ? 60 : 1), within(1e-5));
    }

    @Test
    void theTableHasARowForEveryMetric() {
        ResultTable table = HEART.toTable();

        assertThat(table.rows()).hasSize(RecoveryMetric.values().length);
        assertThat(table.cell(3, "metric")).isEqualTo(Cell.of("percentRecovery"));
        assertThat(table.cell(3, "unit")).isEqualTo(Cell.of("%"));
    }

    @Test
    void everyBaselineIsTried() {
        ResultTable table = ANALYSIS.sensitivity(
                heartRate(RecoveryMetricTest::bpm),
                SESSION,
                Baseline.ofEveryKind(Duration.ofMinutes(1), EpisodeKind.CRYING));

        assertThat(table.rows()).hasSize(5);
        assertThat(table.cell(0, "level")).isEqualTo(Cell.of(70));
        assertThat(table.cell(3, "back")).isEqualTo(Cell.of("right_censored"));
        assertThat(table.cell(3, "backBy")).isEqualTo(Cell.missing("no band: the session has no episode of crying"));
    }

    /** The same 1 s steps of 1000 ms, as beats, as a signal, as readings: one level and one trace. */
    @Test
    void aCourseIsTheSameWhateverItWasMeasuredBy() {
        double[] rr = new double[240];
        Arrays.fill(rr, 1000);
        BeatSeries beats = BeatSeries.ofMillis(rr);
        double[] bpm = new double[240];
        Arrays.fill(bpm, 60);
        Course ofBeats = Course.of(beats, TimeDomain.MEAN_HR, Duration.ofSeconds(10));
        Course ofSignal = Course.of(SampledSignal.of("HR", Unit.BPM, 1, 0, bpm), Duration.ofSeconds(10));
        Window window = Window.ofSeconds(60, 125);

        assertThat(ofBeats.during(window).orNaN()).isEqualTo(60);
        assertThat(ofSignal.during(window).orNaN()).isEqualTo(60);
        assertThat(ofBeats.trace(window).toSeconds()).containsExactly(65, 75, 85, 95, 105, 115);
        assertThat(ofSignal.trace(window).toSeconds()).containsExactly(65, 75, 85, 95, 105, 115);
        assertThat(ofBeats.trace(Window.ofSeconds(230, 260)).toSeconds())
                .as("an epoch without beats has no value")
                .containsExactly(235);
        assertThatIllegalArgumentException().isThrownBy(() -> Course.of(beats, TimeDomain.MEAN_HR, Duration.ZERO));
    }

    @Test
    void salivaIsACourseInSecondsOfTheSession() {
        Course cortisol = Course.of(new SalivaSeries(
                "cortisol",
                Unit.NMOL_PER_L,
                List.of(
                        SalivaSample.of("S1", 0, 6),
                        SalivaSample.missing("S2", 10, "insufficient volume"),
                        SalivaSample.of("S3", 20, 9))));

        assertThat(cortisol.trace(Window.ofSeconds(0, 1300)).toSeconds()).containsExactly(0, 1200);
        assertThat(cortisol.during(Window.ofSeconds(0, 60)).orNaN()).isEqualTo(6);
        assertThat(cortisol.during(Window.ofSeconds(500, 700)).reason()).isEqualTo("no reading in the window");
    }

    private static double bpm(double seconds) {
        return seconds < 300 ? 70 : seconds < 480 ? 90 : 70 + 20 * Math.exp(-(seconds - 480) / 60);
    }

    private static Course heartRate(DoubleUnaryOperator bpm) {
        return Course.of(readings("HR", Unit.BPM, bpm));
    }

    private static TimedValues readings(String name, Unit unit, DoubleUnaryOperator at) {
        double[] seconds = new double[780];
        double[] values = new double[780];
        for (int i = 0; i < 780; i++) {
            seconds[i] = i;
            values[i] = at.applyAsDouble(i);
        }
        return TimedValues.of(name, unit, seconds, values);
    }

    private static double value(RecoveryMetric metric, Response response) {
        return metric.of(response).orNaN();
    }

    private static Episode crying(double start, double end) {
        return new Episode(EpisodeKind.CRYING, "crying", Window.ofSeconds(start, end));
    }
}
