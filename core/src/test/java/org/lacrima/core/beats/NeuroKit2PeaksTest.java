package org.lacrima.core.beats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.core.Corpus;
import org.lacrima.core.MadeSeries;

/** Expected values: NeuroKit2, fork of 2026-03-01, {@code signal_fixpeaks(method="kubios")}. */
class NeuroKit2PeaksTest {

    @ParameterizedTest
    @CsvSource({
        "SINGLE, fb14fce26188be837449b8a3c816853dd9a9c6c4445035842683c30125dd0e20",
        "ITERATED, b940728037031faad789f2b407a9846c5be69ad90ab0f34a99492e4df771356b",
    })
    void agreesOnTheMadeSeriesWithArtifacts(Passes passes, String sha256) {
        NeuroKit2Peaks.Result result = NeuroKit2Peaks.atHertz(1000)
                .correct(NeuroKit2Peaks.ofMillis(MadeSeries.millis("made_artifacts")), passes);

        assertThat(sha256(result.peaks())).isEqualTo(sha256);
        if (passes == Passes.SINGLE) {
            assertThat(result.ectopic()).containsExactly(52);
            assertThat(result.missed()).containsExactly(121);
            assertThat(result.extra()).containsExactly(200);
            assertThat(result.longShort()).containsExactly(51, 201, 281);
        } else {
            assertThat(result.longShort()).containsExactly(51, 281);
        }
    }

    @Test
    void agreesOnEveryRecordingOnePassAndIterated() {
        List<String> differing = new ArrayList<>();
        int compared = 0;
        for (String series : Corpus.seriesOf("neurokit2")) {
            JsonNode values = Corpus.values(series, "neurokit2");
            for (Passes passes : Passes.values()) {
                JsonNode expected =
                        values.path(passes == Passes.SINGLE ? "fixpeaks_kubios_single" : "fixpeaks_kubios_iterative");
                if (expected.isMissingNode() || expected.path("fs").isMissingNode()) {
                    continue;
                }
                compared++;
                NeuroKit2Peaks.Result result = NeuroKit2Peaks.atHertz(
                                expected.path("fs").doubleValue())
                        .correct(peaks(series, expected.path("fs").doubleValue()), passes);
                if (!sha256(result.peaks())
                                .equals(expected.path("corrected_sha256").textValue())
                        || !result.ectopic().equals(integers(expected.path("ectopic")))
                        || !result.missed().equals(integers(expected.path("missed")))
                        || !result.extra().equals(integers(expected.path("extra")))
                        || !result.longShort().equals(integers(expected.path("longshort")))) {
                    differing.add(series + " " + passes);
                }
            }
        }
        assertThat(compared).isGreaterThan(150);
        assertThat(differing).isEmpty();
    }

    /** As the oracle had them: the beats in samples where beat times exist, else the running sums at 1000 Hz. */
    private static int[] peaks(String series, double rateHz) {
        Path beats = Corpus.folder().resolve("rr").resolve(series + ".beats.txt");
        if (!Files.exists(beats)) {
            return NeuroKit2Peaks.ofMillis(Corpus.rrMillis(series));
        }
        try (Stream<String> lines = Files.lines(beats)) {
            return lines.mapToInt(line -> (int) Math.rint(Double.parseDouble(line) * rateHz))
                    .toArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Integer> integers(JsonNode array) {
        List<Integer> integers = new ArrayList<>();
        array.forEach(node -> integers.add(node.intValue()));
        return integers;
    }

    private static String sha256(List<Integer> peaks) {
        String text = peaks.stream().map(String::valueOf).collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
