package org.lacrima.io.text;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.lacrima.io.ReadLog;

/**
 * XML of unknown origin, read from its beginning to its end. A document type declaration is refused, so that no entity can
 * name a file or grow without bound.
 */
public final class SafeXml {
    private SafeXml() {}

    /** Takes what a document holds, in its order. */
    public interface Visitor {
        /**
         * An element begins, ends, or text stands between: {@code START_ELEMENT}, {@code END_ELEMENT} or {@code CHARACTERS}.
         *
         * @param at where the reading is; not to be moved
         */
        void visit(XMLStreamReader at);
    }

    /**
     * Reads a text; what its first line says of an encoding is past.
     *
     * @param text what to read
     * @param log takes what is wrong with it, by line
     * @param visitor takes the content up to the first error
     * @return whether the document was read to its end
     */
    public static boolean read(SourceText text, ReadLog log, Visitor visitor) {
        try {
            XMLStreamReader reader =
                    factory().createXMLStreamReader(new StringReader(text.text().stripLeading()));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    log.error(
                            text.name(),
                            reader.getLocation().getLineNumber(),
                            "",
                            "declares a document type, which could name other files",
                            "delete the line <!DOCTYPE …>: no recording needs it");
                    return false;
                }
                if (event == XMLStreamConstants.START_ELEMENT
                        || event == XMLStreamConstants.END_ELEMENT
                        || event == XMLStreamConstants.CHARACTERS) {
                    visitor.visit(reader);
                }
            }
            return true;
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            log.error(text.name(), line, "", "is not XML to its end", "it is damaged or truncated: save it again");
            return false;
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // Without a reporter the parser writes to the standard error.
        factory.setXMLReporter((message, type, information, location) -> {});
        return factory;
    }
}
