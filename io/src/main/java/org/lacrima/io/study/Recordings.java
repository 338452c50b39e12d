package org.lacrima.io.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lacrima.core.rsa.RecordedBreathing;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.study.Participant;
import org.lacrima.io.ReadLog;
import org.lacrima.io.bids.BidsName;
import org.lacrima.io.bids.PhysioReader;
import org.lacrima.io.rr.RrReader;
import org.lacrima.io.text.Quote;
import org.lacrima.io.text.SourceText;

/** Finds and reads what was recorded of each participant, and what belongs to nobody. */
final class Recordings {
    private static final String ADD_THE_PERSON = "add the participant to participants.tsv, or move the recording away";

    private static final String TASK = "task-";

    private static final PhysioReader BREATHING =
            PhysioReader.withDefaults().withColumns(RecordedBreathing::isNameOfBreathing);

    private final StudyFolder folder;
    private final PlanFile plan;
    private final ParticipantsFile participants;
    private final ReadLog log;
    private final Set<String> otherTasks = new TreeSet<>();
    private boolean taskHasBeats;
    private int withoutBreathing;

    Recordings(StudyFolder folder, PlanFile plan, ParticipantsFile participants, ReadLog log) {
        this.folder = folder;
        this.plan = plan;
        this.participants = participants;
        this.log = log;
    }

    Optional<BeatSeries> beats(Participant participant) throws IOException {
        return plan.recordings().isPresent()
                ? fromTemplate(participant, plan.recordings().get())
                : fromBids(participant);
    }

    EventsFile events(Participant participant) throws IOException {
        Optional<SourceText> text = folder.text(stem(participant) + "_events.tsv");
        return text.map(t -> EventsFile.parse(t, log)).orElse(EventsFile.EMPTY);
    }

    String stem(Participant participant) {
        String id = participant.id();
        return id + "/beh/" + id + "_task-" + plan.plan().task();
    }

    private Optional<BeatSeries> fromTemplate(Participant participant, String template) throws IOException {
        if (PlanFile.leadsOutside(template)) {
            return Optional.empty();
        }
        String path = template.replace(PlanFile.PLACEHOLDER, participant.id());
        Optional<Path> file = folder.find(path);
        if (file.isEmpty()) {
            if (log.errorsIn(path) == 0) {
                missing(participant, path + " is not there", "add the recording, or delete the participant");
            }
            return Optional.empty();
        }
        RrReader reader = RrReader.withDefaults();
        if (plan.recordingUnit().isPresent()) {
            reader = reader.with(plan.recordingUnit().get());
        }
        return reader.read(file.get(), path, log);
    }

    private Optional<BeatSeries> fromBids(Participant participant) throws IOException {
        String id = participant.id();
        if (!folder.hasFolder(id)) {
            missing(
                    participant,
                    "has no folder " + id,
                    "add the recordings, or delete the participant; who has no recording but belongs to the study gets"
                            + " an empty folder " + id + "/beh");
            return Optional.empty();
        }
        for (String ending : List.of("_beats.tsv", "_beats.tsv.gz")) {
            String path = stem(participant) + ending;
            if (folder.has(path)) {
                taskHasBeats = true;
                Optional<SourceText> text = folder.text(path);
                return text.isEmpty() ? Optional.empty() : BeatsFile.parse(text.get(), log);
            }
            if (log.errorsIn(path) > 0) {
                return Optional.empty();
            }
        }
        List<String> files = folder.list(id + "/beh").stream()
                .filter(f -> f.contains("_beats.tsv"))
                .toList();
        for (String file : files) {
            BidsName.parse(file).entities().stream()
                    .filter(e -> e.startsWith(TASK))
                    .forEach(e -> otherTasks.add(e.substring(TASK.length())));
        }
        String others = String.join(", ", files);
        log.warning(
                id,
                0,
                "",
                "has no beats of the task " + plan.plan().task() + (others.isEmpty() ? "" : ", but " + others),
                others.isEmpty()
                        ? "outcomes of the heart are missing for this participant"
                        : "name the task in lacrima.json");
        return Optional.empty();
    }

    /** Reports a task of which nobody has beats, where the folder has beats of others. */
    void reportTask() {
        if (!taskHasBeats && !otherTasks.isEmpty()) {
            log.error(
                    PlanFile.NAME,
                    0,
                    "task",
                    "nobody has beats of the task " + Quote.of(plan.plan().task()),
                    "write one of those that are there: " + String.join(", ", otherTasks));
        }
    }

    /** The signals of breathing of a participant; every other signal stays on disk. */
    List<SampledSignal> breathing(Participant participant) throws IOException {
        String id = participant.id();
        Set<String> wanted = Set.of(id, "task-" + plan.plan().task());
        List<SampledSignal> signals = new ArrayList<>();
        for (String file : folder.list(id + "/beh")) {
            BidsName name = BidsName.parse(file);
            String path = id + "/beh/" + file;
            Optional<Path> found =
                    name.isPhysio() && name.entities().containsAll(wanted) ? folder.find(path) : Optional.empty();
            if (found.isPresent()) {
                List<SampledSignal> read = BREATHING
                        .read(found.get(), path, sidecars(id, name), log)
                        .orElse(List.of());
                signals.addAll(read);
                withoutBreathing += read.isEmpty() && log.errorsIn(path) == 0 ? 1 : 0;
            }
        }
        return signals;
    }

    /** The sidecars of a recording from the root of the folder to its own place. */
    private List<SourceText> sidecars(String id, BidsName recording) throws IOException {
        List<SourceText> sidecars = new ArrayList<>();
        for (String level : List.of("", id + "/", id + "/beh/")) {
            for (String file : folder.list(level)) {
                if (BidsName.parse(file).describes(recording)) {
                    folder.text(level + file).ifPresent(sidecars::add);
                }
            }
        }
        return sidecars;
    }

    /** Notes the signals that the folder holds and nobody uses. */
    void noteSignals() {
        if (withoutBreathing > 0) {
            log.note(withoutBreathing + " recordings (_physio.tsv.gz) have no column of breathing and were not used");
        }
    }

    private void missing(Participant participant, String reason, String remedy) {
        log.error(
                ParticipantsFile.NAME,
                participants.lines().getOrDefault(participant.id(), 0),
                "participant_id",
                participant.id() + ": " + reason,
                remedy);
    }

    /** Reports recordings of people who are not in the participants table. */
    void reportStrangers() throws IOException {
        Set<String> known = participants.lines().keySet();
        for (String entry : folder.list("")) {
            if (entry.startsWith("sub-") && folder.hasFolder(entry) && !known.contains(entry)) {
                log.error(entry, 0, "", "is a folder of nobody in participants.tsv", ADD_THE_PERSON);
            }
        }
        if (plan.recordings().isPresent()) {
            reportStrangersOf(plan.recordings().get(), known);
        }
    }

    private void reportStrangersOf(String template, Set<String> known) throws IOException {
        int slash = template.lastIndexOf('/');
        String place = slash < 0 ? "" : template.substring(0, slash + 1);
        String name = template.substring(slash + 1);
        int at = name.indexOf(PlanFile.PLACEHOLDER);
        if (place.contains(PlanFile.PLACEHOLDER) || at < 0 || at != name.lastIndexOf(PlanFile.PLACEHOLDER)) {
            return;
        }
        String before = name.substring(0, at);
        String after = name.substring(at + PlanFile.PLACEHOLDER.length());
        if (place.isEmpty() && before.isEmpty()) {
            return;
        }
        for (String file : folder.list(place)) {
            boolean fits = file.startsWith(before)
                    && file.endsWith(after)
                    && file.length() > before.length() + after.length()
                    && !file.startsWith(".");
            if (fits && !known.contains(file.substring(before.length(), file.length() - after.length()))) {
                log.error(place + file, 0, "", "is a recording of nobody in participants.tsv", ADD_THE_PERSON);
            }
        }
    }
}
