package org.lacrima.io.survey;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lacrima.io.Loaded;
import org.lacrima.io.ReadLog;
import org.lacrima.io.Strictness;
import org.lacrima.io.text.DelimitedTable;
import org.lacrima.io.text.TableSource;

/**
 * Reads the answers that Qualtrics and REDCap export, as CSV or as an Excel workbook.
 *
 * <p>Qualtrics writes three rows of header: names, what was asked (over several lines), and an {@code ImportId}; previews
 * and tests of the researcher are left out and counted in a note, unfinished responses are kept and counted. REDCap writes
 * one row of header and one row per record and event, which are kept as they are. Answers stay text: whether {@code 1} is a
 * number or a label, the codebook says.
 */
public final class SurveyReader {
    private final Strictness strictness;

    private SurveyReader(Strictness strictness) {
        this.strictness = strictness;
    }

    /** Strict. */
    public static SurveyReader withDefaults() {
        return new SurveyReader(Strictness.STRICT);
    }

    /** This reader, stricter or more lenient: then rows that do not fit the header are left out. */
    public SurveyReader with(Strictness newStrictness) {
        return new SurveyReader(newStrictness);
    }

    /**
     * Reads a file.
     *
     * @throws org.lacrima.io.StudyReadException if the content cannot be accepted, with every problem that was met
     * @throws IOException if the file cannot be read
     */
    public Loaded<Survey> read(Path file) throws IOException {
        ReadLog log = new ReadLog();
        Path last = file.getFileName();
        DelimitedTable table = TableSource.read(file, last == null ? file.toString() : last.toString(), log)
                .orElseThrow(log::failure);
        boolean qualtrics = table.rows().size() >= 2 && isImportRow(table.rows().get(1));
        Map<String, String> questions = new LinkedHashMap<>();
        for (int c = 0; c < table.header().size(); c++) {
            String name = table.header().get(c);
            String asked = qualtrics ? table.rows().get(0).cells().get(c) : "";
            questions.put(name, asked.isEmpty() ? name : asked);
        }
        List<DelimitedTable.Row> rows =
                qualtrics ? table.rows().subList(2, table.rows().size()) : table.rows();
        return log.loaded(new Survey(questions, responses(table, rows, qualtrics, log)), strictness);
    }

    private static boolean isImportRow(DelimitedTable.Row row) {
        return row.cells().get(0).contains("\"ImportId\"");
    }

    private static List<Map<String, String>> responses(
            DelimitedTable table, List<DelimitedTable.Row> rows, boolean qualtrics, ReadLog log) {
        List<Map<String, String>> responses = new ArrayList<>();
        int tests = 0;
        int unfinished = 0;
        for (DelimitedTable.Row row : rows) {
            Optional<String> status = cell(table, row, "Status").filter(s -> qualtrics);
            if (status.filter(SurveyReader::isTest).isPresent()) {
                tests++;
                continue;
            }
            Optional<String> finished = cell(table, row, "Finished").filter(f -> qualtrics);
            unfinished += finished.filter(f -> f.equalsIgnoreCase("false") || f.equals("0"))
                            .isPresent()
                    ? 1
                    : 0;
            Map<String, String> answers = new LinkedHashMap<>();
            for (int c = 0; c < table.header().size(); c++) {
                if (!row.cells().get(c).isEmpty()) {
                    answers.put(table.header().get(c), row.cells().get(c));
                }
            }
            responses.add(answers);
        }
        if (qualtrics) {
            log.note(String.format(
                    Locale.ROOT,
                    "%s: an export of Qualtrics; %d previews and tests left out, %d unfinished responses kept",
                    table.file(),
                    tests,
                    unfinished));
        }
        return responses;
    }

    private static Optional<String> cell(DelimitedTable table, DelimitedTable.Row row, String column) {
        int c = table.indexOf(column);
        return c < 0 ? Optional.empty() : Optional.of(row.cells().get(c));
    }

    /** Whether a status is a preview or a test, in words or as Qualtrics codes them (1 preview, 2 test). */
    private static boolean isTest(String status) {
        String lower = status.toLowerCase(Locale.ROOT);
        return lower.equals("1") || lower.equals("2") || lower.contains("preview") || lower.contains("test");
    }
}
