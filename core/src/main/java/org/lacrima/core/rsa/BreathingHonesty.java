package org.lacrima.core.rsa;

import java.time.Duration;
import java.util.List;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.rsa.BreathingReport.LostBout;
import org.lacrima.core.rsa.BreathingReport.PhaseBreathing;
import org.lacrima.core.rsa.RespirationAdjustment.Epoch;
import org.lacrima.core.spectrum.Band;
import org.lacrima.core.study.Episode;
import org.lacrima.core.study.Phase;

/**
 * Asks of a change of RSA whether it is one of breathing. People breathe slower around tears (Hendriks et al. 2007), and
 * slower breathing alone widens RSA; so RSA is compared raw and at equal breathing within the person, nothing is scored
 * under a mask, and where breathing leaves the band a warning says so. Immutable.
 *
 * <p>Grossman &amp; Taylor 2007, doi:10.1016/j.biopsycho.2005.11.014.
 */
public final class BreathingHonesty {
    private static final BreathingHonesty DEFAULTS = new BreathingHonesty(
            PeakToTrough.withDefaults().ln(),
            RespirationAdjustment.withDefaults(),
            Band.RESPIRATORY,
            Duration.ofSeconds(30));

    private final Metric<HeartAndBreath> rsa;
    private final RespirationAdjustment adjustment;
    private final Band band;
    private final Duration epoch;

    private BreathingHonesty(Metric<HeartAndBreath> rsa, RespirationAdjustment adjustment, Band band, Duration epoch) {
        this.rsa = rsa;
        this.adjustment = adjustment;
        this.band = band;
        this.epoch = epoch;
    }

    /** RSA from peak to trough, its logarithm, in epochs of 30 s, adjusted for rate; breathing expected in 0.12–0.40 Hz. */
    public static BreathingHonesty withDefaults() {
        return DEFAULTS;
    }

    /** The same with another metric of RSA. */
    public BreathingHonesty with(Metric<HeartAndBreath> other) {
        return new BreathingHonesty(other, adjustment, band, epoch);
    }

    /** The same with another adjustment, for rate and depth for instance; its unit follows the metric. */
    public BreathingHonesty with(RespirationAdjustment other) {
        return new BreathingHonesty(rsa, other, band, epoch);
    }

    /** The same with another band in which breathing is expected. */
    public BreathingHonesty with(Band other) {
        return new BreathingHonesty(rsa, adjustment, other, epoch);
    }

    /** The same with epochs of another length, positive. */
    public BreathingHonesty withEpoch(Duration other) {
        return new BreathingHonesty(rsa, adjustment, band, other);
    }

    /**
     * The report on one person.
     *
     * @param pair beats and breaths of the session
     * @param phases phases, each of which helps to learn what RSA owes to breathing
     * @param from name of the phase that is subtracted
     * @param to name of the phase from which it is
     * @param mask where RSA is not estimable
     * @param bouts bouts of which the lost share is reported
     */
    public BreathingReport report(
            HeartAndBreath pair, List<Phase> phases, String from, String to, BreathingMask mask, List<Episode> bouts) {
        List<Epoch> epochs = RespirationAdjustment.epochs(pair, rsa, phases, epoch, mask);
        return new BreathingReport(
                adjustment.with(rsa.unit()).compare(epochs, from, to),
                phases.stream().map(phase -> breathing(pair, phase, mask)).toList(),
                bouts.stream()
                        .map(bout -> new LostBout(bout, mask.shareOf(bout.window())))
                        .toList());
    }

    private PhaseBreathing breathing(HeartAndBreath pair, Phase phase, BreathingMask mask) {
        Respiration breaths = mask.removeFrom(pair.respiration().during(phase.window()));
        return new PhaseBreathing(
                phase.name(),
                RespirationMetrics.RATE.of(breaths),
                RespirationMetrics.DEPTH.of(breaths),
                RespirationMetrics.warningOutside(breaths, band.lowHz(), band.highHz()));
    }
}
