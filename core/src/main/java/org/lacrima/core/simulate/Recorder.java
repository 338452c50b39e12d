package org.lacrima.core.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;
import org.lacrima.core.simulate.StudyDesign.RecordingDesign;

/** What a device makes of true beats: a clock, artifacts that nobody labels, and spans without a signal. */
final class Recorder {
    /** Beats between two artifacts, so that the truth of each is plain. */
    private static final int LEAST_DISTANCE = 6;

    private final RecordingDesign design;
    private final Draws draws;

    Recorder(RecordingDesign design, Draws draws) {
        this.design = design;
        this.draws = draws;
    }

    /** A recording and what is wrong in it. */
    record Recording(BeatSeries beats, List<Artifact> artifacts) {}

    Recording record(double[] trueSeconds, List<Window> lost) {
        List<Artifact> artifacts = new ArrayList<>();
        double[] seen = withArtifacts(trueSeconds, artifacts);
        return new Recording(series(seen, lost), List.copyOf(artifacts));
    }

    private double[] withArtifacts(double[] beats, List<Artifact> artifacts) {
        double missed = design.missedPerThousand() / 1000;
        double extra = missed + design.extraPerThousand() / 1000;
        double ectopic = extra + design.ectopicPerThousand() / 1000;
        double[] seen = new double[2 * beats.length];
        int count = 0;
        int last = 0;
        for (int i = 0; i < beats.length; i++) {
            double chance = draws.unit();
            double place = draws.unit();
            boolean free = i - last >= LEAST_DISTANCE && i < beats.length - 1;
            if (!free || chance >= ectopic) {
                seen[count++] = beats[i];
                continue;
            }
            last = i;
            double interval = beats[i] - beats[i - 1];
            if (chance < missed) {
                artifacts.add(new Artifact(Artifact.Kind.MISSED, beats[i]));
            } else if (chance < extra) {
                double invented = beats[i - 1] + interval * (0.3 + 0.4 * place);
                artifacts.add(new Artifact(Artifact.Kind.EXTRA, invented));
                seen[count++] = invented;
                seen[count++] = beats[i];
            } else {
                double premature = beats[i - 1] + interval * (0.6 + 0.2 * place);
                artifacts.add(new Artifact(Artifact.Kind.ECTOPIC, premature));
                seen[count++] = premature;
            }
        }
        return Arrays.copyOf(seen, count);
    }

    private BeatSeries series(double[] seconds, List<Window> lost) {
        double[] ends = new double[seconds.length];
        double[] rr = new double[seconds.length];
        boolean[] contiguous = new boolean[seconds.length];
        int n = 0;
        boolean linked = false;
        for (int i = 1; i < seconds.length; i++) {
            long from = Math.round(seconds[i - 1] * design.clockHz());
            long to = Math.round(seconds[i] * design.clockHz());
            if (touches(lost, seconds[i - 1], seconds[i])) {
                linked = false;
                continue;
            }
            ends[n] = to / design.clockHz();
            rr[n] = (to - from) * 1000 / design.clockHz();
            contiguous[n] = linked;
            linked = true;
            n++;
        }
        BeatLabel[] labels = new BeatLabel[n];
        Arrays.fill(labels, BeatLabel.NORMAL);
        return BeatSeries.of(Arrays.copyOf(ends, n), Arrays.copyOf(rr, n), Arrays.copyOf(contiguous, n), labels);
    }

    private static boolean touches(List<Window> lost, double from, double to) {
        return lost.stream().anyMatch(w -> from < w.endSeconds() && to >= w.startSeconds());
    }
}
