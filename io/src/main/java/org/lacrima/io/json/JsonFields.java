package org.lacrima.io.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.lacrima.io.ReadLog;
import org.lacrima.io.text.Nearest;
import org.lacrima.io.text.Quote;
import org.lacrima.io.text.SourceText;

/** The fields of a JSON object by name and type; what is unknown or of another type is an error with its line. */
public final class JsonFields {
    private final String file;
    private final String path;
    private final LocatedJson.Fields fields;
    private final ReadLog log;

    private JsonFields(String file, String path, LocatedJson.Fields fields, ReadLog log) {
        this.file = file;
        this.path = path;
        this.fields = fields;
        this.log = log;
    }

    /** The object that a text is; empty where it is none, which is then in the log. */
    public static Optional<JsonFields> parse(SourceText text, ReadLog log) {
        return LocatedJson.parse(text, log).map(json -> new JsonFields(text.name(), "", json, log));
    }

    /** Reports every field that is none of these. */
    public void allowOnly(List<String> known) {
        fields.byName().forEach((name, value) -> {
            if (!known.contains(name)) {
                log.error(file, value.line(), pathOf(name), "is not a known field", Nearest.remedy(name, known));
            }
        });
    }

    /** Line of the object, counted from 1. */
    public int line() {
        return fields.line();
    }

    /** Line of a field, that of the object where it has none of the name. */
    public int lineOf(String name) {
        LocatedJson value = fields.byName().get(name);
        return value == null ? fields.line() : value.line();
    }

    /** Whether there is a field of a name. */
    public boolean has(String name) {
        return fields.byName().containsKey(name);
    }

    /** The text of a field; empty where there is none. */
    public Optional<String> text(String name) {
        return typed(name, LocatedJson.Text.class, "a text").map(LocatedJson.Text::value);
    }

    /** The finite number of a field; empty where there is none. */
    public OptionalDouble number(String name) {
        Optional<LocatedJson.Numeral> number = typed(name, LocatedJson.Numeral.class, "a number");
        if (number.isPresent() && !Double.isFinite(number.get().value())) {
            error(name, "is too large", "");
            return OptionalDouble.empty();
        }
        return number.isPresent() ? OptionalDouble.of(number.get().value()) : OptionalDouble.empty();
    }

    /** A number within bounds, both allowed. */
    public OptionalDouble number(String name, double least, double most) {
        OptionalDouble number = number(name);
        if (number.isPresent() && (number.getAsDouble() < least || number.getAsDouble() > most)) {
            String bounds =
                    Double.isInfinite(most) ? "must be at least " + least : "must lie from " + least + " to " + most;
            error(name, bounds + ", got " + number.getAsDouble(), "");
            return OptionalDouble.empty();
        }
        return number;
    }

    /** The whole number of a field; empty where there is none. */
    public OptionalLong whole(String name) {
        Optional<LocatedJson.Numeral> number = typed(name, LocatedJson.Numeral.class, "a whole number");
        if (number.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!number.get().isWhole()) {
            error(name, "must be a whole number", "");
            return OptionalLong.empty();
        }
        return OptionalLong.of(number.get().whole());
    }

    /** The object of a field; empty where there is none. */
    public Optional<JsonFields> object(String name) {
        return typed(name, LocatedJson.Fields.class, "an object").map(o -> new JsonFields(file, pathOf(name), o, log));
    }

    /** The objects of an array. */
    public Optional<List<JsonFields>> objects(String name) {
        Optional<LocatedJson.Items> items = typed(name, LocatedJson.Items.class, "an array");
        if (items.isEmpty()) {
            return Optional.empty();
        }
        List<JsonFields> objects = new ArrayList<>();
        for (LocatedJson item : items.get().values()) {
            if (item instanceof LocatedJson.Fields o) {
                objects.add(new JsonFields(file, pathOf(name), o, log));
            } else {
                log.error(file, item.line(), pathOf(name), "must hold objects, found " + item.kind(), "");
            }
        }
        return Optional.of(objects);
    }

    /** The texts of an array. */
    public Optional<List<String>> texts(String name) {
        Optional<LocatedJson.Items> items = typed(name, LocatedJson.Items.class, "an array");
        if (items.isEmpty()) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (LocatedJson item : items.get().values()) {
            if (item instanceof LocatedJson.Text text) {
                texts.add(text.value());
            } else {
                log.error(file, item.line(), pathOf(name), "must hold texts, found " + item.kind(), "");
            }
        }
        return Optional.of(texts);
    }

    /**
     * One array within an array, such as a row of a table.
     *
     * @param line line on which it begins, counted from 1
     * @param cells its texts as they are, its numbers and {@code true}, {@code false} and {@code null} as JSON writes them;
     *     arrays and objects within it as nothing
     */
    public record Row(int line, List<String> cells) {}

    /** The rows of an array of arrays. */
    public Optional<List<Row>> rows(String name) {
        Optional<LocatedJson.Items> items = typed(name, LocatedJson.Items.class, "an array");
        if (items.isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        for (LocatedJson item : items.get().values()) {
            if (item instanceof LocatedJson.Items row) {
                rows.add(new Row(
                        row.line(), row.values().stream().map(JsonFields::cell).toList()));
            } else {
                log.error(file, item.line(), pathOf(name), "must hold arrays, found " + item.kind(), "");
            }
        }
        return Optional.of(rows);
    }

    /** A text, number or word of a field as a text, whatever it is; empty where there is none, or an array or object. */
    public String anyText(String name) {
        LocatedJson value = fields.byName().get(name);
        return value == null ? "" : cell(value);
    }

    private static String cell(LocatedJson value) {
        if (value instanceof LocatedJson.Text text) {
            return text.value();
        }
        if (value instanceof LocatedJson.Numeral number) {
            return number.isWhole() ? Long.toString(number.whole()) : Double.toString(number.value());
        }
        return value instanceof LocatedJson.Word word ? word.value() : "";
    }

    /** Names of the fields, in order. */
    public List<String> names() {
        return List.copyOf(fields.byName().keySet());
    }

    /** Reports that a word is none of those known. */
    public void unknownWord(String name, String word, List<String> known) {
        error(name, Quote.of(word) + " is not known", Nearest.remedy(word, known));
    }

    /** Reports that something is wrong with a field. */
    public void error(String name, String reason, String remedy) {
        log.error(file, lineOf(name), pathOf(name), reason, remedy);
    }

    private String pathOf(String name) {
        String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        return path.isEmpty() || shown.isEmpty() ? path + shown : path + "." + shown;
    }

    private <T extends LocatedJson> Optional<T> typed(String name, Class<T> type, String wanted) {
        LocatedJson value = fields.byName().get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            error(name, "must be " + wanted + ", found " + value.kind(), "");
            return Optional.empty();
        }
        return Optional.of(type.cast(value));
    }
}
