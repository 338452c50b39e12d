package org.lacrima.benchmarks;

import org.lacrima.core.simulate.StudyDesign.RecordingDesign;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Intervals to the millisecond without artifacts: 5 minutes, an hour and a half, a day. */
@State(Scope.Benchmark)
public class Tachogram extends Recording {
    /** Number of intervals. */
    @Param({"350", "7000", "100000"})
    public int n;

    /** Simulates the beats. */
    @Setup
    public void make() {
        simulate(n, RecordingDesign.withoutArtifacts());
    }
}
