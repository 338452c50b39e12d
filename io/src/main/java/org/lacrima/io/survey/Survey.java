package org.lacrima.io.survey;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers to a questionnaire.
 *
 * @param questions what was asked, by column, in the order of the file; the column's own name where the file does not say
 * @param responses the answers of each response, by column, in order; nothing where nothing was answered
 */
public record Survey(Map<String, String> questions, List<Map<String, String>> responses) {
    /** Copies both. */
    public Survey {
        questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
        responses = responses.stream()
                .map(r -> Collections.unmodifiableMap(new LinkedHashMap<>(r)))
                .toList();
    }
}
