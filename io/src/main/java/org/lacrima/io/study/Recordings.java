package org.lacrima.io.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.study.Participant;
import org.lacrima.io.ReadLog;
import org.lacrima.io.rr.RrReader;
import org.lacrima.io.text.SourceText;

/** Finds and reads what was recorded of each participant, and what belongs to nobody. */
final class Recordings {
    private static final String ADD_THE_PERSON = "add the participant to participants.tsv, or move the recording away";

    private final StudyFolder folder;
    private final PlanFile plan;
    private final ParticipantsFile participants;
    private final ReadLog log;

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
                Optional<SourceText> text = folder.text(path);
                return text.isEmpty() ? Optional.empty() : BeatsFile.parse(text.get(), log);
            }
            if (log.errorsIn(path) > 0) {
                return Optional.empty();
            }
        }
        String others = folder.list(id + "/beh").stream()
                .filter(f -> f.contains("_beats.tsv"))
                .collect(Collectors.joining(", "));
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

    /** Notes the signals that the folder holds and nobody reads. */
    void noteSignals() throws IOException {
        int signals = 0;
        for (Participant participant : participants.participants()) {
            for (String file : folder.list(participant.id() + "/beh")) {
                signals += file.endsWith("_physio.tsv.gz") ? 1 : 0;
            }
        }
        if (signals > 0) {
            log.note(signals + " files of signals (_physio.tsv.gz) were not read");
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
