package org.lacrima.examples;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.lacrima.analysis.agreement.CoderAgreement;
import org.lacrima.analysis.confounding.EValue;
import org.lacrima.analysis.meta.MetaAnalysis;
import org.lacrima.analysis.meta.StudyEffect;
import org.lacrima.analysis.stats.Equivalence;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.MannWhitney;
import org.lacrima.analysis.stats.StandardisedDifference;
import org.lacrima.analysis.stats.StatisticalResult;
import org.lacrima.analysis.stats.TTest;
import org.lacrima.analysis.survival.KaplanMeier;
import org.lacrima.analysis.survival.LogRank;
import org.lacrima.analysis.survival.TimesToEvent;
import org.lacrima.core.table.ResultTable;

/** Numbers go in, sentences and tables come out: the tests of docs/statistics.md on a few made people. */
public final class DoesCryingHelp {

    private static final double[] CRIERS = {6.1, 5.8, 6.9, 6.4, 5.2, 6.6, 7.1, 6.0};
    private static final double[] NON_CRIERS = {5.9, 5.1, 6.2, 5.5, 4.8, 6.3, 5.4, 5.7, 5.0};

    private DoesCryingHelp() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        print(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    }

    static void print(PrintWriter out) {
        say(TTest.welch().test(CRIERS, NON_CRIERS), out);
        say(StandardisedDifference.hedgesG().of(CRIERS, NON_CRIERS), out);
        say(MannWhitney.withDefaults().test(CRIERS, NON_CRIERS), out);
        say(Equivalence.within(-0.5, 0.5).test(CRIERS, NON_CRIERS), out);
        say(TTest.welch().test(CRIERS, new double[] {5.9}), out);

        TimesToEvent criers = TimesToEvent.of(
                new double[] {40, 75, 90, 120, 180, 300}, new boolean[] {true, true, true, true, true, false});
        TimesToEvent others = TimesToEvent.of(
                new double[] {60, 110, 150, 240, 300, 300}, new boolean[] {true, true, true, true, false, false});
        say(KaplanMeier.withDefaults().of(criers), out);
        say(LogRank.withDefaults().test(Map.of("crier", criers, "noncrier", others)), out);

        say(
                MetaAnalysis.withDefaults()
                        .of(List.of(
                                new StudyEffect("first laboratory", 0.42, 0.05),
                                new StudyEffect("second laboratory", 0.10, 0.04),
                                new StudyEffect("third laboratory", 0.25, 0.08))),
                out);
        say(
                CoderAgreement.of(
                        List.of("tears", "none", "none", "tears", "tears", "none"),
                        List.of("tears", "none", "tears", "tears", "tears", "none"),
                        List.of("none", "tears"),
                        CoderAgreement.Weights.NONE,
                        0.95),
                out);
        say(Inference.of(EValue.ofStandardisedDifference(0.6, 0.3)), out);

        for (ResultTable table : LogRank.withDefaults()
                .test(Map.of("crier", criers, "noncrier", others))
                .orThrow()
                .toTables("logrank")) {
            out.println(table.name() + ": " + table.rows().size() + " rows of "
                    + table.columns().size() + " columns");
        }
    }

    private static void say(Inference<? extends StatisticalResult> answer, PrintWriter out) {
        out.println(answer.isEstimable() ? answer.orThrow().apa() : "not estimable: " + answer.reason());
    }
}
