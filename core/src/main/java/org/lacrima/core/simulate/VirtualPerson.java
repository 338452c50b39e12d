package org.lacrima.core.simulate;

import java.util.List;
import java.util.Optional;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.Participant;

/**
 * One simulated participant: the traits that everything about them follows from. This is the truth that estimators are
 * tried on.
 *
 * @param participant who it is, as the study knows them
 * @param restingPeriodMillis heart period at rest, in ms
 * @param rsaAmplitudeMillis amplitude of the respiratory oscillation of the heart period at rest, in ms
 * @param breathsPerMinute breathing rate at rest
 * @param mayerAmplitudeMillis amplitude of the oscillation near 0.1 Hz, in ms
 * @param driftMillis SD of slow changes of the heart period, in ms
 * @param beatNoiseMillis SD of the noise of single intervals, in ms
 * @param stressResponseMillis shortening of the heart period under full demand by sympathetic drive, in ms
 * @param vagalWithdrawalShare share of the RSA amplitude lost under full demand
 * @param recoveryHalfTimeSeconds time in which half of a response is undone, in s
 * @param weeping how the person cries; empty for one who does not
 * @param hormone course of the hormone in saliva
 * @param restingRating rating at rest
 * @param ratingResponse what the induction adds to it in the end
 * @param ratingHalfTimeSeconds time in which half of that fades, in s
 */
public record VirtualPerson(
        Participant participant,
        double restingPeriodMillis,
        double rsaAmplitudeMillis,
        double breathsPerMinute,
        double mayerAmplitudeMillis,
        double driftMillis,
        double beatNoiseMillis,
        double stressResponseMillis,
        double vagalWithdrawalShare,
        double recoveryHalfTimeSeconds,
        Optional<Weeping> weeping,
        HormoneCourse hormone,
        double restingRating,
        double ratingResponse,
        double ratingHalfTimeSeconds) {

    /**
     * How one person cries.
     *
     * @param bouts bouts from onset to offset, in order
     * @param sobs sobs within the bouts, in order
     * @param tears when tears are seen, in order
     * @param rsaRiseMillis rise of the RSA amplitude that sets in with a bout, in ms
     * @param breathSlowingShare share by which breathing slows while RSA has fully risen
     * @param demand how much a bout asks of the person, from 0 to 1
     */
    public record Weeping(
            List<Window> bouts,
            List<Window> sobs,
            List<Window> tears,
            double rsaRiseMillis,
            double breathSlowingShare,
            double demand) {
        /** Copies the lists. */
        public Weeping {
            bouts = List.copyOf(bouts);
            sobs = List.copyOf(sobs);
            tears = List.copyOf(tears);
        }
    }

    /** Shortening of the heart period under full demand, sympathetic and vagal together, in ms. */
    public double fullResponseMillis() {
        return stressResponseMillis + HeartModel.PERIOD_PER_VAGAL_TONE * vagalWithdrawalShare * rsaAmplitudeMillis;
    }
}
