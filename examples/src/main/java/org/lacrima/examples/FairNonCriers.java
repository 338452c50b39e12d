package org.lacrima.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.lacrima.analysis.stats.TTest;
import org.lacrima.core.event.EventContrast;
import org.lacrima.core.event.FairOnsets;
import org.lacrima.core.event.MatchedOnset;
import org.lacrima.core.event.Viewer;
import org.lacrima.core.metric.MetricValue;

/**
 * Whom may criers be compared with? Simulates studies in which a film moves every heart and chance decides who cries, and
 * counts how often each comparison finds an effect of crying that is not there; then plants one and counts again. Writes
 * {@code docs/fair-non-criers.md}.
 */
public final class FairNonCriers {
    private static final int STUDIES = 2000;
    private static final long SEED = 20261123;
    /** The fewest that a level of 5 % allows. */
    private static final int PERMUTATIONS = 19;

    private static final double LEVEL = 0.05;
    private static final double CRYING_BPM = -2.5;

    private FairNonCriers() {}

    /** A comparison of criers with others, and the p value that it gives for a study. */
    private record Comparison(String name, String controls, Test test) {}

    @FunctionalInterface
    private interface Test {
        double pOf(Audience audience, long seed);
    }

    private static final List<Comparison> COMPARISONS = List.of(
            new Comparison("naive", "non-criers over the whole film; Welch's t", FairNonCriers::naive),
            new Comparison("any time", "non-criers at a random film time; Welch's t", FairNonCriers::anyTime),
            new Comparison("yoked", "each non-crier at the film time of a crier; paired t", FairNonCriers::yoked),
            new Comparison("scene", "both groups at the second scene; Welch's t", FairNonCriers::scene),
            new Comparison(
                    "risk set", "everybody still at risk at each onset; t of the differences", FairNonCriers::riskSet),
            new Comparison(
                    "risk set, one control",
                    "one of them at random; t of the differences",
                    FairNonCriers::riskSetOfOne),
            new Comparison(
                    "permuted",
                    "risk sets, against 19 deals of the onsets; permutation test",
                    FairNonCriers::permuted));

    /**
     * Writes the page.
     *
     * @param args the file; {@code docs/fair-non-criers.md} where there is none
     */
    public static void main(String[] args) throws IOException {
        Path page = Path.of(args.length == 0 ? "docs/fair-non-criers.md" : args[0]);
        Files.write(page, page(STUDIES).getBytes(StandardCharsets.UTF_8));
        System.out.println("The page is " + page.toAbsolutePath());
    }

    static String page(int studies) {
        int[] withoutEffect = new int[COMPARISONS.size()];
        int[] withEffect = new int[COMPARISONS.size()];
        RandomGenerator seeds = new Well19937c(SEED);
        for (int s = 0; s < studies; s++) {
            long seed = seeds.nextLong();
            Audience audience = Audience.of(seed);
            count(audience, seed, withoutEffect);
            count(audience.withCrying(CRYING_BPM), seed, withEffect);
        }
        StringBuilder table = new StringBuilder();
        for (int c = 0; c < COMPARISONS.size(); c++) {
            Comparison comparison = COMPARISONS.get(c);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s |%n",
                    comparison.name(),
                    comparison.controls(),
                    share(withoutEffect[c], studies),
                    share(withEffect[c], studies)));
        }
        return String.format(
                        Locale.ROOT,
                        """
            # Whom may criers be compared with?

            Crying comes where the film is saddest, and sad scenes move every heart. Whoever compares criers after their onset
            with non-criers over the whole film compares scenes, not people. This page shows how much that matters, in studies
            whose truth is known because they are simulated.

            Every study has %1$d viewers of a film of %2$.0f s with two sad scenes of %3$.0f s (SD). Heart rate rises in the scenes by
            about %4$.0f bpm, in each viewer by their own measure; the chance to begin crying rises there too, alike for everybody, so
            that about half of them cry and *who* does is chance. The response is mean heart rate in the %5$.0f s from the onset less
            that of the rest before the film. Tests are two-sided at 5 %%.

            | comparison | whom criers are compared with | rejects where crying does nothing | rejects where it slows the heart by %6$.1f bpm |
            |---|---|---|---|
            %7$s
            In brackets the 95 %% interval of Wilson for %8$d simulated studies (seed %9$d). A fair comparison rejects in 5 %% of
            studies in the third column. The naive comparison and the one at any time reject far more often there: what they
            find is the film. In the last column they miss most of a slowing that is there, because the scene hides it.

            **Which to use.** Risk sets use everybody at every onset at which they could have cried, and need no luck of the draw;
            those who cry later belong to them until they do, and leaving them out would be a choice by the future. Yoked onsets are
            the custom of the field and simpler to tell. One scene for all answers another question: whether people who cry at all
            respond to it otherwise. Permuted onsets test any statistic and need no normal distribution.

            None of them makes crying an experiment. They hold the film still; what else differs between people who cry and people who do
            not is still there, which is why the simulation lets chance decide who cries.

            The classes are those of [event-locked analysis](events.md). `org.lacrima.examples.FairNonCriers` writes this page again, byte
            by byte.
            """,
                        Audience.PEOPLE,
                        Audience.FILM_SECONDS,
                        Audience.SCENE_WIDTH,
                        Audience.SCENE_BPM,
                        Audience.RESPONSE_SECONDS,
                        -CRYING_BPM,
                        table,
                        studies,
                        SEED)
                .replace("\r\n", "\n");
    }

    /** Counts for each comparison whether it rejects in a study. */
    private static void count(Audience audience, long seed, int[] rejected) {
        for (int c = 0; c < rejected.length; c++) {
            if (COMPARISONS.get(c).test().pOf(audience, seed + 1) <= LEVEL) {
                rejected[c]++;
            }
        }
    }

    private static double naive(Audience audience, long seed) {
        return welch(
                ownResponses(audience),
                audience.viewers().stream()
                        .filter(v -> !v.cried())
                        .mapToDouble(audience::wholeFilm)
                        .toArray());
    }

    private static double anyTime(Audience audience, long seed) {
        RandomGenerator random = new Well19937c(seed);
        return welch(
                ownResponses(audience),
                audience.viewers().stream()
                        .filter(v -> !v.cried())
                        .mapToDouble(v -> audience.response(
                                        v, v.sessionSecondsAt(random.nextInt((int) Audience.FILM_SECONDS)))
                                .orNaN())
                        .toArray());
    }

    private static double yoked(Audience audience, long seed) {
        return oneSample(FairOnsets.yoked(audience.viewers(), seed), audience);
    }

    private static double scene(Audience audience, long seed) {
        MatchedOnset scene =
                FairOnsets.scene(audience.viewers(), Audience.SECOND_SCENE - Audience.RESPONSE_SECONDS / 2);
        EventContrast contrast = EventContrast.of(List.of(scene), audience::response);
        return welch(EventContrast.values(contrast.criers()), EventContrast.values(contrast.controls()));
    }

    private static double riskSet(Audience audience, long seed) {
        return oneSample(FairOnsets.riskSets(audience.viewers()), audience);
    }

    private static double riskSetOfOne(Audience audience, long seed) {
        return oneSample(FairOnsets.riskSets(audience.viewers(), 1, seed), audience);
    }

    private static double permuted(Audience audience, long seed) {
        Map<String, Map<Double, MetricValue>> known = new HashMap<>();
        EventContrast.Response response = (viewer, onset) -> known.computeIfAbsent(viewer.id(), id -> new HashMap<>())
                .computeIfAbsent(onset, at -> audience.response(viewer, at));
        RandomGenerator seeds = new Well19937c(seed);
        double observed = Math.abs(meanDifference(audience.viewers(), response));
        int asLarge = 1;
        for (int p = 0; p < PERMUTATIONS; p++) {
            List<Viewer> dealt = FairOnsets.permuted(audience.viewers(), seeds.nextLong());
            if (Math.abs(meanDifference(dealt, response)) >= observed) {
                asLarge++;
            }
        }
        return (double) asLarge / (PERMUTATIONS + 1);
    }

    private static double meanDifference(List<Viewer> viewers, EventContrast.Response response) {
        double sum = 0;
        double[] differences =
                EventContrast.of(FairOnsets.riskSets(viewers), response).differenceValues();
        for (double difference : differences) {
            sum += difference;
        }
        return sum / differences.length;
    }

    private static double[] ownResponses(Audience audience) {
        return audience.viewers().stream()
                .filter(Viewer::cried)
                .mapToDouble(v ->
                        audience.response(v, v.onsetSeconds().orElseThrow()).orNaN())
                .toArray();
    }

    private static double oneSample(List<MatchedOnset> sets, Audience audience) {
        return TTest.student()
                .oneSample(EventContrast.of(sets, audience::response).differenceValues())
                .map(TTest.Result::p)
                .value()
                .orElse(1.0);
    }

    private static double welch(double[] criers, double[] others) {
        return TTest.welch().test(criers, others).map(TTest.Result::p).value().orElse(1.0);
    }

    private static String share(int rejected, int studies) {
        ConfidenceInterval interval = new WilsonScoreInterval().createInterval(studies, rejected, 0.95);
        return String.format(
                Locale.ROOT,
                "%.1f %% [%.1f, %.1f]",
                100.0 * rejected / studies,
                100 * Math.max(0, interval.getLowerBound()),
                100 * interval.getUpperBound());
    }
}
