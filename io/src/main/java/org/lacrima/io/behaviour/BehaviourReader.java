package org.lacrima.io.behaviour;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lacrima.io.Loaded;
import org.lacrima.io.ReadLog;
import org.lacrima.io.Strictness;
import org.lacrima.io.text.SourceText;

/**
 * Reads what coders saw: projects ({@code .boris}), tabular and aggregated events of BORIS; annotation documents
 * ({@code .eaf}) and tab-delimited exports of ELAN; event logs of The Observer XT. Which of them a file is, is told by its
 * content.
 *
 * <pre>{@code
 * CodedObservation film = BehaviourReader.withDefaults().read(Path.of("p07.boris")).value().get(0);
 * Timeline timeline = film.shiftedBySeconds(312.4).timeline("p07");
 * }</pre>
 *
 * <p>Starts and stops become bouts: those of one subject, behaviour and modifier belong together (in The Observer those of
 * one subject and behaviour). A start without a stop and a stop without a start are warnings and are left out of the
 * events; a start while the same state is on is an error, and so is a bout that ends before it begins. Times count from the
 * start of the observation: offsets that a file states for its media are noted, not added.
 */
public final class BehaviourReader {
    private final Strictness strictness;

    private BehaviourReader(Strictness strictness) {
        this.strictness = strictness;
    }

    /** Strict. */
    public static BehaviourReader withDefaults() {
        return new BehaviourReader(Strictness.STRICT);
    }

    /** This reader, stricter or more lenient. */
    public BehaviourReader with(Strictness newStrictness) {
        return new BehaviourReader(newStrictness);
    }

    /**
     * Reads a file: its observations in order.
     *
     * @throws org.lacrima.io.StudyReadException if the content cannot be accepted, with every problem that was met
     * @throws IOException if the file cannot be read
     */
    public Loaded<List<CodedObservation>> read(Path file) throws IOException {
        ReadLog log = new ReadLog();
        Path last = file.getFileName();
        String name = last == null ? file.toString() : last.toString();
        List<CodedObservation> observations = read(file, name, log);
        if (observations.isEmpty() && !log.hasErrors()) {
            log.error(name, 0, "", "holds no observation", "code something, or export another table");
        }
        if (observations.isEmpty()) {
            throw log.failure();
        }
        return log.loaded(observations, strictness);
    }

    private static List<CodedObservation> read(Path file, String name, ReadLog log) throws IOException {
        Optional<SourceText> read = SourceText.read(file, name, log);
        if (read.isEmpty()) {
            return List.of();
        }
        SourceText text = read.get();
        int ink = 0;
        while (ink < text.text().length() && text.text().charAt(ink) <= ' ') {
            ink++;
        }
        if (ink == text.text().length()) {
            log.error(name, 0, "", "is empty", "export it again");
            return List.of();
        }
        return switch (text.text().charAt(ink)) {
            case '{' -> BorisProject.read(text, log);
            case '<' -> ElanDocument.read(text, log);
            default -> table(text, log);
        };
    }

    private static List<CodedObservation> table(SourceText text, ReadLog log) {
        CodingTable table = CodingTable.of(text, log);
        Optional<CodingTable.Kind> kind = table.headerKind();
        if (kind.isEmpty() && table.rows().stream().anyMatch(BorisTable::isBareRow)) {
            kind = Optional.of(CodingTable.Kind.BORIS_AGGREGATED_BARE);
        }
        if (kind.isEmpty() && ElanTable.isBare(table)) {
            kind = Optional.of(CodingTable.Kind.ELAN);
        }
        if (kind.isEmpty()) {
            log.error(
                    text.name(),
                    1,
                    "",
                    "is no table of coded behaviour: no header names Behavior with Status, Start (s) or Event_Type",
                    "export tabular or aggregated events from BORIS, tab-delimited text from ELAN, or an event log from"
                            + " The Observer");
            return List.of();
        }
        return switch (kind.get()) {
            case BORIS_TABULAR -> new BorisTable(table, log).tabular();
            case BORIS_AGGREGATED -> new BorisTable(table, log).aggregated();
            case BORIS_AGGREGATED_BARE -> new BorisTable(table, log).aggregatedWithoutHeader();
            case OBSERVER -> new ObserverTable(table, log).observations();
            case ELAN -> new ElanTable(table, log).observations();
        };
    }
}
