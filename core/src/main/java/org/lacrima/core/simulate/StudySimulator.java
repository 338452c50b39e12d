package org.lacrima.core.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;
import org.lacrima.core.simulate.Incident.SampleMissing;
import org.lacrima.core.simulate.Incident.SessionEnds;
import org.lacrima.core.simulate.Incident.SignalLost;
import org.lacrima.core.simulate.StudyDesign.Arm;
import org.lacrima.core.simulate.StudyDesign.PhaseDesign;
import org.lacrima.core.simulate.StudyDesign.RatingDesign;
import org.lacrima.core.simulate.StudyDesign.SalivaDesign;
import org.lacrima.core.study.Episode;
import org.lacrima.core.study.EpisodeKind;
import org.lacrima.core.study.Phase;
import org.lacrima.core.study.Role;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;
import org.lacrima.core.study.Session;
import org.lacrima.core.study.Study;
import org.lacrima.core.study.Timeline;

/**
 * Makes a study of virtual participants from a design.
 *
 * <p>The same design and seed give the bit-equal study on any machine and in any order of computation: each participant
 * has a seed of their own, and traits, beats, recording, saliva, ratings and belt of a participant each have another, so that
 * a change of one leaves the others as they were.
 */
public final class StudySimulator {
    private final StudyDesign design;
    private final long seed;

    private StudySimulator(StudyDesign design, long seed) {
        this.design = design;
        this.seed = seed;
    }

    /**
     * A simulator of a design, with seed 1.
     *
     * @throws IllegalArgumentException if an incident names a participant, phase or sample that the design has not
     */
    public static StudySimulator of(StudyDesign design) {
        requireKnown(design);
        return new StudySimulator(design, 1);
    }

    /** The same simulator with another seed. */
    public StudySimulator withSeed(long newSeed) {
        return new StudySimulator(design, newSeed);
    }

    /** The study and its truth. */
    public SimulatedStudy simulate() {
        List<Arm> arms = seats(design);
        Draws draws = new Draws(seed);
        long[] seeds =
                IntStream.range(0, arms.size()).mapToLong(i -> draws.seed()).toArray();
        List<Session> sessions = new ArrayList<>();
        List<Truth> truths = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            Simulated simulated = simulate(id(i), arms.get(i), seeds[i]);
            sessions.add(simulated.session());
            truths.add(simulated.truth());
        }
        return new SimulatedStudy(new Study(design.name(), design.plan(), sessions), truths);
    }

    private record Simulated(Session session, Truth truth) {}

    private Simulated simulate(String id, Arm arm, long personSeed) {
        Draws seeds = new Draws(personSeed);
        Draws traits = new Draws(seeds.seed());
        Draws heart = new Draws(seeds.seed());
        Draws recording = new Draws(seeds.seed());
        Draws saliva = new Draws(seeds.seed());
        Draws rating = new Draws(seeds.seed());
        Draws belt = new Draws(seeds.seed());
        List<Incident> own = design.incidents().stream()
                .filter(i -> i.participantId().equals(id))
                .toList();

        VirtualPerson person = new PersonDraw(design, arm, traits).person(id);
        List<Phase> phases = phases(own);
        double end =
                phases.isEmpty() ? 0 : phases.get(phases.size() - 1).window().endSeconds();
        HeartModel.Course course = HeartModel.course(person, design.phases(), design.population(), end, heart);
        Recorder.Recording recorded = new Recorder(design.recording(), recording).record(course.beatSeconds, lost(own));
        Session session = new Session(
                person.participant(),
                Optional.of(recorded.beats()),
                new Timeline(phases, episodes(person)),
                List.of(saliva(person, own, saliva)),
                List.of(rating(person, end, rating)),
                design.belt()
                        .map(b -> List.of(new Belt(b, belt).record(course.breathPhases)))
                        .orElse(List.of()));
        return new Simulated(session, new Truth(person, recorded.artifacts()));
    }

    private List<Phase> phases(List<Incident> incidents) {
        List<Phase> phases = new ArrayList<>();
        double start = 0;
        for (PhaseDesign phase : design.phases()) {
            phases.add(new Phase(phase.name(), phase.role(), new Window(start, start + phase.seconds())));
            start += phase.seconds();
            if (incidents.stream()
                    .anyMatch(i -> i instanceof SessionEnds e && e.lastPhase().equals(phase.name()))) {
                break;
            }
        }
        return phases;
    }

    private static List<Window> lost(List<Incident> incidents) {
        return incidents.stream()
                .filter(SignalLost.class::isInstance)
                .map(i -> ((SignalLost) i).window())
                .toList();
    }

    private static List<Episode> episodes(VirtualPerson person) {
        List<Episode> episodes = new ArrayList<>();
        person.weeping().ifPresent(w -> {
            w.bouts().forEach(b -> episodes.add(new Episode(EpisodeKind.CRYING, "crying", b)));
            w.tears().forEach(b -> episodes.add(new Episode(EpisodeKind.TEARS, "tears", b)));
            w.sobs().forEach(b -> episodes.add(new Episode(EpisodeKind.SOB, "sob", b)));
        });
        return episodes;
    }

    private SalivaSeries saliva(VirtualPerson person, List<Incident> incidents, Draws draws) {
        SalivaDesign saliva = design.saliva();
        Map<String, String> missing = new LinkedHashMap<>();
        for (Incident incident : incidents) {
            if (incident instanceof SampleMissing m) {
                missing.put(m.sample(), m.reason());
            }
        }
        List<SalivaSample> samples = new ArrayList<>();
        for (int i = 0; i < saliva.samples().size(); i++) {
            String name = saliva.samples().get(i);
            double minutes = saliva.minutes().get(i);
            double assayed = person.hormone().at(minutes) * (1 + saliva.assayCvPercent() / 100 * draws.normal());
            samples.add(
                    missing.containsKey(name)
                            ? SalivaSample.missing(name, minutes, missing.get(name))
                            : SalivaSample.of(name, minutes, hundredths(Math.max(0, assayed))));
        }
        return new SalivaSeries(saliva.analyte(), saliva.unit(), samples);
    }

    private TimedValues rating(VirtualPerson person, double endSeconds, Draws draws) {
        RatingDesign rating = design.rating();
        double[] seconds = rating.seconds().stream()
                .mapToDouble(Double::doubleValue)
                .filter(s -> s <= endSeconds)
                .toArray();
        double[] values = new double[seconds.length];
        for (int i = 0; i < values.length; i++) {
            double felt = feeling(person, seconds[i]) + rating.noise() * draws.normal();
            values[i] = Math.rint(Math.max(rating.lowest(), Math.min(rating.highest(), felt)));
        }
        return TimedValues.of(rating.name(), rating.unit(), seconds, values);
    }

    private double feeling(VirtualPerson person, double seconds) {
        double start = 0;
        double share = 0;
        for (PhaseDesign phase : design.phases()) {
            double within = Math.min(seconds - start, phase.seconds());
            if (within <= 0) {
                break;
            }
            share = phase.role() == Role.INDUCTION
                    ? 1 - (1 - share) * StrictMath.exp(-within / design.rating().riseSeconds())
                    : share * StrictMath.exp(-within * StrictMath.log(2) / person.ratingHalfTimeSeconds());
            start += phase.seconds();
        }
        return person.restingRating() + person.ratingResponse() * share;
    }

    /** Whose seat is whose: the groups take turns until each has its number. */
    private static List<Arm> seats(StudyDesign design) {
        List<Arm> seats = new ArrayList<>();
        int most = design.arms().stream().mapToInt(Arm::count).max().orElse(0);
        for (int turn = 0; turn < most; turn++) {
            for (Arm arm : design.arms()) {
                if (turn < arm.count()) {
                    seats.add(arm);
                }
            }
        }
        return seats;
    }

    private static String id(int index) {
        return String.format(Locale.ROOT, "sub-%03d", index + 1);
    }

    private static double hundredths(double value) {
        return Math.rint(value * 100) / 100;
    }

    private static void requireKnown(StudyDesign design) {
        List<String> ids = IntStream.range(0, seats(design).size())
                .mapToObj(StudySimulator::id)
                .toList();
        List<String> phases = design.phases().stream().map(PhaseDesign::name).toList();
        for (Incident incident : design.incidents()) {
            requireOneOf(ids, incident.participantId(), "participant", incident);
            if (incident instanceof SessionEnds e) {
                requireOneOf(phases, e.lastPhase(), "phase", incident);
            } else if (incident instanceof SampleMissing m) {
                requireOneOf(design.saliva().samples(), m.sample(), "sample", incident);
            }
        }
    }

    private static void requireOneOf(List<String> known, String name, String what, Incident incident) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException("the design has no " + what + " " + name + ": " + incident);
        }
    }
}
