package org.lacrima.core.recovery;

import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.recovery.RecoveryFit.Bounds;

/**
 * A recovery in two phases, {@code X(t) = A + D₁ · 2^(−t ⁄ H₁) + D₂ · 2^(−t ⁄ H₂)} with {@code H₁ < H₂}, as fitted to one
 * person: a fast one (vagal) and a slow one (sympathetic, hormonal), as the hypothesis has it. Amplitudes of opposite sign
 * make an overshoot that is made up for later.
 *
 * @param fastHalfTime H₁ in s
 * @param slowHalfTime H₂ in s
 * @param fastAmplitude D₁
 * @param slowAmplitude D₂
 * @param asymptote A
 * @param fastInterval confidence interval of H₁
 * @param slowInterval confidence interval of H₂
 * @param pValue of the F test that one phase is enough; NaN where nothing was fitted
 * @param residualSd standard deviation of the residuals; NaN where nothing was fitted
 * @param verdict what the data can tell
 */
public record BiexponentialFit(
        MetricValue fastHalfTime,
        MetricValue slowHalfTime,
        MetricValue fastAmplitude,
        MetricValue slowAmplitude,
        MetricValue asymptote,
        Bounds fastInterval,
        Bounds slowInterval,
        double pValue,
        double residualSd,
        Verdict verdict) {

    /** What the data can tell of two phases. */
    public enum Verdict {
        /** Two phases fit better than one, both half-times are bounded, and the window holds two of the slow ones. */
        IDENTIFIED,
        /** The same, but the window is shorter than two slow half-times: the asymptote is extrapolated. */
        WINDOW_SHORT,
        /** Two phases fit better than one, but the slow half-time has no upper bound. */
        OPEN,
        /** One phase fits as well: use {@link ExponentialRecovery}. */
        ONE_IS_ENOUGH,
        /** Too few values. */
        NO_DATA
    }
}
