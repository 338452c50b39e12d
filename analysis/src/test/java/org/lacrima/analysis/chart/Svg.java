package org.lacrima.analysis.chart;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reads back what a chart has drawn. */
final class Svg {

    private Svg() {}

    static Document parse(String svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    /** What is written in the picture, in the order in which it was drawn. */
    static List<String> texts(Chart chart) {
        return contents(parse(chart.toSvg()), "text");
    }

    static List<String> contents(Document document, String tag) {
        NodeList nodes = document.getElementsByTagName(tag);
        List<String> contents = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            contents.add(nodes.item(i).getTextContent());
        }
        return contents;
    }
}
