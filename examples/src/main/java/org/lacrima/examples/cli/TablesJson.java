package org.lacrima.examples.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.lacrima.core.table.ResultTable;
import org.lacrima.io.result.ResultTables;

/** Tables of one analysis as one JSON object, described by {@code docs/schema/tables.schema.json}. */
final class TablesJson {
    private TablesJson() {}

    static String of(String name, List<ResultTable> tables) throws IOException {
        return of(name, Map.of(), tables);
    }

    /**
     * The tables under their names.
     *
     * @param name what was analysed
     * @param choices what was chosen for the analysis, in words
     * @param tables the results
     */
    static String of(String name, Map<String, String> choices, List<ResultTable> tables) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("name", name);
            json.writeObjectFieldStart("choices");
            for (Map.Entry<String, String> choice : choices.entrySet()) {
                json.writeStringField(choice.getKey(), choice.getValue());
            }
            json.writeEndObject();
            json.writeObjectFieldStart("tables");
            for (ResultTable table : tables) {
                json.writeFieldName(table.name());
                json.writeRawValue(ResultTables.toJson(table));
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }
}
