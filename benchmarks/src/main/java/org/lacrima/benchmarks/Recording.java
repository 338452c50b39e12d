package org.lacrima.benchmarks;

import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.simulate.StudyDesign.RecordingDesign;

/** What a benchmark works on: beats, and for textbook implementations the same as bare arrays. */
abstract class Recording {
    BeatSeries beats = BeatSeries.ofMillis();
    /** Intervals in ms. */
    double[] rr = new double[0];
    /** Times of the beats that end them, in s. */
    double[] seconds = new double[0];

    final void simulate(int n, RecordingDesign design) {
        beats = SimulatedBeats.of(n, design);
        rr = beats.toMillis();
        seconds = beats.toEndSeconds();
    }
}
