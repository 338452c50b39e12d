package org.lacrima.analysis.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lacrima.analysis.compare.Comparison;
import org.lacrima.analysis.compare.Exclusion;
import org.lacrima.analysis.compare.OutcomeComparison;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.Sample;
import org.lacrima.core.study.Assignment;
import org.lacrima.core.study.Contrast;
import org.lacrima.core.study.Group;

/** What a comparison found and what it did not, in plain sentences. */
final class Findings {

    private static final int NAMED_AT_MOST = 4;

    private final Comparison comparison;
    private final Contrast contrast;
    private final List<OutcomeComparison> testable;
    private final double alpha;

    Findings(Comparison comparison) {
        this.comparison = comparison;
        this.contrast = comparison.plan().contrast();
        this.testable = comparison.outcomes().stream()
                .filter(OutcomeComparison::isTestable)
                .toList();
        this.alpha = 1 - comparison.plan().confidence();
    }

    /** The outcomes whose means could be tested. */
    List<OutcomeComparison> testable() {
        return testable;
    }

    /** The outcomes ordered by the p of Welch's test, the untestable last. */
    List<OutcomeComparison> byEvidence() {
        return comparison.outcomes().stream()
                .sorted(Comparator.comparingDouble((OutcomeComparison o) ->
                        o.welch().value().map(t -> t.p()).orElse(Double.POSITIVE_INFINITY)))
                .toList();
    }

    /** The whole summary. */
    List<String> sentences() {
        if (comparison.problem().isPresent()) {
            return List.of(
                    who(),
                    "The groups cannot be compared: " + comparison.problem().get() + ".");
        }
        if (testable.isEmpty()) {
            return List.of(who(), "None of the outcomes could be tested; each says why in the table.");
        }
        return List.of(who(), found(), ranks(), unadjusted(), precision(), selection());
    }

    private String who() {
        return String.format(
                Locale.ROOT,
                "%d participants in group %s and %d in group %s were compared on %s, %s (%s).",
                comparison.persons(contrast.focal()).size(),
                contrast.focal(),
                comparison.persons(contrast.reference()).size(),
                contrast.reference(),
                Numbers.count(comparison.outcomes().size(), "outcome"),
                testable.size() == comparison.outcomes().size()
                        ? "all of which could be tested"
                        : testable.size() + " of which could be tested",
                excluded());
    }

    private String excluded() {
        int participants = count(Exclusion.Kind.PARTICIPANT);
        int epochs = count(Exclusion.Kind.EPOCH);
        int beats = count(Exclusion.Kind.BEAT);
        return "excluded: " + orNo(participants, "participant") + " and " + orNo(epochs, "phase")
                + " of a participant; corrected: " + orNo(beats, "beat");
    }

    private static String orNo(int n, String noun) {
        return n == 0 ? "no " + noun : Numbers.count(n, noun);
    }

    private int count(Exclusion.Kind kind) {
        return (int)
                comparison.exclusions().stream().filter(e -> e.kind() == kind).count();
    }

    private String found() {
        List<OutcomeComparison> differing = below(testable, OutcomeComparison::holmWelchP);
        if (differing.isEmpty()) {
            return "After Holm's correction for the number of outcomes no difference was found (Welch's t, all adjusted "
                    + Numbers.pInWords(least(OutcomeComparison::holmWelchP)).replace("p = ", "p ≥ ") + ").";
        }
        String named = differing.stream()
                .sorted(Comparator.comparingDouble(
                        (OutcomeComparison o) -> o.holmWelchP().orThrow()))
                .limit(NAMED_AT_MOST)
                .map(this::effect)
                .collect(Collectors.joining("; "));
        int more = differing.size() - NAMED_AT_MOST;
        return "After Holm's correction for the number of outcomes the groups differed on "
                + Numbers.count(differing.size(), "outcome") + " (Welch's t): " + named
                + (more > 0 ? "; and " + more + " more" : "") + ".";
    }

    private String effect(OutcomeComparison o) {
        boolean higher = o.welch().orThrow().difference() > 0;
        return o.outcome().label() + " " + (higher ? "higher" : "lower") + " in group " + contrast.focal()
                + o.hedgesG()
                        .value()
                        .map(g -> ", g = " + Numbers.fixed(g.estimate(), 2) + " " + Numbers.interval(g.interval(), 2))
                        .orElse("")
                + ", " + Numbers.pInWords(o.holmWelchP().orThrow());
    }

    private String ranks() {
        int differing = below(testable, OutcomeComparison::holmMannWhitneyP).size();
        return "By ranks (Mann–Whitney, likewise corrected) they differed on "
                + (differing == 0 ? "none" : Integer.toString(differing)) + ".";
    }

    private String unadjusted() {
        long raw =
                testable.stream().filter(o -> o.welch().orThrow().p() < alpha).count();
        return String.format(
                Locale.ROOT,
                "Without correction %d of %d had p < %s, where chance alone would give about %s.",
                raw,
                testable.size(),
                level(),
                Numbers.fixed(alpha * testable.size(), alpha * testable.size() < 1 ? 1 : 0));
    }

    private String precision() {
        double[] halfWidths = testable.stream()
                .flatMap(o -> o.hedgesG().value().stream())
                .mapToDouble(g -> g.interval().width() / 2)
                .toArray();
        String missed = halfWidths.length == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        ": the %s interval of g reaches %s to either side at the median, so effects smaller than that could"
                                + " be there unseen",
                        Numbers.percent(comparison.plan().confidence()),
                        Numbers.fixed(Sample.of(halfWidths).median(), 2));
        return "A difference that was not found is not shown to be absent" + missed + ".";
    }

    private String selection() {
        if (comparison.plan().models().assignment() == Assignment.RANDOMISED) {
            return Assignment.RANDOMISED.caution();
        }
        boolean crying =
                List.of(contrast.focal(), contrast.reference()).containsAll(List.of(Group.CRIER, Group.NONCRIER));
        return crying
                ? "Who cried was observed, not assigned: criers select themselves, so a difference may lie in who they are"
                        + " rather than in what crying does."
                : "The plan does not say that participants were assigned to groups at random: a difference may lie in who"
                        + " they are rather than in what they did.";
    }

    private List<OutcomeComparison> below(
            List<OutcomeComparison> outcomes, Function<OutcomeComparison, Inference<Double>> p) {
        return outcomes.stream()
                .filter(o -> p.apply(o).value().filter(v -> v < alpha).isPresent())
                .toList();
    }

    private double least(Function<OutcomeComparison, Inference<Double>> p) {
        double[] all = testable.stream()
                .flatMap(o -> p.apply(o).value().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        return Arrays.stream(all).min().orElse(1);
    }

    private String level() {
        return Numbers.percent(alpha).equals("5%")
                ? ".05"
                : Numbers.fixed(alpha, 3).replaceFirst("^0", "");
    }
}
