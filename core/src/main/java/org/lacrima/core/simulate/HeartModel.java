package org.lacrima.core.simulate;

import java.util.Arrays;
import java.util.List;
import org.lacrima.core.series.Window;
import org.lacrima.core.simulate.StudyDesign.PhaseDesign;
import org.lacrima.core.simulate.StudyDesign.Population;
import org.lacrima.core.simulate.VirtualPerson.Weeping;

/**
 * Beats of a virtual person by integral pulse frequency modulation: a beat falls whenever the integral of the heart rate
 * {@code 1000 ⁄ P(t)} since the last one reaches 1, with the heart period in ms
 *
 * <p>{@code P(t) = rest − S · a(t) + g · (v(t) − v₀) + v(t) · w(t) · √(f₀ ⁄ f(t)) · sin φ(t) + B · sin ψ(t) + drift}.
 *
 * <p>Arousal {@code a} follows the demand of phase and crying, fast upwards and with the person's half-time downwards;
 * vagal tone {@code v}, as RSA amplitude, is withdrawn in proportion to arousal and rises with crying; RSA waxes and wanes
 * around it slowly by {@code w}; {@code φ} is the breath, whose rate {@code f} varies from breath to breath, slows with crying and quickens in a sob (slower breathing
 * widens RSA at the same tone); {@code ψ} is the oscillation near 0.1 Hz. The integral attenuates an oscillation of
 * frequency f in the intervals by {@code sin(πfP) ⁄ (πfP)}.
 *
 * <p>Model: Rompelman, Coenen &amp; Kitney 1977. Breathing rate and RSA: Grossman &amp; Taylor
 * 2007, doi:10.1016/j.biopsycho.2005.11.014.
 */
final class HeartModel {
    /** Change of the mean heart period with vagal tone, in ms per ms of RSA amplitude. */
    static final double PERIOD_PER_VAGAL_TONE = 1;

    /** Steps of the simulation per second. */
    static final int STEPS_PER_SECOND = 50;

    private static final double STEP = 1.0 / STEPS_PER_SECOND;
    private static final double FULL_TURN = 2 * Math.PI;
    private static final Decay AROUSAL_RISE = Decay.ofTimeConstant(15);
    private static final Decay VAGAL_RISE = Decay.ofTimeConstant(15);
    private static final Decay VAGAL_FALL = Decay.ofTimeConstant(60);
    private static final double MAYER_HZ = 0.095;
    private static final double MAYER_PHASE_NOISE = 0.25;
    /** Correlation of slow changes from beat to beat: they last for about fifty beats. */
    private static final double DRIFT_CORRELATION = 0.98;

    private static final double SOB_BREATHING = 2.5;
    private static final double LEAST_PERIOD_MILLIS = 250;
    private static final double LEAST_WAXING = 0.2;

    private final VirtualPerson person;
    private final List<PhaseDesign> phases;
    private final Population population;
    private final Draws draws;
    private final Decay arousalFall;
    private final double restingBreathsHz;

    private double arousal;
    private double vagalBoost;
    private double breathPhase;
    private double breathFactor;
    private double breathsHz;
    private double mayerPhase;
    private double drift;
    private double waxing;

    private HeartModel(VirtualPerson person, List<PhaseDesign> phases, Population population, Draws draws) {
        this.person = person;
        this.phases = phases;
        this.population = population;
        this.draws = draws;
        arousalFall = Decay.ofTimeConstant(person.recoveryHalfTimeSeconds() / StrictMath.log(2));
        restingBreathsHz = person.breathsPerMinute() / 60;
        arousal = demandAt(0);
        breathPhase = draws.between(0, FULL_TURN);
        breathFactor = newBreath();
        breathsHz = restingBreathsHz * breathFactor;
        mayerPhase = draws.between(0, FULL_TURN);
        drift = person.driftMillis() * draws.normal();
        waxing = population.rsaVariation() * draws.normal();
    }

    /** What heart and breath of a person do from 0 s to the end. */
    static final class Course {
        /** Session times of the beats, in s. */
        final double[] beatSeconds;

        /** Phase of the breath at each step, from 0 to 2π; inhalation begins at π ⁄ 2. */
        final double[] breathPhases;

        private Course(double[] beatSeconds, double[] breathPhases) {
            this.beatSeconds = beatSeconds;
            this.breathPhases = breathPhases;
        }
    }

    /** The course of a person from 0 s to the end. */
    static Course course(
            VirtualPerson person, List<PhaseDesign> phases, Population population, double endSeconds, Draws draws) {
        return new HeartModel(person, phases, population, draws).until(endSeconds);
    }

    private Course until(double endSeconds) {
        double[] beats = new double[1024];
        int count = 0;
        double rate = beatsPerSecond();
        double integral = draws.unit();
        double threshold = nextThreshold();
        int steps = (int) (endSeconds * STEPS_PER_SECOND);
        double[] breathPhases = new double[steps];
        for (int step = 0; step < steps; step++) {
            double at = (double) step / STEPS_PER_SECOND;
            advance(at);
            breathPhases[step] = breathPhase;
            double nextRate = beatsPerSecond();
            double share = (rate + nextRate) / 2 * STEP;
            if (integral + share >= threshold) {
                if (count == beats.length) {
                    beats = Arrays.copyOf(beats, 2 * count);
                }
                beats[count++] = at + STEP * (threshold - integral) / share;
                integral -= threshold;
                threshold = nextThreshold();
            }
            integral += share;
            rate = nextRate;
        }
        return new Course(Arrays.copyOf(beats, count), breathPhases);
    }

    /** One beat's worth of integral, with the noise of the single interval; the slow courses move on with the beat. */
    private double nextThreshold() {
        drift = slowly(drift, person.driftMillis());
        waxing = slowly(waxing, population.rsaVariation());
        mayerPhase += MAYER_PHASE_NOISE * draws.normal();
        return Math.max(0.5, 1 + person.beatNoiseMillis() * draws.normal() / person.restingPeriodMillis());
    }

    /** The next value of a first-order autoregression whose SD stays the given one. */
    private double slowly(double value, double sd) {
        double fresh = Math.sqrt(1 - DRIFT_CORRELATION * DRIFT_CORRELATION);
        return DRIFT_CORRELATION * value + fresh * sd * draws.normal();
    }

    private double beatsPerSecond() {
        double tone = person.rsaAmplitudeMillis() * (1 - person.vagalWithdrawalShare() * arousal) + vagalBoost;
        double period = person.restingPeriodMillis()
                - person.stressResponseMillis() * arousal
                + PERIOD_PER_VAGAL_TONE * (tone - person.rsaAmplitudeMillis())
                + tone
                        * Math.max(LEAST_WAXING, 1 + waxing)
                        * Math.sqrt(restingBreathsHz / breathsHz)
                        * StrictMath.sin(breathPhase)
                + person.mayerAmplitudeMillis() * StrictMath.sin(mayerPhase)
                + drift;
        return 1000 / Math.max(LEAST_PERIOD_MILLIS, period);
    }

    private void advance(double at) {
        double demand = demandAt(at);
        double rise = 0;
        breathsHz = restingBreathsHz * breathFactor;
        if (person.weeping().isPresent()) {
            Weeping weeping = person.weeping().get();
            if (covers(weeping.bouts(), at)) {
                demand = Math.max(demand, weeping.demand());
                rise = weeping.rsaRiseMillis();
            }
            if (weeping.rsaRiseMillis() > 0) {
                breathsHz *= 1 - weeping.breathSlowingShare() * vagalBoost / weeping.rsaRiseMillis();
            }
            if (covers(weeping.sobs(), at)) {
                breathsHz *= SOB_BREATHING;
            }
        }
        arousal = (demand > arousal ? AROUSAL_RISE : arousalFall).stepTowards(demand, arousal);
        vagalBoost = (rise > vagalBoost ? VAGAL_RISE : VAGAL_FALL).stepTowards(rise, vagalBoost);
        mayerPhase += FULL_TURN * MAYER_HZ * STEP;
        breathPhase += FULL_TURN * breathsHz * STEP;
        if (breathPhase >= FULL_TURN) {
            breathPhase -= FULL_TURN;
            breathFactor = newBreath();
        }
    }

    private double newBreath() {
        return Math.max(0.6, Math.min(1.6, 1 + population.breathVariation() * draws.normal()));
    }

    private double demandAt(double seconds) {
        double end = 0;
        for (PhaseDesign phase : phases) {
            end += phase.seconds();
            if (seconds < end) {
                return phase.demand();
            }
        }
        return 0;
    }

    private static boolean covers(List<Window> windows, double seconds) {
        for (Window window : windows) {
            if (window.contains(seconds)) {
                return true;
            }
        }
        return false;
    }

    /** What is left of a distance after one step of a first-order approach. */
    private record Decay(double keptPerStep) {
        static Decay ofTimeConstant(double seconds) {
            return new Decay(StrictMath.exp(-STEP / seconds));
        }

        double stepTowards(double target, double value) {
            return target + (value - target) * keptPerStep;
        }
    }
}
