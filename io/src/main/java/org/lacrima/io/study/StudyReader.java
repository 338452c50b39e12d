package org.lacrima.io.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.AnalysisPlan;
import org.lacrima.core.study.Participant;
import org.lacrima.core.study.Phase;
import org.lacrima.core.study.PhasePlan;
import org.lacrima.core.study.Role;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.core.study.Session;
import org.lacrima.core.study.Study;
import org.lacrima.core.study.Timeline;
import org.lacrima.io.Loaded;
import org.lacrima.io.ReadLog;
import org.lacrima.io.Strictness;
import org.lacrima.io.json.JsonFields;
import org.lacrima.io.text.Nearest;
import org.lacrima.io.text.Quote;
import org.lacrima.io.text.SourceText;

/**
 * Reads a study folder: BIDS as far as BIDS goes, and {@code lacrima.json} for the analysis plan.
 *
 * <pre>{@code
 * Loaded<Study> loaded = StudyReader.withDefaults().with(Strictness.LENIENT).read(Path.of("my-study"));
 * loaded.problems().forEach(System.out::println);
 * }</pre>
 *
 * <table>
 * <caption>Files of the folder; only {@code participants.tsv} must be there</caption>
 * <tr><th>file</th><th>holds</th></tr>
 * <tr><td>{@code dataset_description.json}</td><td>{@code Name} of the study</td></tr>
 * <tr><td>{@code participants.tsv}, {@code .json}</td><td>{@code participant_id}, {@code group}, any covariate</td></tr>
 * <tr><td>{@code lacrima.json}</td><td>the plan, see below</td></tr>
 * <tr><td>{@code phenotype/saliva.tsv}, {@code .json}</td><td>{@code participant_id}, {@code sample}, {@code minutes}, one
 *   column per analyte; its {@code Units} in the JSON</td></tr>
 * <tr><td>{@code phenotype/affect.tsv}, {@code .json}</td><td>{@code participant_id}, {@code seconds} or {@code minutes},
 *   one column per rating</td></tr>
 * <tr><td>{@code sub-X/beh/sub-X_task-TASK_beats.tsv}</td><td>{@code onset} of the beat in s, {@code rr_ms} that it ends,
 *   {@code label}: normal, ectopic, artifact, corrected, gap; also {@code .tsv.gz}</td></tr>
 * <tr><td>{@code sub-X/beh/sub-X_task-TASK_events.tsv}</td><td>{@code onset}, {@code duration} in s, {@code trial_type}:
 *   {@code phase/NAME}, crying, tears, sob, laugh, sigh, yawn, tremble, or any other word</td></tr>
 * <tr><td>{@code sub-X/beh/sub-X_task-TASK_physio.tsv.gz}, {@code .json}</td><td>signals as BIDS has them, of which those of
 *   breathing are read: a column whose name begins with {@code resp} or {@code breath}</td></tr>
 * </table>
 *
 * <p>Fields of {@code lacrima.json}, all optional, with the defaults of {@link AnalysisPlan#withDefaults()}: {@code task},
 * {@code phases} (name to {@code role}, {@code startSeconds}, {@code endSeconds}), {@code contrast} ({@code focal},
 * {@code reference}), {@code metrics}, {@code outcomes}, {@code minimumPhaseSeconds}, {@code minimumReactivityPercent},
 * {@code correction}, {@code maximumCorrectedPercent}, {@code saliva} ({@code analyte}, {@code excludedSamples},
 * {@code baselineSample}, {@code slopes} of {@code from} and {@code to}), {@code ratings}, {@code confidence},
 * {@code seed}; and for who has no BIDS beats files {@code recordings}, the path of each RR text with
 * {@code {participant_id}} in it, and {@code recordingUnit} ({@code ms}, {@code s} or {@code 256 Hz}). An unknown field is
 * an error that names the nearest known one.
 *
 * <p>A phase that a session's events mark is where they say; a phase with {@code startSeconds} and {@code endSeconds} is
 * there for every session whose events do not mark it. All problems of a folder are told in one go. Nothing outside the
 * folder is read.
 */
public final class StudyReader {
    private final Strictness strictness;

    private StudyReader(Strictness strictness) {
        this.strictness = strictness;
    }

    /** A strict reader: one error refuses the study, and the exception tells all of them. */
    public static StudyReader withDefaults() {
        return new StudyReader(Strictness.STRICT);
    }

    /** This reader, stricter or more lenient: LENIENT leaves out what is wrong and returns it as problems. */
    public StudyReader with(Strictness newStrictness) {
        return new StudyReader(newStrictness);
    }

    /**
     * Reads a study.
     *
     * @param folder the study folder
     * @throws org.lacrima.io.StudyReadException if the content cannot be accepted, with every problem that was met
     * @throws IOException if the folder or a file cannot be read
     */
    public Loaded<Study> read(Path folder) throws IOException {
        ReadLog log = new ReadLog();
        return log.loaded(new Reading(folder, log).study().orElseThrow(log::failure), strictness);
    }

    /** One reading of one folder. */
    private static final class Reading {
        private final StudyFolder folder;
        private final ReadLog log;
        private final Set<String> unplannedPhases = new LinkedHashSet<>();
        private final Set<String> foundPhases = new LinkedHashSet<>();

        Reading(Path path, ReadLog log) throws IOException {
            this.folder = new StudyFolder(path, log);
            this.log = log;
        }

        Optional<Study> study() throws IOException {
            String name = name();
            PlanFile plan = plan();
            Optional<ParticipantsFile> people = ParticipantsFile.read(folder, plan, log);
            if (people.isEmpty()) {
                return Optional.empty();
            }
            Optional<SalivaFile> saliva = SalivaFile.read(folder, people.get(), log);
            Optional<AffectFile> affect = AffectFile.read(folder, people.get(), log);
            Recordings recordings = new Recordings(folder, plan, people.get(), log);
            List<Session> sessions = new ArrayList<>();
            for (Participant participant : people.get().participants()) {
                sessions.add(new Session(
                        participant,
                        recordings.beats(participant),
                        timeline(recordings.events(participant), plan.plan(), recordings.stem(participant)),
                        saliva.map(s -> s.seriesByParticipant().getOrDefault(participant.id(), List.of()))
                                .orElse(List.of()),
                        affect.map(a -> a.ratingsByParticipant().getOrDefault(participant.id(), List.of()))
                                .orElse(List.of()),
                        recordings.breathing(participant)));
            }
            recordings.reportTask();
            recordings.reportStrangers();
            recordings.noteSignals();
            reportPhases(plan);
            saliva.ifPresent(s -> compare(plan.plan().saliva(), s));
            affect.ifPresent(
                    a -> plan.plan().ratings().forEach(r -> requireKnown(r, "ratings", a.ratings(), AffectFile.NAME)));
            return Optional.of(new Study(name, plan.plan(), sessions));
        }

        private String name() throws IOException {
            String file = "dataset_description.json";
            Optional<SourceText> text = folder.text(file);
            Optional<String> name = text.flatMap(t -> JsonFields.parse(t, log)).flatMap(json -> json.text("Name"));
            if (name.isEmpty()) {
                log.note(file + ": names no study; the folder's name stands in");
            }
            return name.orElse(folder.name());
        }

        private PlanFile plan() throws IOException {
            Optional<SourceText> text = folder.text(PlanFile.NAME);
            if (text.isEmpty() && !folder.has(PlanFile.NAME)) {
                log.note(PlanFile.NAME + ": is not there; the plan is the default one");
            }
            return text.map(t -> PlanFile.parse(t, log)).orElseGet(PlanFile::withDefaults);
        }

        private Timeline timeline(EventsFile events, AnalysisPlan plan, String stem) {
            List<Phase> phases = new ArrayList<>();
            for (EventsFile.MarkedPhase marked : events.phases()) {
                PhasePlan planned = plan.phases().get(marked.name());
                Optional<String> whole =
                        PhaseParts.wholeOf(marked.name(), plan.phases().keySet());
                if (planned == null && whole.isEmpty()) {
                    unplannedPhases.add(marked.name());
                }
                Role role = planned == null ? roleOf(marked.name(), whole, plan) : planned.role();
                phases.add(new Phase(marked.name(), role, marked.window()));
            }
            for (Map.Entry<String, PhasePlan> planned : plan.phases().entrySet()) {
                Optional<Window> window = planned.getValue().window();
                boolean marked = phases.stream().anyMatch(p -> p.name().equals(planned.getKey()));
                if (window.isPresent() && !marked) {
                    addFixed(
                            phases,
                            new Phase(planned.getKey(), planned.getValue().role(), window.get()),
                            stem);
                }
            }
            phases.forEach(p -> foundPhases.add(p.name()));
            return new Timeline(PhaseParts.nested(phases), events.episodes());
        }

        /** A part that the plan does not name serves what its phase serves. */
        private static Role roleOf(String name, Optional<String> whole, AnalysisPlan plan) {
            return PlanFile.roleOf(name)
                    .or(() -> whole.map(plan.phases()::get).map(PhasePlan::role))
                    .or(() -> PlanFile.roleOf(name.substring(0, Math.max(0, name.indexOf('/')))))
                    .orElse(Role.CUSTOM);
        }

        private void addFixed(List<Phase> phases, Phase phase, String stem) {
            Optional<Phase> other = phases.stream()
                    .filter(p -> collides(p, phase) && collides(phase, p))
                    .findFirst();
            if (other.isEmpty()) {
                phases.add(phase);
                return;
            }
            log.error(
                    stem + "_events.tsv",
                    0,
                    "",
                    "phase " + other.get().name() + " " + other.get().window() + " overlaps " + phase.name() + " "
                            + phase.window() + " of lacrima.json",
                    "mark " + phase.name() + " in the events too, or change one of the two");
        }

        /** Whether two phases cannot both be, unless the second is a part inside the first. */
        private static boolean collides(Phase phase, Phase other) {
            boolean isInside = PhaseParts.isPartOf(other.name(), phase.name())
                    && phase.window().encloses(other.window());
            return !isInside
                    && (phase.window().overlaps(other.window()) || PhaseParts.isPartOf(other.name(), phase.name()));
        }

        private void reportPhases(PlanFile plan) {
            Set<String> planned = plan.plan().phases().keySet();
            for (String phase : unplannedPhases) {
                log.warning(
                        PlanFile.NAME,
                        0,
                        "phases",
                        "does not name " + Quote.of(phase) + ", which events mark: it is no part of the comparison",
                        Nearest.remedy(phase, planned));
            }
            if (plan.phasesAreDeclared()) {
                planned.stream()
                        .filter(p -> !foundPhases.contains(p))
                        .forEach(phase -> log.warning(
                                PlanFile.NAME,
                                0,
                                "phases." + phase,
                                "is in no session",
                                "mark phase/" + phase + " in the events, or give startSeconds and endSeconds"));
            }
        }

        private void compare(SalivaPlan plan, SalivaFile saliva) {
            requireKnown(plan.analyte(), "saliva.analyte", saliva.analytes(), SalivaFile.NAME);
            List<String> samples = saliva.sampleNames().stream()
                    .sorted(Comparator.naturalOrder())
                    .toList();
            plan.excludedSamples().forEach(s -> requireKnown(s, "saliva.excludedSamples", samples, SalivaFile.NAME));
            plan.baselineSample().ifPresent(s -> requireKnown(s, "saliva.baselineSample", samples, SalivaFile.NAME));
            for (SalivaPlan.SlopePair slope : plan.slopes()) {
                requireKnown(slope.from(), "saliva.slopes.from", samples, SalivaFile.NAME);
                requireKnown(slope.to(), "saliva.slopes.to", samples, SalivaFile.NAME);
            }
        }

        private void requireKnown(String word, String field, List<String> known, String file) {
            if (!known.contains(word)) {
                log.error(PlanFile.NAME, 0, field, Quote.of(word) + " is not in " + file, Nearest.remedy(word, known));
            }
        }
    }
}
