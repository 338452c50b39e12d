package org.lacrima.benchmarks;

import java.util.List;
import java.util.Optional;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.simulate.StudyDesign;
import org.lacrima.core.simulate.StudyDesign.Arm;
import org.lacrima.core.simulate.StudyDesign.PhaseDesign;
import org.lacrima.core.simulate.StudyDesign.RecordingDesign;
import org.lacrima.core.simulate.StudySimulator;
import org.lacrima.core.study.Group;
import org.lacrima.core.study.Role;

/** Beats of virtual people at rest, with respiratory sinus arrhythmia, waves near 0.1 Hz and slow drift. */
final class SimulatedBeats {
    /** Longer than any mean heart period of the population, so that no recording falls short. */
    private static final double LONGEST_PERIOD_SECONDS = 1.2;

    private static final long SEED = 20260101;

    private SimulatedBeats() {}

    /** The first n intervals of one person. */
    static BeatSeries of(int n, RecordingDesign recording) {
        return people(1, n * LONGEST_PERIOD_SECONDS, recording).get(0).subSeries(0, n);
    }

    /** The recordings of several people, each so many seconds long. */
    static List<BeatSeries> people(int count, double seconds, RecordingDesign recording) {
        StudyDesign design = StudyDesign.withDefaults()
                .withArms(new Arm(Group.NONCRIER, count, Optional.empty(), 1, 1, 1))
                .withPhases(new PhaseDesign("baseline", Role.BASELINE, seconds, 0))
                .withRecording(recording);
        return StudySimulator.of(design).withSeed(SEED).simulate().study().sessions().stream()
                .map(session -> session.beats().orElseThrow())
                .toList();
    }
}
