package org.lacrima.examples.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.io.json.JsonText;

/**
 * The results of {@code lacrima hrv} as JSON, TSV or text. The JSON is described by {@code docs/schema/hrv.schema.json};
 * numbers have full precision in it.
 */
final class HrvOutput {
    private HrvOutput() {}

    static String json(List<HrvResult> results) {
        return JsonText.of(json -> {
            if (results.size() == 1) {
                write(results.get(0), json);
            } else {
                json.writeStartArray();
                for (HrvResult result : results) {
                    write(result, json);
                }
                json.writeEndArray();
            }
        });
    }

    private static void write(HrvResult result, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", result.file());
        json.writeNumberField("beats", result.beats());
        json.writeNumberField("corrected", result.corrected());
        json.writeStringField("profile", result.profile());
        json.writeArrayFieldStart("metrics");
        for (MetricValue value : result.values()) {
            json.writeStartObject();
            json.writeStringField("name", value.name());
            if (value instanceof MetricValue.Estimate estimate) {
                json.writeNumberField("value", estimate.value());
                json.writeStringField("unit", estimate.unit().symbol());
                json.writeNumberField("n", estimate.n());
            } else {
                json.writeStringField("notEstimable", value.reason());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static String tsv(List<HrvResult> results) {
        StringBuilder text = new StringBuilder("file\tmetric\tvalue\tunit\tn\tnot_estimable\n");
        for (HrvResult result : results) {
            for (MetricValue value : result.values()) {
                text.append(cell(result.file()))
                        .append('\t')
                        .append(value.name())
                        .append('\t');
                if (value instanceof MetricValue.Estimate e) {
                    text.append(e.value())
                            .append('\t')
                            .append(cell(e.unit().symbol()))
                            .append('\t')
                            .append(e.n())
                            .append("\tn/a\n");
                } else {
                    text.append("n/a\t")
                            .append(cell(value.unit().symbol()))
                            .append("\t0\t")
                            .append(cell(value.reason()))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    /** A cell has no tab and no line end, and says {@code n/a} where there is nothing. */
    private static String cell(String text) {
        String plain = text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
        return plain.isEmpty() ? "n/a" : plain;
    }

    static String text(List<HrvResult> results) {
        StringBuilder text = new StringBuilder();
        for (HrvResult result : results) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s: intervals: %d, beats corrected: %d, definitions of profile %s%n",
                    result.file(),
                    result.beats(),
                    result.corrected(),
                    result.profile()));
            for (MetricValue value : result.values()) {
                text.append(
                        value instanceof MetricValue.Estimate e
                                ? String.format(
                                        Locale.ROOT,
                                        "  %-14s %14.6g %-8s n = %d%n",
                                        e.name(),
                                        e.value(),
                                        e.unit(),
                                        e.n())
                                : String.format(Locale.ROOT, "  %-14s %14s %s%n", value.name(), "–", value.reason()));
            }
        }
        return text.toString();
    }
}
