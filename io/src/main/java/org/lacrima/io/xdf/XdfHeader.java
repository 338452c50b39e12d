package org.lacrima.io.xdf;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.lacrima.io.text.DecimalMark;

/**
 * The description of a stream or of the file.
 *
 * @param fields texts below the root by their name
 * @param labels names of the channels, empty where one has none
 * @param units units of the channels, empty where one has none
 */
record XdfHeader(Map<String, String> fields, List<String> labels, List<String> units) {

    /** Reads a description; entities of any kind are refused, so nothing can be fetched or expanded. */
    static XdfHeader parse(String xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
        Map<String, String> fields = new HashMap<>();
        List<String> labels = new ArrayList<>();
        List<String> units = new ArrayList<>();
        List<String> path = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.add(reader.getLocalName());
                    text.setLength(0);
                    if (String.join("/", path.subList(Math.max(0, path.size() - 3), path.size()))
                            .equals("desc/channels/channel")) {
                        labels.add("");
                        units.add("");
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    take(path, text.toString().strip(), fields, labels, units);
                    path.remove(path.size() - 1);
                    text.setLength(0);
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("declares or uses an entity");
                default -> {
                    // Comments and the like say nothing about the recording.
                }
            }
        }
        return new XdfHeader(fields, labels, units);
    }

    private static void take(
            List<String> path, String text, Map<String, String> fields, List<String> labels, List<String> units) {
        String name = path.get(path.size() - 1);
        if (path.size() == 2) {
            fields.putIfAbsent(name, text);
        }
        boolean isOfChannel = path.size() == 5 && path.get(3).equals("channel") && !labels.isEmpty();
        if (isOfChannel && name.equals("label")) {
            labels.set(labels.size() - 1, text);
        }
        if (isOfChannel && name.equals("unit")) {
            units.set(units.size() - 1, text);
        }
    }

    String text(String field) {
        return fields.getOrDefault(field, "");
    }

    /** A number; NaN where there is none. */
    double number(String field) {
        return DecimalMark.POINT.parse(text(field));
    }
}
