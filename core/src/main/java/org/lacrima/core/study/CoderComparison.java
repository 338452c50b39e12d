package org.lacrima.core.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.Window;
import org.lacrima.core.series.WindowSet;

/**
 * The bouts of one kind as two coders saw them in one session: which they share, and how far they agree.
 *
 * @param shared bouts that both saw, with the uncertainty of onset and offset, in order
 * @param onlyFirst bouts of the first coder that the second did not see
 * @param onlySecond bouts of the second coder that the first did not see
 * @param observed the time that both looked at
 * @param first all bouts of the first coder within it
 * @param second all bouts of the second coder within it
 */
public record CoderComparison(
        List<CodedEpisode> shared,
        WindowSet onlyFirst,
        WindowSet onlySecond,
        Window observed,
        WindowSet first,
        WindowSet second) {

    /** Copies the list. */
    public CoderComparison {
        shared = List.copyOf(shared);
    }

    /**
     * Compares two coders. Bouts that overlap are the same bout; where one coder saw a pause that the other did not, the
     * bouts on both sides of it are one.
     *
     * @param kind the kind that is compared
     * @param first what the first coder marked
     * @param second what the second coder marked
     * @param longestGap longest pause inside one bout, for either coder
     * @param observed the time that both looked at
     */
    public static CoderComparison of(
            EpisodeKind kind, Timeline first, Timeline second, Duration longestGap, Window observed) {
        WindowSet one = first.bouts(kind, longestGap).during(observed);
        WindowSet other = second.bouts(kind, longestGap).during(observed);
        List<CodedEpisode> shared = new ArrayList<>();
        List<Window> onlyFirst = new ArrayList<>();
        List<Window> onlySecond = new ArrayList<>();
        for (Window seen : one.union(other).windows()) {
            List<Window> byFirst = one.during(seen).windows();
            List<Window> bySecond = other.during(seen).windows();
            if (bySecond.isEmpty()) {
                onlyFirst.addAll(byFirst);
            } else if (byFirst.isEmpty()) {
                onlySecond.addAll(bySecond);
            } else if (one.during(seen).intersection(other).isEmpty()) {
                onlyFirst.addAll(byFirst);
                onlySecond.addAll(bySecond);
            } else {
                shared.add(new CodedEpisode(
                        kind,
                        CodedInstant.of(
                                byFirst.get(0).startSeconds(), bySecond.get(0).startSeconds()),
                        CodedInstant.of(
                                byFirst.get(byFirst.size() - 1).endSeconds(),
                                bySecond.get(bySecond.size() - 1).endSeconds())));
            }
        }
        return new CoderComparison(shared, WindowSet.of(onlyFirst), WindowSet.of(onlySecond), observed, one, other);
    }

    /**
     * Cohen's kappa of the two coders over time, {@code (pₒ − pₑ) ⁄ (1 − pₑ)}, every instant counting as one rating of
     * crying or not. Not estimable where chance agreement is complete. Cohen 1960, doi:10.1177/001316446002000104.
     */
    public MetricValue kappa() {
        double length = observed.lengthSeconds();
        double p = first.totalSeconds() / length;
        double q = second.totalSeconds() / length;
        double both = first.intersection(second).totalSeconds() / length;
        double neither = 1 - first.union(second).totalSeconds() / length;
        double chance = p * q + (1 - p) * (1 - q);
        String name = "kappa over time";
        if (!(length > 0) || chance >= 1) {
            return MetricValue.notEstimable(
                    name,
                    Unit.ONE,
                    "both coders saw the same thing all the time: agreement beyond chance is undefined");
        }
        return MetricValue.of(name, (both + neither - chance) / (1 - chance), Unit.ONE, shared.size());
    }

    /** Onset by the second coder minus onset by the first, in s, for each shared bout: the distribution of the lag. */
    public List<Double> onsetLagsSeconds() {
        return shared.stream()
                .map(bout -> start(second, bout) - start(first, bout))
                .toList();
    }

    private static double start(WindowSet bouts, CodedEpisode bout) {
        return bouts.during(bout.widest()).first().orElseThrow().startSeconds();
    }
}
