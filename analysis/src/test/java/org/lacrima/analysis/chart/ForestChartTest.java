package org.lacrima.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.lacrima.analysis.compare.Comparison;
import org.lacrima.analysis.compare.GroupSummary;
import org.lacrima.analysis.compare.Outcome;
import org.lacrima.analysis.compare.OutcomeComparison;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.MannWhitney;
import org.lacrima.analysis.stats.StandardisedDifference;
import org.lacrima.analysis.stats.TTest;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.AnalysisPlan;
import org.lacrima.core.study.Group;
import org.lacrima.core.study.OutcomeKind;

@EnabledIf(value = "org.lacrima.analysis.chart.Fonts#areThere", disabledReason = Fonts.NONE)
class ForestChartTest {

    private static OutcomeComparison row(String label, double[] criers, double[] noncriers) {
        Outcome outcome =
                new Outcome(label, label, Outcome.Source.BEATS, Optional.of(OutcomeKind.LEVEL), "x", Unit.MS, label);
        StandardisedDifference g = StandardisedDifference.hedgesG();
        return new OutcomeComparison(
                outcome,
                summary(Group.CRIER, criers),
                summary(Group.NONCRIER, noncriers),
                TTest.welch().test(criers, noncriers),
                MannWhitney.withDefaults().test(criers, noncriers),
                g.of(criers, noncriers),
                g.of(criers, noncriers),
                Inference.notEstimable("not adjusted here"),
                Inference.notEstimable("not adjusted here"));
    }

    private static GroupSummary summary(Group group, double[] values) {
        return new GroupSummary(group, Arrays.stream(values).boxed().toList(), Unit.MS, List.of());
    }

    private static Chart forest(OutcomeComparison... rows) {
        Comparison comparison =
                new Comparison("study", AnalysisPlan.withDefaults(), List.of(), List.of(rows), List.of());
        return ForestChart.of(comparison, Outcome.Source.BEATS);
    }

    @Test
    void writesEachEffectBesideItsRow() {

        OutcomeComparison row = row("RMSSD", new double[] {1, 2, 3, 4}, new double[] {1, 2});

        Chart chart = forest(row);

        StandardisedDifference.Result g = row.hedgesG().orThrow();
        String figures = String.format(
                Locale.ROOT,
                "%.2f [%.2f, %.2f]",
                g.estimate(),
                g.interval().low(),
                g.interval().high());
        assertThat(Svg.texts(chart))
                .contains(figures.replace('-', '−'))
                .anyMatch(text -> text.startsWith("Hedges g, crier − noncrier"))
                .anyMatch(text -> text.startsWith("RMSSD") && text.endsWith("4|2"));
    }

    @Test
    void keepsTheRowOfAnOutcomeThatCouldNotBeTestedWithItsReason() {
        Chart chart = forest(
                row("RMSSD", new double[] {1, 2, 3, 4}, new double[] {1, 2, 7}),
                row("HF", new double[] {1}, new double[] {2, 3}));

        assertThat(Svg.texts(chart)).contains("not testable").anyMatch(text -> text.contains("groups of 1 and 2"));
        assertThat(chart.altText()).contains("HF: not testable, groups of 1 and 2, at least 2 values each needed");
    }

    @Test
    void cutsIntervalsThatWouldSqueezeAllOthers() {
        Chart chart = forest(row("RMSSD", new double[] {1, 2}, new double[] {900, 901.5}));

        assertThat(chart.toSvg()).doesNotContain("NaN");
        assertThat(Svg.texts(chart)).anyMatch(text -> text.startsWith("−"));
    }

    @Test
    void growsByARowAtATime() {
        OutcomeComparison row = row("RMSSD", new double[] {1, 2, 3, 4}, new double[] {1, 2});

        assertThat(forest(row, row, row).size().heightMillimetres())
                .isGreaterThan(forest(row).size().heightMillimetres());
        assertThat(forest().toSvg()).contains("Hedges g");
    }
}
