package org.lacrima.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has nothing but RR files and a group column needs the five lines that the documentation shows, and no more. */
class FewLinesStudyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void thePlanOfTheDocumentationComparesRrFilesByAGroupColumn() throws IOException {
        Path study = study(List.of("Vp01", "Vp02", "Vp03", "Vp04"), "crier", "noncrier", documentedPlan());

        Shell shell = Shell.run(
                "compare",
                study.toString(),
                "--json",
                "--out",
                folder.resolve("out").toString());

        assertThat(shell.status()).as(shell.err()).isZero();
        assertThat(shell.err()).contains("rr/Vp01.txt: unit taken as ms").doesNotContain("warning");
        JsonNode rows = JSON.readTree(shell.out()).at("/tables/comparison/rows");
        assertThat(rows.findValuesAsText("outcome"))
                .contains("RMSSD.level.baseline", "RMSSD.level.induction", "RMSSD.level.recovery");
        assertThat(rows.get(0).path("focal_n").intValue()).isEqualTo(2);
        assertThat(rows.get(0).path("reference_n").intValue()).isEqualTo(2);
    }

    @Test
    void namesAreTakenAsTheyAreWrittenAndNeverAsMarkup() throws IOException {
        assumeTrue(
                Charset.forName(System.getProperty("sun.jnu.encoding"))
                        .newEncoder()
                        .canEncode("Jürgen"),
                "this machine's locale has no umlauts in file names");
        String contrast = "\"contrast\": {\"focal\": \"<b>weint & lacht\", \"reference\": \"ohne Tränen\"},";
        String plan = "{" + contrast + documentedPlan().substring(1);
        Path study = study(List.of("<script>1", "Vp 02", "O'Hara", "Jürgen"), "<b>weint & lacht", "ohne Tränen", plan);
        Path out = folder.resolve("it's a report");

        Shell shell = Shell.run("compare", study.toString(), "--out", out.toString());

        assertThat(shell.status()).as(shell.err()).isZero();
        assertThat(shell.out()).contains("2 participants in group <b>weint & lacht and 2 in group ohne Tränen");
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("ohne Tränen", "&lt;b&gt;weint &amp; lacht")
                .doesNotContain("<b>weint", "<script>1");
    }

    private Path study(List<String> ids, String focal, String reference, String plan) throws IOException {
        Path study = folder.resolve("a study of tears");
        Files.createDirectories(study.resolve("rr"));
        StringBuilder participants = new StringBuilder("participant_id\tgroup\n");
        for (int i = 0; i < ids.size(); i++) {
            participants
                    .append(ids.get(i))
                    .append('\t')
                    .append(i % 2 == 0 ? focal : reference)
                    .append('\n');
            Files.writeString(study.resolve("rr").resolve(ids.get(i) + ".txt"), intervals(i));
        }
        Files.writeString(study.resolve("participants.tsv"), participants);
        Files.writeString(study.resolve("lacrima.json"), plan);
        return study;
    }

    /** Twenty minutes of beats around 75 a minute. */
    private static String intervals(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1500; i++) {
            text.append(Math.round(800 + 25 * random.nextGaussian())).append('\n');
        }
        return text.toString();
    }

    private static String documentedPlan() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("lacrima.root", ".."), "docs", "study-folder.md"));
        Matcher plan = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(plan.find()).isTrue();
        return plan.group(1);
    }
}
