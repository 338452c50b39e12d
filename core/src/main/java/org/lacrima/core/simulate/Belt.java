package org.lacrima.core.simulate;

import java.util.Arrays;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.simulate.StudyDesign.BeltDesign;

/**
 * A belt around the chest that rises with inhalation: {@code d · (1 − sin φ) ⁄ 2}, where φ is the phase of the breath that
 * also moves the heart period, and the depth d is drawn anew with every breath.
 */
final class Belt {
    private static final double INHALE_ONSET = Math.PI / 2;

    private final BeltDesign design;
    private final Draws draws;

    Belt(BeltDesign design, Draws draws) {
        this.design = design;
        this.draws = draws;
    }

    /** What the belt records of a breath whose phase is known at every step of the simulation. */
    SampledSignal record(double[] breathPhases) {
        int n = (int) (breathPhases.length * design.rateHz() / HeartModel.STEPS_PER_SECOND);
        double[] volts = new double[n];
        double depth = newDepth();
        double before = INHALE_ONSET;
        int sample = 0;
        for (int step = 0; step < breathPhases.length && sample < n; step++) {
            double phase = breathPhases[step];
            boolean onset = before < INHALE_ONSET && phase >= INHALE_ONSET;
            depth = onset ? newDepth() : depth;
            before = phase;
            if (step >= sample * HeartModel.STEPS_PER_SECOND / design.rateHz()) {
                double volume = depth * (1 - StrictMath.sin(phase)) / 2;
                double hundredths = Math.rint(100 * (volume + design.noiseVolts() * draws.normal()));
                // adding zero turns the zero below zero into the one that files know
                volts[sample++] = hundredths / 100 + 0.0;
            }
        }
        return SampledSignal.of("respiratory", new Unit("V"), design.rateHz(), 0, Arrays.copyOf(volts, sample));
    }

    private double newDepth() {
        return Math.max(0.3, 1 + design.depthVariation() * draws.normal());
    }
}
