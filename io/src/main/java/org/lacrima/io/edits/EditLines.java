package org.lacrima.io.edits;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lacrima.core.beats.BeatClass;
import org.lacrima.core.beats.BeatEdit;
import org.lacrima.io.ReadLog;
import org.lacrima.io.text.SourceText;

/** The lines of an edit log. */
final class EditLines {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String KIND = "beat edits";
    private static final int VERSION = 1;

    private final SourceText text;
    private final ReadLog log;

    private EditLines(SourceText text, ReadLog log) {
        this.text = text;
        this.log = log;
    }

    static String write(EditLog edits) {
        ObjectNode heading = JSON.createObjectNode();
        heading.put("lacrima", KIND)
                .put("version", VERSION)
                .put("recording", edits.recording())
                .put("method", edits.method())
                .put("intervals", edits.intervals())
                .put("before", edits.before())
                .put("after", edits.after());
        StringBuilder lines = new StringBuilder(heading.toString()).append('\n');
        for (BeatEdit edit : edits.edits()) {
            ObjectNode line = JSON.createObjectNode();
            line.put("step", edit.step())
                    .put("action", edit.action().name())
                    .put("class", edit.cause().name())
                    .put("interval", edit.interval())
                    .put("beat_s", edit.beatSeconds())
                    .put("new_s", edit.newSeconds())
                    .put("statistic_ms", edit.statisticMillis())
                    .put("threshold_ms", edit.thresholdMillis());
            ArrayNode old = line.putArray("old_ms");
            edit.oldMillis().forEach(old::add);
            ArrayNode changed = line.putArray("new_ms");
            edit.newMillis().forEach(changed::add);
            lines.append(line).append('\n');
        }
        return lines.toString();
    }

    static Optional<EditLog> read(SourceText text, ReadLog log) {
        return new EditLines(text, log).read();
    }

    private Optional<EditLog> read() {
        if (text.lineCount() == 0) {
            log.error(text.name(), 0, "", "is empty", "an edit log begins with a heading line");
            return Optional.empty();
        }
        JsonNode heading = object(0);
        if (!KIND.equals(heading.path("lacrima").asText())) {
            log.error(text.name(), 1, "lacrima", "should be \"" + KIND + "\"", "is this an edit log?");
            return Optional.empty();
        }
        if (heading.path("version").asInt() != VERSION) {
            log.error(
                    text.name(),
                    1,
                    "version",
                    String.format(Locale.ROOT, "is %s, this library knows %d", heading.path("version"), VERSION),
                    "read it with the version of the library that wrote it");
            return Optional.empty();
        }
        List<BeatEdit> edits = new ArrayList<>();
        for (int i = 1; i < text.lineCount(); i++) {
            if (!text.line(i).isBlank()) {
                edit(i, object(i)).ifPresent(edits::add);
            }
        }
        String recording = word(0, heading, "recording");
        String method = word(0, heading, "method");
        int intervals = (int) number(0, heading, "intervals");
        String before = word(0, heading, "before");
        String after = word(0, heading, "after");
        return log.hasErrors()
                ? Optional.empty()
                : Optional.of(new EditLog(recording, method, intervals, before, after, edits));
    }

    private JsonNode object(int line) {
        try {
            JsonNode node = JSON.readTree(text.line(line));
            if (node.isObject()) {
                return node;
            }
            log.error(text.name(), line + 1, "", "is not a JSON object", "one edit per line, in braces");
        } catch (JsonProcessingException e) {
            log.error(
                    text.name(),
                    line + 1,
                    "",
                    "is not JSON: " + e.getOriginalMessage(),
                    "one edit per line, in braces");
        }
        return JSON.createObjectNode();
    }

    private Optional<BeatEdit> edit(int line, JsonNode node) {
        int errors = log.errorsIn(text.name());
        Optional<BeatEdit.Action> action = constant(line, node, "action", BeatEdit.Action.class);
        Optional<BeatClass> cause = constant(line, node, "class", BeatClass.class);
        int step = (int) number(line, node, "step");
        int interval = (int) number(line, node, "interval");
        double beatSeconds = number(line, node, "beat_s");
        double newSeconds = number(line, node, "new_s");
        double statistic = number(line, node, "statistic_ms");
        double threshold = number(line, node, "threshold_ms");
        List<Double> before = numbers(line, node, "old_ms");
        List<Double> after = numbers(line, node, "new_ms");
        if (action.isEmpty() || cause.isEmpty() || log.errorsIn(text.name()) > errors) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BeatEdit(
                    step,
                    action.get(),
                    cause.get(),
                    interval,
                    beatSeconds,
                    newSeconds,
                    statistic,
                    threshold,
                    before,
                    after));
        } catch (IllegalArgumentException e) {
            log.error(text.name(), line + 1, "", "contradicts itself: " + e.getMessage(), "");
            return Optional.empty();
        }
    }

    private <E extends Enum<E>> Optional<E> constant(int line, JsonNode node, String field, Class<E> type) {
        String word = word(line, node, field);
        Optional<E> constant = Arrays.stream(type.getEnumConstants())
                .filter(c -> c.name().equals(word))
                .findFirst();
        if (constant.isEmpty() && !word.isEmpty()) {
            log.error(
                    text.name(),
                    line + 1,
                    field,
                    "is not known: \"" + word + '"',
                    "one of " + Arrays.toString(type.getEnumConstants()));
        }
        return constant;
    }

    private String word(int line, JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            log.error(text.name(), line + 1, field, value.isMissingNode() ? "is missing" : "should be text", "");
            return "";
        }
        return value.textValue();
    }

    private double number(int line, JsonNode node, String field) {
        return number(line, field, node.path(field));
    }

    private double number(int line, String field, JsonNode value) {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            log.error(text.name(), line + 1, field, value.isMissingNode() ? "is missing" : "should be a number", "");
            return 0;
        }
        return value.doubleValue();
    }

    private List<Double> numbers(int line, JsonNode node, String field) {
        List<Double> numbers = new ArrayList<>();
        if (!node.path(field).isArray()) {
            log.error(text.name(), line + 1, field, "should be a list of intervals in ms", "");
        }
        node.path(field).forEach(value -> numbers.add(number(line, field, value)));
        return numbers;
    }
}
