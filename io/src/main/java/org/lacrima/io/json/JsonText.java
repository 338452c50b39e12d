package org.lacrima.io.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * JSON that looks the same on every machine: two blanks per level, line feeds, each double in the fewest digits that read
 * back to it, decimals without an exponent.
 */
public final class JsonText {
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    // Double.toString gave more digits than needed before JDK 19 (JDK-4511638); Jackson's own writer does not.
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build()
            .writer(new DefaultPrettyPrinter().withArrayIndenter(INDENTER).withObjectIndenter(INDENTER));

    private JsonText() {}

    /** What writes into a generator. */
    @FunctionalInterface
    public interface Content {
        /** Writes one JSON value. */
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** The text of what is written, with an end of line. */
    public static String of(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = WRITER.createGenerator(text)) {
            content.writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot fail to be written", e);
        }
        return text.append('\n').toString();
    }

    /** The text of a tree, with an end of line. */
    public static String of(JsonNode tree) {
        return of(json -> json.writeTree(tree));
    }

    /** An object without fields. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
