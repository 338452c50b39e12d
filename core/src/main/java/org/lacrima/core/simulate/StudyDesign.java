package org.lacrima.core.simulate;

import java.util.List;
import java.util.Optional;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.AnalysisPlan;
import org.lacrima.core.study.Group;
import org.lacrima.core.study.Role;

/**
 * A study as one would plan it: who takes part, what happens to them and when, how people differ, what is measured and
 * what goes wrong. {@link StudySimulator} makes the data and the truth of it.
 *
 * @param name title of the study
 * @param plan how its data are to be analysed
 * @param arms the groups
 * @param phases phases in order, the first beginning at session time 0
 * @param population how people differ at heart
 * @param saliva saliva samples and the hormone in them
 * @param rating one feeling rated over time
 * @param recording how beats are recorded and what the detector gets wrong
 * @param belt how breathing is recorded; empty where it is not
 * @param incidents mishaps that befall named participants
 */
public record StudyDesign(
        String name,
        AnalysisPlan plan,
        List<Arm> arms,
        List<PhaseDesign> phases,
        Population population,
        SalivaDesign saliva,
        RatingDesign rating,
        RecordingDesign recording,
        Optional<BeltDesign> belt,
        List<Incident> incidents) {

    /** Copies the lists. */
    public StudyDesign {
        arms = List.copyOf(arms);
        phases = List.copyOf(phases);
        incidents = List.copyOf(incidents);
    }

    /**
     * Twelve people who cry over a film and twelve who do not; 5 min of rest, 7 min of film, 3 min of a stressor, 6 min
     * of recovery; six saliva samples; sadness from 0 to 100. Criers' RSA rises with the onset of tears, their recovery
     * is a little slower, their cortisol no different.
     */
    public static StudyDesign withDefaults() {
        return new StudyDesign(
                "Simulated study of crying and recovery",
                AnalysisPlan.withDefaults(),
                List.of(
                        new Arm(Group.CRIER, 12, Optional.of(Crying.withDefaults()), 1.2, 1, 1.5),
                        new Arm(Group.NONCRIER, 12, Optional.empty(), 1, 1, 1)),
                List.of(
                        new PhaseDesign("baseline", Role.BASELINE, 300, 0),
                        new PhaseDesign("induction", Role.INDUCTION, 420, 0.15),
                        new PhaseDesign("stressor", Role.STRESSOR, 180, 1),
                        new PhaseDesign("recovery", Role.RECOVERY, 360, 0)),
                Population.withDefaults(),
                SalivaDesign.withDefaults(),
                RatingDesign.withDefaults(),
                RecordingDesign.withDefaults(),
                Optional.empty(),
                List.of());
    }

    /** The same study under another title. */
    public StudyDesign withName(String newName) {
        return new StudyDesign(newName, plan, arms, phases, population, saliva, rating, recording, belt, incidents);
    }

    /** The same study with another analysis plan. */
    public StudyDesign withPlan(AnalysisPlan newPlan) {
        return new StudyDesign(name, newPlan, arms, phases, population, saliva, rating, recording, belt, incidents);
    }

    /** The same study with other groups. */
    public StudyDesign withArms(Arm... newArms) {
        return new StudyDesign(
                name, plan, List.of(newArms), phases, population, saliva, rating, recording, belt, incidents);
    }

    /** The same study with other phases. */
    public StudyDesign withPhases(PhaseDesign... newPhases) {
        return new StudyDesign(
                name, plan, arms, List.of(newPhases), population, saliva, rating, recording, belt, incidents);
    }

    /** The same study with people of another kind. */
    public StudyDesign withPopulation(Population newPopulation) {
        return new StudyDesign(name, plan, arms, phases, newPopulation, saliva, rating, recording, belt, incidents);
    }

    /** The same study with other saliva samples. */
    public StudyDesign withSaliva(SalivaDesign newSaliva) {
        return new StudyDesign(name, plan, arms, phases, population, newSaliva, rating, recording, belt, incidents);
    }

    /** The same study with another rating. */
    public StudyDesign withRating(RatingDesign newRating) {
        return new StudyDesign(name, plan, arms, phases, population, saliva, newRating, recording, belt, incidents);
    }

    /** The same study recorded otherwise. */
    public StudyDesign withRecording(RecordingDesign newRecording) {
        return new StudyDesign(name, plan, arms, phases, population, saliva, rating, newRecording, belt, incidents);
    }

    /** The same study with a belt that records breathing. */
    public StudyDesign withBelt(BeltDesign newBelt) {
        return new StudyDesign(
                name, plan, arms, phases, population, saliva, rating, recording, Optional.of(newBelt), incidents);
    }

    /** The same study with other mishaps. */
    public StudyDesign withIncidents(Incident... newIncidents) {
        return new StudyDesign(
                name, plan, arms, phases, population, saliva, rating, recording, belt, List.of(newIncidents));
    }

    /**
     * A group of the study and the effects that belong to it.
     *
     * @param group the group
     * @param count how many people
     * @param crying how they cry during the induction; empty for those who do not
     * @param halfTimeFactor their recovery half-times against everybody's
     * @param secretionFactor their hormone secretion against everybody's
     * @param ratingFactor their rated feeling against everybody's
     */
    public record Arm(
            Group group,
            int count,
            Optional<Crying> crying,
            double halfTimeFactor,
            double secretionFactor,
            double ratingFactor) {}

    /**
     * A phase of every session.
     *
     * @param name name of the phase
     * @param role what it is for
     * @param seconds length in s
     * @param demand how much it asks of a person, from 0 (rest) to 1 (the full stress response)
     */
    public record PhaseDesign(String name, Role role, double seconds, double demand) {}

    /**
     * Bouts of crying within the induction phase.
     *
     * @param latencySeconds from the begin of the phase to the first onset, in s
     * @param boutSeconds length of a bout, in s
     * @param pauseSeconds between bouts, in s
     * @param mostBouts largest number of bouts
     * @param demand how much a bout asks of a person, from 0 to 1
     * @param rsaRiseMillis rise of the RSA amplitude that sets in with a bout, in ms
     * @param breathSlowingShare share by which breathing slows while RSA has risen, from 0 to 1
     * @param sobsPerMinute sobs per minute of crying
     */
    public record Crying(
            Spread latencySeconds,
            Spread boutSeconds,
            Spread pauseSeconds,
            int mostBouts,
            double demand,
            Spread rsaRiseMillis,
            Spread breathSlowingShare,
            double sobsPerMinute) {
        /** Up to three bouts of about a minute from about four minutes on, as films of this kind bring them. */
        public static Crying withDefaults() {
            return new Crying(
                    Spread.of(220, 50, 90, 330),
                    Spread.of(55, 25, 15, 140),
                    Spread.of(35, 12, 15, 80),
                    3,
                    0.4,
                    Spread.of(12, 5, 2, 28),
                    Spread.of(0.08, 0.04, 0, 0.2),
                    5);
        }
    }

    /**
     * How people differ.
     *
     * @param ageYears age in years
     * @param femaleShare share of women, from 0 to 1
     * @param restingPeriodMillis heart period at rest, in ms
     * @param rsaAmplitudeMillis amplitude A of the respiratory oscillation of the heart period at rest, in ms (HF power
     *     {@code A² ⁄ 2})
     * @param breathsPerMinute breathing rate at rest
     * @param breathVariation SD of single breaths' rates as a share of the rate
     * @param rsaVariation SD of slow changes of the RSA amplitude within a person, as a share of it
     * @param mayerAmplitudeMillis amplitude of the oscillation near 0.1 Hz, in ms
     * @param driftMillis SD of slow changes of the heart period, in ms
     * @param beatNoiseMillis SD of the noise of single intervals, in ms
     * @param stressResponseMillis shortening of the heart period under full demand by sympathetic drive, in ms
     * @param vagalWithdrawalShare share of the RSA amplitude lost under full demand, from 0 to 1
     * @param recoveryHalfTimeSeconds time in which half of the response is undone, in s
     */
    public record Population(
            Spread ageYears,
            double femaleShare,
            Spread restingPeriodMillis,
            Spread rsaAmplitudeMillis,
            Spread breathsPerMinute,
            double breathVariation,
            double rsaVariation,
            Spread mayerAmplitudeMillis,
            Spread driftMillis,
            Spread beatNoiseMillis,
            Spread stressResponseMillis,
            Spread vagalWithdrawalShare,
            Spread recoveryHalfTimeSeconds) {
        /** Healthy young adults at rest, seated. */
        public static Population withDefaults() {
            return new Population(
                    Spread.of(24, 4, 18, 40),
                    0.75,
                    Spread.of(850, 100, 620, 1150),
                    Spread.of(36, 14, 10, 85),
                    Spread.of(15, 2, 12, 19),
                    0.08,
                    0.3,
                    Spread.of(18, 6, 5, 40),
                    Spread.of(18, 5, 5, 35),
                    Spread.of(6, 2, 2, 12),
                    Spread.of(105, 40, 20, 230),
                    Spread.of(0.35, 0.15, 0, 0.8),
                    Spread.of(70, 25, 20, 170));
        }
    }

    /**
     * Saliva samples and the one-compartment course of the hormone in them; see {@link HormoneCourse}.
     *
     * @param analyte name of the hormone
     * @param unit unit of its concentration
     * @param samples names of the samples
     * @param minutes their times in minutes of session time; negative before the recording
     * @param baseline concentration at rest
     * @param arrivalExcess what is left at the first sample of the excitement of coming
     * @param secreted what a stress response adds in all
     * @param delayMinutes from the onset of the stressor to that of the secretion in saliva, in min
     * @param secretionMinutes length of the secretion, in min
     * @param halfLifeMinutes half-life, in min
     * @param assayCvPercent coefficient of variation of the assay, in percent
     */
    public record SalivaDesign(
            String analyte,
            Unit unit,
            List<String> samples,
            List<Double> minutes,
            Spread baseline,
            Spread arrivalExcess,
            Spread secreted,
            double delayMinutes,
            double secretionMinutes,
            Spread halfLifeMinutes,
            double assayCvPercent) {
        /** Copies and compares the lists. */
        public SalivaDesign {
            samples = List.copyOf(samples);
            minutes = List.copyOf(minutes);
            if (samples.size() != minutes.size()) {
                throw new IllegalArgumentException(
                        "saliva design has " + samples.size() + " sample names and " + minutes.size() + " times");
            }
        }

        /** Cortisol from shortly before the recording to an hour after its begin; half-life in saliva about 45 min. */
        public static SalivaDesign withDefaults() {
            return new SalivaDesign(
                    "cortisol",
                    Unit.NMOL_PER_L,
                    List.of("S1", "S2", "S3", "S4", "S5", "S6"),
                    List.of(-5.0, 11.0, 22.0, 32.0, 45.0, 60.0),
                    Spread.of(6, 2, 2, 14),
                    Spread.of(1.5, 1, 0, 5),
                    Spread.of(5, 4, 0, 18),
                    5,
                    15,
                    Spread.of(45, 8, 30, 70),
                    6);
        }
    }

    /**
     * A feeling rated on a scale: it grows during the induction and fades afterwards.
     *
     * @param name name of the feeling
     * @param unit unit of the scale
     * @param lowest lowest rating
     * @param highest highest rating
     * @param seconds session times of the ratings, in s
     * @param rest rating at rest
     * @param response what the induction adds in the end
     * @param riseSeconds time constant of the growth, in s
     * @param halfTimeSeconds time in which half of it fades, in s
     * @param noise SD of a single rating
     */
    public record RatingDesign(
            String name,
            Unit unit,
            double lowest,
            double highest,
            List<Double> seconds,
            Spread rest,
            Spread response,
            double riseSeconds,
            Spread halfTimeSeconds,
            double noise) {
        /** Copies the times. */
        public RatingDesign {
            seconds = List.copyOf(seconds);
        }

        /** Sadness from 0 to 100, six times. */
        public static RatingDesign withDefaults() {
            return new RatingDesign(
                    "sadness",
                    new Unit("points"),
                    0,
                    100,
                    List.of(290.0, 500.0, 715.0, 895.0, 1075.0, 1255.0),
                    Spread.of(12, 6, 0, 30),
                    Spread.of(45, 14, 5, 80),
                    120,
                    Spread.of(240, 80, 60, 500),
                    4);
        }
    }

    /**
     * How beats are recorded.
     *
     * @param clockHz rate of the clock that beat times are rounded to, in Hz
     * @param missedPerThousand beats that the detector misses, per thousand
     * @param extraPerThousand beats that it invents, per thousand
     * @param ectopicPerThousand premature beats with a compensatory pause, per thousand
     */
    public record RecordingDesign(
            double clockHz, double missedPerThousand, double extraPerThousand, double ectopicPerThousand) {
        /** A clock of 1000 Hz and about five artifacts in a thousand beats. */
        public static RecordingDesign withDefaults() {
            return new RecordingDesign(1000, 2, 1, 2);
        }

        /** A clock of 1000 Hz and no artifacts. */
        public static RecordingDesign withoutArtifacts() {
            return new RecordingDesign(1000, 0, 0, 0);
        }
    }

    /**
     * How a belt around the chest records breathing, in V: a breath of usual depth moves it by 1 V.
     *
     * @param rateHz samples per second, up to 50
     * @param depthVariation SD of single breaths' depths as a share of the usual depth
     * @param noiseVolts SD of the noise of single samples, in V
     */
    public record BeltDesign(double rateHz, double depthVariation, double noiseVolts) {
        /** Refuses a rate that the simulation does not reach. */
        public BeltDesign {
            if (!(rateHz > 0 && rateHz <= 50)) {
                throw new IllegalArgumentException("rateHz must be above 0 and at most 50 Hz, got " + rateHz);
            }
        }

        /** A belt at 25 Hz, depths that vary by a seventh, noise of a hundredth of a breath. */
        public static BeltDesign withDefaults() {
            return new BeltDesign(25, 0.15, 0.01);
        }
    }
}
