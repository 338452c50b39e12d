package org.lacrima.core.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacrima.core.series.Window;
import org.lacrima.core.simulate.StudyDesign.Arm;
import org.lacrima.core.simulate.StudyDesign.Crying;
import org.lacrima.core.simulate.StudyDesign.PhaseDesign;
import org.lacrima.core.simulate.StudyDesign.Population;
import org.lacrima.core.simulate.StudyDesign.SalivaDesign;
import org.lacrima.core.simulate.VirtualPerson.Weeping;
import org.lacrima.core.study.Participant;
import org.lacrima.core.study.Role;

/** Draws a person of a group: traits from the population, crying and effects from the group. */
final class PersonDraw {
    /** A bout shorter than this is not marked by a coder. */
    private static final double LEAST_BOUT_SECONDS = 5;

    private static final double SOB_MIN_SECONDS = 0.8;
    private static final double SOB_MAX_SECONDS = 2;

    private final StudyDesign design;
    private final Arm arm;
    private final Draws draws;

    PersonDraw(StudyDesign design, Arm arm, Draws draws) {
        this.design = design;
        this.arm = arm;
        this.draws = draws;
    }

    VirtualPerson person(String id) {
        Population population = design.population();
        Map<String, String> covariates = new LinkedHashMap<>();
        covariates.put("age", Long.toString(Math.round(draws.of(population.ageYears()))));
        covariates.put("sex", draws.unit() < population.femaleShare() ? "female" : "male");
        return new VirtualPerson(
                new Participant(id, arm.group(), covariates),
                draws.of(population.restingPeriodMillis()),
                draws.of(population.rsaAmplitudeMillis()),
                draws.of(population.breathsPerMinute()),
                draws.of(population.mayerAmplitudeMillis()),
                draws.of(population.driftMillis()),
                draws.of(population.beatNoiseMillis()),
                draws.of(population.stressResponseMillis()),
                draws.of(population.vagalWithdrawalShare()),
                draws.of(population.recoveryHalfTimeSeconds()) * arm.halfTimeFactor(),
                weeping(),
                hormone(),
                draws.of(design.rating().rest()),
                draws.of(design.rating().response()) * arm.ratingFactor(),
                draws.of(design.rating().halfTimeSeconds()));
    }

    private HormoneCourse hormone() {
        SalivaDesign saliva = design.saliva();
        double arrival =
                saliva.minutes().stream().mapToDouble(Double::doubleValue).min().orElse(0);
        return new HormoneCourse(
                draws.of(saliva.baseline()),
                arrival,
                draws.of(saliva.arrivalExcess()),
                window(Role.STRESSOR).map(w -> w.startSeconds() / 60).orElse(0.0) + saliva.delayMinutes(),
                saliva.secretionMinutes(),
                draws.of(saliva.secreted()) * arm.secretionFactor(),
                draws.of(saliva.halfLifeMinutes()));
    }

    private Optional<Weeping> weeping() {
        Optional<Window> induction = window(Role.INDUCTION);
        if (arm.crying().isEmpty() || induction.isEmpty()) {
            return Optional.empty();
        }
        Crying crying = arm.crying().get();
        List<Window> bouts = bouts(crying, induction.get());
        List<Window> tears = new ArrayList<>();
        List<Window> sobs = new ArrayList<>();
        for (Window bout : bouts) {
            double from = bout.startSeconds() + draws.between(1, Math.min(8, bout.lengthSeconds() / 2));
            tears.add(new Window(tenths(from), tenths(bout.endSeconds() + draws.between(0, 10))));
            sobs.addAll(sobs(crying, bout));
        }
        double rise = draws.of(crying.rsaRiseMillis());
        double slowing = draws.of(crying.breathSlowingShare());
        return bouts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Weeping(bouts, sobs, tears, rise, slowing, crying.demand()));
    }

    private List<Window> bouts(Crying crying, Window induction) {
        List<Window> bouts = new ArrayList<>();
        double onset = induction.startSeconds() + draws.of(crying.latencySeconds());
        for (int i = 0; i < crying.mostBouts(); i++) {
            double offset = Math.min(onset + draws.of(crying.boutSeconds()), induction.endSeconds());
            if (offset - onset < LEAST_BOUT_SECONDS) {
                break;
            }
            bouts.add(new Window(tenths(onset), tenths(offset)));
            onset = offset + draws.of(crying.pauseSeconds());
        }
        return bouts;
    }

    private List<Window> sobs(Crying crying, Window bout) {
        List<Window> sobs = new ArrayList<>();
        if (crying.sobsPerMinute() == 0) {
            return sobs;
        }
        double mean = 60 / crying.sobsPerMinute();
        double from = bout.startSeconds() + draws.exponential(mean);
        while (from < bout.endSeconds() - SOB_MAX_SECONDS) {
            double to = from + draws.between(SOB_MIN_SECONDS, SOB_MAX_SECONDS);
            sobs.add(new Window(tenths(from), tenths(to)));
            from = to + draws.exponential(mean);
        }
        return sobs;
    }

    private Optional<Window> window(Role role) {
        double start = 0;
        for (PhaseDesign phase : design.phases()) {
            if (phase.role() == role) {
                return Optional.of(new Window(start, start + phase.seconds()));
            }
            start += phase.seconds();
        }
        return Optional.empty();
    }

    /** Coders mark to a tenth of a second. */
    private static double tenths(double seconds) {
        return Math.rint(seconds * 10) / 10;
    }
}
