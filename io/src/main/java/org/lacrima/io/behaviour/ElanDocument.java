package org.lacrima.io.behaviour;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.lacrima.io.ReadLog;
import org.lacrima.io.text.DecimalMark;
import org.lacrima.io.text.Quote;
import org.lacrima.io.text.SafeXml;
import org.lacrima.io.text.SourceText;

/**
 * An annotation document of ELAN: time slots, and tiers of annotations that point to them. An annotation that refers to
 * another has its time. Slots without a time divide the time between their neighbours in a chain of annotations evenly, as
 * ELAN shows them.
 */
final class ElanDocument {
    private final String file;
    private final ReadLog log;
    private final Map<String, Double> slots = new HashMap<>();
    private final Map<String, Annotation> annotations = new LinkedHashMap<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private String tier = "";
    private String participant = "";
    private @Nullable Annotation open;
    private boolean inValue;
    private boolean isElan;

    /** An annotation as the file has it: between two slots, or at another annotation. */
    private static final class Annotation {
        final int line;
        final String id;
        final String tier;
        final String participant;
        final String begin;
        final String end;
        final String parent;
        final StringBuilder value = new StringBuilder();

        Annotation(XMLStreamReader at, String tier, String participant) {
            line = at.getLocation().getLineNumber();
            id = attribute(at, "ANNOTATION_ID");
            this.tier = tier;
            this.participant = participant;
            begin = attribute(at, "TIME_SLOT_REF1");
            end = attribute(at, "TIME_SLOT_REF2");
            parent = attribute(at, "ANNOTATION_REF");
        }
    }

    private ElanDocument(String file, ReadLog log) {
        this.file = file;
        this.log = log;
    }

    static List<CodedObservation> read(SourceText text, ReadLog log) {
        ElanDocument document = new ElanDocument(text.name(), log);
        if (!SafeXml.read(text, log, document::visit)) {
            return List.of();
        }
        if (!document.isElan) {
            log.error(text.name(), 1, "", "is XML, but no annotation document of ELAN", "save it as .eaf");
            return List.of();
        }
        return List.of(document.observation());
    }

    /** The bout of an annotation: what is written there is the behaviour, or the tier's name where nothing is. */
    static Mark mark(int line, double begin, double end, String participant, String tier, String value) {
        return new Mark(
                line, "", begin, end, Mark.What.BOUT, participant, value.isEmpty() ? tier : value, tier, "", "");
    }

    private static String attribute(XMLStreamReader at, String name) {
        String value = at.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private void visit(XMLStreamReader at) {
        switch (at.getEventType()) {
            case XMLStreamConstants.START_ELEMENT -> begin(at);
            case XMLStreamConstants.END_ELEMENT -> inValue = false;
            default -> {
                if (inValue && open != null) {
                    open.value.append(at.getText());
                }
            }
        }
    }

    private void begin(XMLStreamReader at) {
        switch (at.getLocalName()) {
            case "ANNOTATION_DOCUMENT" -> {
                isElan = true;
                keep("date", attribute(at, "DATE"));
                keep("author", attribute(at, "AUTHOR"));
            }
            case "HEADER" -> header(at);
            case "MEDIA_DESCRIPTOR" -> {
                keep("media", attribute(at, "MEDIA_URL"));
                if (!attribute(at, "TIME_ORIGIN").isEmpty()) {
                    log.note(file + ": its media begin at " + Quote.of(attribute(at, "TIME_ORIGIN"))
                            + " ms, which is not added");
                }
            }
            case "TIME_SLOT" -> slot(at);
            case "TIER" -> {
                tier = attribute(at, "TIER_ID");
                participant = attribute(at, "PARTICIPANT");
            }
            case "ALIGNABLE_ANNOTATION", "REF_ANNOTATION" -> {
                open = new Annotation(at, tier, participant);
                if (annotations.putIfAbsent(open.id, open) != null) {
                    log.error(
                            file,
                            open.line,
                            Quote.of(open.id),
                            "names two annotations",
                            "save the file with ELAN again");
                }
            }
            case "ANNOTATION_VALUE" -> inValue = true;
            default -> inValue = false;
        }
    }

    private void keep(String name, String value) {
        if (!value.isBlank()) {
            variables.putIfAbsent(name, value);
        }
    }

    private void header(XMLStreamReader at) {
        String units = attribute(at, "TIME_UNITS");
        if (!units.isEmpty() && !units.equals("milliseconds")) {
            log.error(
                    file,
                    at.getLocation().getLineNumber(),
                    "TIME_UNITS",
                    "is " + Quote.of(units) + ", not milliseconds",
                    "save the file with a current version of ELAN");
        }
    }

    private void slot(XMLStreamReader at) {
        String value = attribute(at, "TIME_VALUE");
        if (value.isEmpty()) {
            return;
        }
        double millis = DecimalMark.POINT.parse(value);
        if (Double.isFinite(millis)) {
            slots.put(attribute(at, "TIME_SLOT_ID"), millis);
        } else {
            log.error(
                    file,
                    at.getLocation().getLineNumber(),
                    "TIME_VALUE",
                    Quote.of(value) + " is not a number of ms",
                    "save the file with ELAN again");
        }
    }

    private CodedObservation observation() {
        divideEvenly();
        List<Mark> marks = new ArrayList<>();
        Map<String, Optional<Annotation>> timed = new HashMap<>();
        for (Annotation annotation : annotations.values()) {
            Annotation alignable = alignable(annotation, timed);
            Double begin = alignable == null ? null : slots.get(alignable.begin);
            Double end = alignable == null ? null : slots.get(alignable.end);
            if (begin == null || end == null) {
                log.warning(
                        file,
                        annotation.line,
                        "annotation " + Quote.of(annotation.id),
                        "has no time and is left out",
                        "align it in ELAN");
                continue;
            }
            marks.add(mark(
                    annotation.line,
                    begin / 1000,
                    end / 1000,
                    annotation.participant.strip(),
                    annotation.tier.strip(),
                    annotation.value.toString().strip()));
        }
        return new Pairing(file, Pairing.By.BEHAVIOUR_AND_MODIFIER, log).observation("", variables, marks);
    }

    /** The annotation with times that one refers to, through however many; nothing where the references end or go round. */
    private @Nullable Annotation alignable(Annotation from, Map<String, Optional<Annotation>> known) {
        Set<String> passed = new LinkedHashSet<>();
        Annotation at = from;
        Optional<Annotation> found = Optional.empty();
        while (at != null) {
            if (at.parent.isEmpty()) {
                found = Optional.of(at);
                break;
            }
            if (known.containsKey(at.id)) {
                found = known.getOrDefault(at.id, Optional.empty());
                break;
            }
            at = passed.add(at.id) ? annotations.get(at.parent) : null;
        }
        for (String each : passed) {
            known.put(each, found);
        }
        return found.orElse(null);
    }

    /** Gives slots without a time their place in the chain of annotations that leads from one time to the next. */
    private void divideEvenly() {
        Map<String, Annotation> byBegin = new HashMap<>();
        annotations.values().stream()
                .filter(a -> a.parent.isEmpty() && !slots.containsKey(a.begin))
                .forEach(a -> byBegin.putIfAbsent(a.begin, a));
        int divided = 0;
        for (Annotation first : annotations.values()) {
            Double from = slots.get(first.begin);
            if (!first.parent.isEmpty() || from == null || slots.containsKey(first.end)) {
                continue;
            }
            List<String> between = new ArrayList<>();
            Annotation at = first;
            while (at != null && !slots.containsKey(at.end)) {
                between.add(at.end);
                at = byBegin.remove(at.end);
            }
            Double to = at == null ? null : slots.get(at.end);
            for (int i = 0; to != null && i < between.size(); i++) {
                slots.put(between.get(i), from + (to - from) * (i + 1) / (between.size() + 1));
                divided++;
            }
        }
        if (divided > 0) {
            log.note(String.format(
                    Locale.ROOT,
                    "%s: %d times are not in the file and divide what lies between evenly",
                    file,
                    divided));
        }
    }
}
