package org.lacrima.benchmarks;

import org.lacrima.core.simulate.StudyDesign.RecordingDesign;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Intervals with missed, extra and ectopic beats, one in a hundred. */
@State(Scope.Benchmark)
public class RawTachogram extends Recording {
    /** Number of intervals. */
    @Param({"350", "7000", "100000"})
    public int n;

    /** Simulates the beats. */
    @Setup
    public void make() {
        simulate(n, new RecordingDesign(1000, 4, 2, 4));
    }
}
