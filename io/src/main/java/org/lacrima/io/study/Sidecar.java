package org.lacrima.io.study;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.lacrima.io.ReadLog;
import org.lacrima.io.json.JsonFields;
import org.lacrima.io.text.SourceText;

/** The data dictionary beside a table: for each column {@code Description}, {@code Units}, {@code Levels}, as BIDS has it. */
final class Sidecar {
    private final String name;
    private final Optional<JsonFields> columns;

    private Sidecar(String name, Optional<JsonFields> columns) {
        this.name = name;
        this.columns = columns;
    }

    /** The dictionary of a path; without entries where there is none. */
    static Sidecar read(StudyFolder folder, String path, ReadLog log) throws IOException {
        Optional<SourceText> text = folder.text(path);
        return new Sidecar(path, text.flatMap(t -> JsonFields.parse(t, log)));
    }

    String name() {
        return name;
    }

    boolean describes(String column) {
        return columns.isPresent() && columns.get().has(column);
    }

    Optional<String> units(String column) {
        return columns.flatMap(c -> c.object(column))
                .flatMap(c -> c.text("Units"))
                .filter(u -> !u.isBlank());
    }

    /** The values that a column may have; empty where the dictionary does not say. */
    List<String> levels(String column) {
        return columns.flatMap(c -> c.object(column))
                .filter(c -> c.has("Levels"))
                .flatMap(c -> c.object("Levels"))
                .map(JsonFields::names)
                .orElse(List.of());
    }
}
