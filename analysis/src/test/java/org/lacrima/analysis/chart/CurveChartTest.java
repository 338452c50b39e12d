package org.lacrima.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.AnalysisPlan;
import org.lacrima.core.study.Group;
import org.lacrima.core.study.Participant;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;
import org.lacrima.core.study.Session;
import org.lacrima.core.study.Study;
import org.lacrima.core.study.Timeline;

@EnabledIf(value = "org.lacrima.analysis.chart.Fonts#areThere", disabledReason = Fonts.NONE)
class CurveChartTest {

    private static final MetricValue NO_RECOVERY = MetricValue.notEstimable("RMSSD", Unit.MS, "no phase recovery");

    private static List<MetricValue> person(double... values) {
        return Arrays.stream(values)
                .mapToObj(v -> MetricValue.of("RMSSD", v, Unit.MS, 100))
                .toList();
    }

    @Test
    void saysQuantityUnitPhasesAndGroupsWithN() {
        Chart chart = CurveChart.overPhases(
                "RMSSD",
                Unit.MS,
                List.of("baseline", "recovery"),
                List.of(new GroupCurve(Group.CRIER, List.of(person(40, 30), person(50, 36)))),
                0.95);

        assertThat(Svg.texts(chart)).contains("RMSSD (ms)", "baseline", "recovery", "crier (n = 2)");
    }

    @Test
    void countsWhoHasAValueInEachPhase() {
        Chart chart = CurveChart.overPhases(
                "RMSSD",
                Unit.MS,
                List.of("baseline", "recovery"),
                List.of(
                        new GroupCurve(
                                Group.CRIER,
                                List.of(person(40, 30), List.of(person(50).get(0), NO_RECOVERY))),
                        new GroupCurve(Group.NONCRIER, List.of(person(40, 30)))),
                0.9);

        assertThat(chart.caption()).contains("90% confidence").contains("n by phase: crier 2, 1; noncrier 1 each.");
        assertThat(chart.altText()).contains("Mean of crier: baseline 45, recovery 30.");
    }

    @Test
    void drawsGroupsWithoutAnyValue() {
        Chart chart = CurveChart.overPhases(
                "RMSSD",
                Unit.MS,
                List.of("recovery"),
                List.of(new GroupCurve(Group.CRIER, List.of(List.of(NO_RECOVERY)))),
                0.95);

        assertThat(Svg.texts(chart)).contains("RMSSD (ms)");
        assertThat(chart.altText()).contains("recovery no data");
    }

    @Test
    void refusesPeopleWithMoreValuesThanPhases() {
        List<GroupCurve> groups = List.of(new GroupCurve(Group.CRIER, List.of(person(1, 2, 3))));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CurveChart.overPhases("RMSSD", Unit.MS, List.of("baseline"), groups, 0.95))
                .withMessageContaining("3 values per person for 1 points");
    }

    @Test
    void showsAStudysSalivaOverMinutesWithATrueMinusSign() {
        Study study = new Study(
                "s",
                AnalysisPlan.withDefaults(),
                List.of(
                        session("sub-1", Group.CRIER, -30, 4, -1, 5, 40, 9),
                        session("sub-2", Group.NONCRIER, -30, 4, 0, 5.5, 40, 7),
                        session("sub-3", new Group("neutral"), -30, 99, 0, 99, 40, 99)));

        Chart chart = CurveChart.ofSaliva(study);

        assertThat(Svg.texts(chart))
                .contains("cortisol (nmol/L)", "Time (min)", "−20", "crier (n = 1)", "noncrier (n = 1)");
        assertThat(chart.altText())
                .contains("Mean of crier: −30 min 4, −0.5 min 5, 40 min 9.")
                .doesNotContain("99");
    }

    @Test
    void refusesAStudyWithoutSaliva() {
        Study study = new Study("s", AnalysisPlan.withDefaults(), List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CurveChart.ofSaliva(study))
                .withMessageContaining("cortisol");
    }

    private static Session session(String id, Group group, double... minutesAndValues) {
        List<SalivaSample> samples = new java.util.ArrayList<>();
        for (int i = 0; i < minutesAndValues.length; i += 2) {
            samples.add(SalivaSample.of("S" + i / 2, minutesAndValues[i], minutesAndValues[i + 1]));
        }
        return new Session(
                new Participant(id, group, Map.of()),
                Optional.empty(),
                Timeline.EMPTY,
                List.of(new SalivaSeries("cortisol", Unit.NMOL_PER_L, samples)),
                List.of(),
                List.of());
    }
}
