package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lacrima.core.Corpus;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.series.BeatSeries;

/**
 * Under its profile a package's own numbers come out, on every recording for which they are known. The claims stand in
 * {@code profiles.csv}: package, where its value stands in its file, profile, our metric, the factor to our unit, the
 * largest relative deviation, on how many recordings it may differ, and why.
 */
class ProfileTest {
    /** One line of the file. */
    private record Claim(
            String peer,
            String pointer,
            Profile profile,
            HrvMetric metric,
            double factor,
            double tolerance,
            int exceptions,
            String reason) {
        static Claim parse(String line) {
            String[] cells = line.split(",", 8);
            return new Claim(
                    cells[0],
                    cells[1],
                    Profile.ofKey(cells[2]).orElseThrow(),
                    HrvMetrics.named(cells[3]).orElseThrow(() -> new AssertionError("no metric " + cells[3])),
                    Double.parseDouble(cells[4]),
                    Double.parseDouble(cells[5]),
                    Integer.parseInt(cells[6]),
                    cells[7]);
        }

        /** Recordings longer than that are compared in the time domain only. */
        boolean takes(int intervals) {
            return intervals <= Corpus.longest() || TimeDomain.all().contains(metric);
        }
    }

    /** What became of a claim. */
    private static final class Outcome {
        private int recordings;
        private double worst;
        private final List<String> deviating = new ArrayList<>();
    }

    @Test
    void thePackagesNumbersComeOutUnderTheirProfiles() throws IOException {
        Map<Claim, Outcome> outcomes = new LinkedHashMap<>();
        claims().forEach(claim -> outcomes.put(claim, new Outcome()));
        for (String peer :
                outcomes.keySet().stream().map(Claim::peer).distinct().toList()) {
            for (String series : Corpus.seriesOf(peer)) {
                compare(series, peer, outcomes);
            }
        }
        write(outcomes, Path.of("target"));
        outcomes.forEach((claim, outcome) -> {
            String name = claim.metric() + " as " + claim.peer() + claim.pointer();
            assertThat(outcome.recordings).as(name).isPositive();
            assertThat(outcome.deviating).as(name).hasSizeLessThanOrEqualTo(claim.exceptions());
        });
    }

    private static void compare(String series, String peer, Map<Claim, Outcome> outcomes) {
        JsonNode values = Corpus.values(series, peer);
        BeatSeries beats = BeatSeries.ofMillis(Corpus.rrMillis(series));
        Map<Profile, Workings> workings = new LinkedHashMap<>();
        outcomes.forEach((claim, outcome) -> {
            JsonNode node = values.at(claim.pointer());
            if (!claim.peer().equals(peer) || !claim.takes(beats.size()) || node.isMissingNode() || node.isNull()) {
                return;
            }
            double theirs = claim.factor() * Corpus.number(node);
            MetricValue value = claim.metric()
                    .of(workings.computeIfAbsent(claim.profile(), p -> new Workings(beats, p.optionsFor(beats))));
            if (!Double.isFinite(theirs) || !value.isEstimable()) {
                return;
            }
            double ours = value.orNaN();
            double deviation = ours == theirs ? 0 : Math.abs(ours - theirs) / Math.max(Math.abs(theirs), 1e-300);
            outcome.recordings++;
            if (deviation > claim.tolerance()) {
                outcome.deviating.add(String.format(Locale.ROOT, "%s: %s here, %s there", series, ours, theirs));
            } else {
                outcome.worst = Math.max(outcome.worst, deviation);
            }
        });
    }

    private static void write(Map<Claim, Outcome> outcomes, Path target) throws IOException {
        StringBuilder table = new StringBuilder(
                "| metric | package | recordings | largest relative deviation | differs on | because |\n"
                        + "| --- | --- | --- | --- | --- | --- |\n");
        outcomes.forEach((claim, outcome) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %s `%s` | %d | %.0e | %s | %s |%n",
                claim.metric(),
                claim.profile().authority(),
                claim.pointer(),
                outcome.recordings,
                outcome.worst,
                outcome.deviating.isEmpty() ? "" : outcome.deviating.size(),
                claim.reason())));
        Files.createDirectories(target);
        Files.writeString(target.resolve("agreement-profiles.md"), table);
    }

    /** Package and pointer of every value of a claim. */
    static Stream<String> compared() {
        try {
            return claims().stream().map(claim -> claim.peer() + claim.pointer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Claim> claims() throws IOException {
        try (InputStream in = Objects.requireNonNull(ProfileTest.class.getResourceAsStream("profiles.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(Claim::parse).toList();
        }
    }

    @Test
    void everyProfileHasItsWord() {
        Stream.of(Profile.values())
                .forEach(p -> assertThat(Profile.ofKey(p.key())).contains(p));
        assertThat(Profile.ofKey("hrv-analysis")).contains(Profile.HRV_ANALYSIS);
        assertThat(Profile.ofKey("excel")).isEmpty();
    }
}
