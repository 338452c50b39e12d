package org.lacrima.core.rsa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.Episode;
import org.lacrima.core.study.EpisodeKind;

/**
 * The times at which heart rhythm does not speak of vagal tone because breathing was not breathing: sobs, speech, held
 * breath.
 *
 * <p>A mask takes the beats under it out of a series and leaves a gap record. Every estimator then does there what it
 * does at any gap, and nothing is interpolated across a sob. How much of a bout is lost is a number of its own
 * ({@link #shareOf}), to be reported with the result. Immutable.
 */
public final class BreathingMask {
    private final List<Window> windows;

    private BreathingMask(List<Window> windows) {
        this.windows = windows;
    }

    /** A mask over windows in any order; those that touch or overlap are joined. */
    public static BreathingMask of(Collection<Window> windows) {
        List<Window> sorted = new ArrayList<>(windows);
        sorted.sort(Comparator.comparingDouble(Window::startSeconds));
        List<Window> joined = new ArrayList<>();
        for (Window next : sorted) {
            int last = joined.size() - 1;
            if (last >= 0 && next.startSeconds() <= joined.get(last).endSeconds()) {
                Window before = joined.get(last);
                joined.set(last, new Window(before.startSeconds(), Math.max(before.endSeconds(), next.endSeconds())));
            } else {
                joined.add(next);
            }
        }
        return new BreathingMask(List.copyOf(joined));
    }

    /** A mask over the episodes of given kinds. */
    public static BreathingMask ofEpisodes(Collection<Episode> episodes, EpisodeKind first, EpisodeKind... others) {
        Set<EpisodeKind> kinds = EnumSet.of(first, others);
        return of(episodes.stream()
                .filter(e -> kinds.contains(e.kind()))
                .map(Episode::window)
                .toList());
    }

    /** A mask over the episodes that coders labelled with one of these words, such as {@code speech}. */
    public static BreathingMask ofLabels(Collection<Episode> episodes, Set<String> labels) {
        return of(episodes.stream()
                .filter(e -> labels.contains(e.label()))
                .map(Episode::window)
                .toList());
    }

    /**
     * A mask over the times that a breath detection left without breaths: held breath, or a lost signal.
     *
     * @param respiration the breaths
     * @param within the span in which breathing was recorded
     */
    public static BreathingMask ofPauses(Respiration respiration, Window within) {
        List<Window> pauses = new ArrayList<>();
        double known = within.startSeconds();
        for (Breath breath : respiration.breaths()) {
            if (breath.inhaleSeconds() > known) {
                pauses.add(new Window(known, Math.min(breath.inhaleSeconds(), within.endSeconds())));
            }
            known = Math.max(known, breath.endSeconds());
        }
        if (known < within.endSeconds()) {
            pauses.add(new Window(known, within.endSeconds()));
        }
        return of(pauses);
    }

    /** This mask and another. */
    public BreathingMask and(BreathingMask other) {
        List<Window> both = new ArrayList<>(windows);
        both.addAll(other.windows);
        return of(both);
    }

    /** The masked windows in order, none touching another. */
    public List<Window> windows() {
        return windows;
    }

    /** Whether an instant or span shares time with the mask. */
    boolean covers(double fromSeconds, double toSeconds) {
        for (Window window : windows) {
            if (window.startSeconds() < toSeconds && fromSeconds < window.endSeconds()) {
                return true;
            }
        }
        return false;
    }

    /** The share, 0 to 1, of a bout that lies under the mask; 0 for a bout of no length. */
    public double shareOf(Window bout) {
        double lost = 0;
        for (Window window : windows) {
            lost += Math.max(
                    0,
                    Math.min(window.endSeconds(), bout.endSeconds())
                            - Math.max(window.startSeconds(), bout.startSeconds()));
        }
        return bout.lengthSeconds() > 0 ? lost / bout.lengthSeconds() : 0;
    }

    /** The breaths that share no time with the mask. */
    Respiration removeFrom(Respiration respiration) {
        return new MeasuredRespiration(
                respiration.breaths().stream()
                        .filter(b -> !covers(b.inhaleSeconds(), b.endSeconds()))
                        .toList(),
                respiration.depthUnit(),
                respiration.source());
    }

    /** The beats without the intervals that share time with the mask; a gap is recorded where they were. */
    public BeatSeries removeFrom(BeatSeries beats) {
        int n = beats.size();
        double[] ends = new double[n];
        double[] millis = new double[n];
        boolean[] contiguous = new boolean[n];
        BeatLabel[] labels = new BeatLabel[n];
        int kept = 0;
        boolean previousKept = false;
        for (int i = 0; i < n; i++) {
            boolean keep = !covers(beats.startSecondsAt(i), beats.endSecondsAt(i));
            if (keep) {
                ends[kept] = beats.endSecondsAt(i);
                millis[kept] = beats.millisAt(i);
                contiguous[kept] = previousKept && beats.isContiguousAt(i);
                labels[kept] = beats.labelAt(i);
                kept++;
            }
            previousKept = keep;
        }
        return kept == n
                ? beats
                : BeatSeries.of(
                        Arrays.copyOf(ends, kept),
                        Arrays.copyOf(millis, kept),
                        Arrays.copyOf(contiguous, kept),
                        Arrays.copyOf(labels, kept));
    }
}
