package org.lacrima.analysis.chart;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Draws a chart as one {@code svg} element through Batik's generator.
 *
 * <p>Batik writes for a file of its own; a page holds many charts. So ids are prefixed by the chart's name, its long
 * list of default attributes goes, and each text is given the width it was laid out with: the reader's machine has other
 * fonts, and labels must not run into each other there.
 */
final class SvgImage {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    /** Rendering hints of Java that Batik translates and every browser has as a default; and the one font of the style. */
    private static final Set<String> DEFAULTS = Set.of(
            "font-family",
            "color-interpolation",
            "color-rendering",
            "image-rendering",
            "shape-rendering",
            "text-rendering",
            "xml:space");

    private SvgImage() {}

    static String of(Chart chart) {
        ChartSize size = chart.size();
        SVGGraphics2D graphics = new SVGGraphics2D(context(chart.name()), false);
        graphics.setSVGCanvasSize(
                new Dimension((int) Math.ceil(size.widthPoints()), (int) Math.ceil(size.heightPoints())));
        chart.drawing().draw(graphics, new Rectangle2D.Double(0, 0, size.widthPoints(), size.heightPoints()));
        Element root = graphics.getRoot();
        graphics.dispose();

        StringBuilder out = new StringBuilder(1 << 15);
        out.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"%s\" role=\"img\" aria-labelledby=\"%2$s-title %2$s-desc\" "
                        + "width=\"%3$.2fmm\" height=\"%4$.2fmm\" viewBox=\"0 0 %5$.2f %6$.2f\" "
                        + "font-family=\"%7$s\" font-size=\"12\" fill=\"black\" stroke=\"black\" "
                        + "stroke-linecap=\"square\" stroke-miterlimit=\"10\">\n",
                SVG,
                chart.name(),
                size.widthMillimetres(),
                size.heightMillimetres(),
                size.widthPoints(),
                size.heightPoints(),
                family()));
        element(out, "title", chart.name() + "-title", chart.title());
        element(out, "desc", chart.name() + "-desc", chart.altText());
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            write(out, child, new TextFont(12, false, false));
        }
        return out.append("</svg>\n").toString();
    }

    /** Java does not say which font stands behind its sans serif; its width tells to which kin it belongs. */
    private static String family() {
        boolean wide = new TextFont(100, false, false).width("abcdefghijklmnopqrstuvwxyz") > 1350;
        return wide
                ? "DejaVu Sans, Bitstream Vera Sans, Verdana, sans-serif"
                : "Arial, Helvetica, Liberation Sans, sans-serif";
    }

    private static SVGGeneratorContext context(String prefix) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(emptyDocument());
        context.setPrecision(2);
        context.setComment("");
        context.setIDGenerator(new SVGIDGenerator() {
            private int used;

            @Override
            public String generateID(String kind) {
                return prefix + "-" + kind + "-" + used++;
            }
        });
        return context;
    }

    private static Document emptyDocument() {
        try {
            DOMImplementation dom =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().getDOMImplementation();
            return dom.createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no XML documents", e);
        }
    }

    private static void write(StringBuilder out, Node node, TextFont inherited) {
        if (node.getNodeType() == Node.TEXT_NODE) {
            escape(out, node.getNodeValue());
            return;
        }
        if (!(node instanceof Element element) || isEmptyContainer(element)) {
            return;
        }
        String tag = element.getTagName();
        TextFont font = inherited.within(element);
        out.append('<').append(tag);
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            String key = attributes.item(i).getNodeName();
            if (!DEFAULTS.contains(key)) {
                attribute(out, key, attributes.item(i).getNodeValue());
            }
        }
        if (tag.equals("text")) {
            attribute(out, "textLength", String.format(Locale.ROOT, "%.2f", font.width(element.getTextContent())));
        }
        Node child = element.getFirstChild();
        if (child == null) {
            out.append("/>");
        } else {
            out.append('>');
            for (; child != null; child = child.getNextSibling()) {
                write(out, child, font);
            }
            out.append("</").append(tag).append('>');
        }
        if (!tag.equals("text")) {
            out.append('\n');
        }
    }

    private static boolean isEmptyContainer(Element element) {
        return element.getFirstChild() == null && Set.of("g", "defs").contains(element.getTagName());
    }

    private static void element(StringBuilder out, String tag, String id, String text) {
        out.append('<').append(tag);
        attribute(out, "id", id);
        out.append('>');
        escape(out, text);
        out.append("</").append(tag).append(">\n");
    }

    private static void attribute(StringBuilder out, String key, String value) {
        out.append(' ').append(key).append("=\"");
        escape(out, value);
        out.append('"');
    }

    private static void escape(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.append(c < ' ' && c != '\t' && c != '\n' ? ' ' : c);
            }
        }
    }

    /** The font that a text inherits from the groups around it. */
    private record TextFont(double size, boolean bold, boolean italic) {

        TextFont within(Element element) {
            String newSize = element.getAttribute("font-size").replace("px", "");
            String weight = element.getAttribute("font-weight");
            String style = element.getAttribute("font-style");
            return new TextFont(
                    newSize.isEmpty() ? size : Double.parseDouble(newSize),
                    weight.isEmpty() ? bold : weight.equals("bold"),
                    style.isEmpty() ? italic : style.equals("italic"));
        }

        double width(String text) {
            Font font = new Font(Font.SANS_SERIF, (bold ? Font.BOLD : 0) | (italic ? Font.ITALIC : 0), 12);
            return font.deriveFont((float) size).getStringBounds(text, EXACT).getWidth();
        }
    }
}
