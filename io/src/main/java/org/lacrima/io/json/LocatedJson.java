package org.lacrima.io.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lacrima.io.ReadLog;
import org.lacrima.io.text.SourceText;

/** JSON in which every value knows its line, so that what is wrong with it can be pointed at. */
sealed interface LocatedJson {

    /** Line of the value, counted from 1; for the value of a field the line of its name. */
    int line();

    /** What it is, as a message says it. */
    String kind();

    /** An object. */
    record Fields(int line, Map<String, LocatedJson> byName) implements LocatedJson {
        @Override
        public String kind() {
            return "an object";
        }
    }

    /** An array. */
    record Items(int line, List<LocatedJson> values) implements LocatedJson {
        @Override
        public String kind() {
            return "an array";
        }
    }

    /** A string. */
    record Text(int line, String value) implements LocatedJson {
        @Override
        public String kind() {
            return "a text";
        }
    }

    /** A number: its value as a double, and whether it is a whole one that fits a long. */
    record Numeral(int line, double value, boolean isWhole, long whole) implements LocatedJson {
        @Override
        public String kind() {
            return "a number";
        }
    }

    /** {@code true}, {@code false} or {@code null}. */
    record Word(int line, String value) implements LocatedJson {
        @Override
        public String kind() {
            return value;
        }
    }

    /** The object that a text is; what is wrong with it is in the log. */
    static Optional<Fields> parse(SourceText text, ReadLog log) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        try (JsonParser parser = factory.createParser(text.text())) {
            if (parser.nextToken() == null) {
                log.error(text.name(), 0, "", "is empty", "write at least {}");
                return Optional.empty();
            }
            LocatedJson value = value(parser, line(parser));
            if (parser.nextToken() != null) {
                log.error(text.name(), line(parser), "", "goes on after its end", "delete what follows");
                return Optional.empty();
            }
            if (value instanceof Fields fields) {
                return Optional.of(fields);
            }
            log.error(text.name(), value.line(), "", "is " + value.kind() + ", not an object", "write {…}");
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            log.error(
                    text.name(),
                    line,
                    "",
                    String.format(Locale.ROOT, "is not JSON at character %d: %s", column, firstSentence(e)),
                    "check commas, quotation marks and brackets there");
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot fail to be read", e);
        }
        return Optional.empty();
    }

    private static String firstSentence(JsonProcessingException e) {
        String message = e.getOriginalMessage().lines().findFirst().orElse("");
        return message.length() > 120 ? message.substring(0, 120) + "…" : message;
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static LocatedJson value(JsonParser parser, int line) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(parser, line);
            case START_ARRAY -> items(parser, line);
            case VALUE_STRING -> new Text(line, parser.getText());
            case VALUE_NUMBER_INT -> whole(parser, line);
            case VALUE_NUMBER_FLOAT -> new Numeral(line, parser.getDoubleValue(), false, 0);
            default -> new Word(line, parser.getText());
        };
    }

    private static LocatedJson whole(JsonParser parser, int line) throws IOException {
        boolean fits = parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        return new Numeral(line, parser.getDoubleValue(), fits, fits ? parser.getLongValue() : 0);
    }

    private static Fields fields(JsonParser parser, int line) throws IOException {
        Map<String, LocatedJson> byName = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            int nameLine = line(parser);
            parser.nextToken();
            byName.put(name, value(parser, nameLine));
        }
        return new Fields(line, byName);
    }

    private static Items items(JsonParser parser, int line) throws IOException {
        List<LocatedJson> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser, line(parser)));
        }
        return new Items(line, values);
    }
}
