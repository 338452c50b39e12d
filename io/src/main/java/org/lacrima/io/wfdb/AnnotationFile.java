package org.lacrima.io.wfdb;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lacrima.io.ReadLog;

/**
 * The words of an annotation file: 6 bits of type, 10 bits of time since the one before. Facts: annot(5), WFDB
 * Applications Guide (G. B. Moody, MIT).
 *
 * @param annotations what is annotated, in the order of the file
 * @param ticksHz ticks per second where the file tells; else those of the record
 */
record AnnotationFile(List<WfdbAnnotation> annotations, OptionalDouble ticksHz) {
    private static final int NOTE = 22;
    private static final int SKIP = 59;
    private static final int NUMBER = 60;
    private static final int SUBTYPE = 61;
    private static final int CHANNEL = 62;
    private static final int AUXILIARY = 63;
    private static final Pattern RESOLUTION = Pattern.compile("## time resolution:\\s*(\\d*\\.?\\d+)\\s*");
    private static final Pattern DEFINITION = Pattern.compile("(\\d{1,2})\\s+(\\S+)(?:\\s.*)?");
    private static final String DEFINITIONS_BEGIN = "## annotation type definitions";
    private static final String DEFINITIONS_END = "## end of definitions";

    private static final List<String> SYMBOLS = List.of(
            " ", "N", "L", "R", "a", "V", "F", "J", "A", "S", "E", "j", "/", "Q", "~", "[15]", "|", "[17]", "s", "T",
            "*", "D", "\"", "=", "p", "B", "^", "t", "+", "u", "?", "!", "[", "]", "e", "n", "@", "x", "f", "(", ")",
            "r");

    /** The annotations, or empty where the file cannot be used; the log says why. */
    static Optional<AnnotationFile> parse(byte[] bytes, String name, ReadLog log) {
        List<WfdbAnnotation> all = new ArrayList<>();
        Words words = new Words(bytes, name, log);
        while (words.next()) {
            all.add(words.annotation());
        }
        return words.isWhole ? Optional.of(defined(all)) : Optional.empty();
    }

    /** Takes out the notes at the beginning that describe the file itself. */
    private static AnnotationFile defined(List<WfdbAnnotation> all) {
        Map<Integer, String> own = new HashMap<>();
        OptionalDouble ticks = OptionalDouble.empty();
        boolean inDefinitions = false;
        int first = 0;
        for (; first < all.size(); first++) {
            WfdbAnnotation a = all.get(first);
            Matcher resolution = RESOLUTION.matcher(a.text());
            Matcher definition = DEFINITION.matcher(a.text());
            if (a.sample() != 0 || a.code() != NOTE) {
                break;
            }
            if (resolution.matches()) {
                ticks = OptionalDouble.of(Double.parseDouble(resolution.group(1)));
            } else if (a.text().equals(DEFINITIONS_BEGIN)) {
                inDefinitions = true;
            } else if (a.text().equals(DEFINITIONS_END)) {
                inDefinitions = false;
            } else if (inDefinitions && definition.matches()) {
                own.put(Integer.valueOf(definition.group(1)), definition.group(2));
            } else if (!inDefinitions) {
                break;
            }
        }
        List<WfdbAnnotation> kept = new ArrayList<>(all.size());
        for (WfdbAnnotation a : all.subList(first, all.size())) {
            String symbol = own.getOrDefault(a.code(), a.symbol());
            kept.add(new WfdbAnnotation(a.sample(), a.code(), symbol, a.subtype(), a.channel(), a.number(), a.text()));
        }
        double rate = ticks.orElse(0);
        return new AnnotationFile(kept, rate > 0 && !Double.isInfinite(rate) ? ticks : OptionalDouble.empty());
    }

    /** The words one after the other. */
    private static final class Words {
        private final byte[] bytes;
        private final String name;
        private final ReadLog log;
        private int at;
        private long sample;
        private int code;
        private int subtype;
        private int channel;
        private int number;
        private String text = "";
        private boolean isWhole = true;

        Words(byte[] bytes, String name, ReadLog log) {
            this.bytes = bytes;
            this.name = name;
            this.log = log;
        }

        WfdbAnnotation annotation() {
            String symbol = code < SYMBOLS.size() ? SYMBOLS.get(code) : "[" + code + "]";
            return new WfdbAnnotation(sample, code, symbol, subtype, channel, number, text);
        }

        /** Goes to the next annotation and what belongs to it. */
        boolean next() {
            long skipped = 0;
            int begin = at;
            for (; type(at) == SKIP; at += 6) {
                if (at + 6 > bytes.length) {
                    return truncated(at);
                }
                skipped += ((long) (short) word(at + 2) << 16) | word(at + 4);
            }
            if (at == bytes.length && begin == at) {
                log.warning(name, 0, "byte " + at, "ends without the mark of the end", "copy it again from its source");
                return false;
            }
            if (at + 2 > bytes.length) {
                return truncated(at);
            }
            if (word(at) == 0) {
                return false;
            }
            long before = sample;
            sample += skipped + (word(at) & 0x3FF);
            if (sample < before) {
                log.warning(
                        name,
                        0,
                        "byte " + begin,
                        String.format(Locale.ROOT, "goes back in time by %d samples", before - sample),
                        "sort the annotations");
            }
            code = type(at);
            subtype = 0;
            text = "";
            at += 2;
            return code >= NUMBER ? misplaced() : takeFields();
        }

        private boolean takeFields() {
            for (int type = type(at); type >= NUMBER; type = type(at)) {
                int value = word(at) & 0x3FF;
                int begin = at;
                at += 2;
                switch (type) {
                    case NUMBER -> number = (byte) value;
                    case SUBTYPE -> subtype = (byte) value;
                    case CHANNEL -> channel = value & 0xFF;
                    case AUXILIARY -> {
                        if (value > bytes.length - at) {
                            return truncated(begin);
                        }
                        text = text(at, value);
                        at = Math.min(bytes.length, at + value + value % 2);
                    }
                    default -> throw new IllegalStateException("type " + type);
                }
            }
            return true;
        }

        private boolean misplaced() {
            log.error(name, 0, "byte " + (at - 2), "has a field before the annotation it belongs to", "");
            isWhole = false;
            return false;
        }

        private boolean truncated(int place) {
            log.error(name, 0, "byte " + place, "begins something that the file does not finish", "copy it again");
            isWhole = false;
            return false;
        }

        private String text(int from, int length) {
            int end = from;
            while (end < from + length && bytes[end] != 0) {
                end++;
            }
            return new String(bytes, from, end - from, StandardCharsets.UTF_8);
        }

        private int type(int place) {
            return place + 2 <= bytes.length ? word(place) >> 10 : -1;
        }

        private int word(int place) {
            return (bytes[place] & 0xFF) | ((bytes[place + 1] & 0xFF) << 8);
        }
    }
}
