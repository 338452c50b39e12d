package org.lacrima.benchmarks;

import org.lacrima.core.simulate.StudyDesign.RecordingDesign;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** As {@link Tachogram}, no longer than what is quadratic in its length can bear. */
@State(Scope.Benchmark)
public class ShortTachogram extends Recording {
    /** Number of intervals. */
    @Param({"350", "7000"})
    public int n;

    /** Simulates the beats. */
    @Setup
    public void make() {
        simulate(n, RecordingDesign.withoutArtifacts());
    }
}
