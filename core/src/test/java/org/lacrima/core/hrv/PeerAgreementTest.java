package org.lacrima.core.hrv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.lacrima.core.Corpus;

/**
 * The values of packages that have no profile, and those that no profile covers: out of metrics under options, or out of
 * the package's own formula where that is why they differ. {@code target/agreement-peers.md} holds the deviations.
 */
class PeerAgreementTest {
    /** What became of a claim. */
    private static final class Outcome {
        private int recordings;
        private int withoutOurs;
        private double worst;
        private final List<String> deviating = new ArrayList<>();
    }

    @Test
    void everyClaimHoldsOnEveryRecording() throws IOException {
        Corpus.oracles();
        Map<PeerClaim, Outcome> outcomes = new LinkedHashMap<>();
        PeerClaims.all().forEach(claim -> outcomes.put(claim, new Outcome()));
        Map<String, List<PeerClaim>> byPeer = new TreeMap<>();
        outcomes.keySet()
                .forEach(c ->
                        byPeer.computeIfAbsent(c.peer(), p -> new ArrayList<>()).add(c));
        Map<String, TreeSet<String>> peersOf = new TreeMap<>();
        for (String peer : byPeer.keySet()) {
            for (String series : Corpus.seriesOf(peer)) {
                peersOf.computeIfAbsent(series, s -> new TreeSet<>()).add(peer);
            }
        }
        peersOf.forEach((series, peers) -> {
            PeerRecording recording = new PeerRecording(series, Corpus.rrMillis(series), MissingNode.getInstance());
            for (String peer : peers) {
                compare(byPeer.get(peer), PeerClaims.seenBy(peer, recording), outcomes);
            }
        });
        write(outcomes);
        SoftAssertions every = new SoftAssertions();
        outcomes.forEach((claim, outcome) -> {
            String name = claim.what() + " as " + claim.peer() + " " + claim.pointer();
            every.assertThat(outcome.recordings).as(name).isPositive();
            every.assertThat(outcome.deviating).as(name).hasSizeLessThanOrEqualTo(claim.exceptions());
        });
        every.assertAll();
    }

    private static void compare(List<PeerClaim> claims, PeerRecording recording, Map<PeerClaim, Outcome> outcomes) {
        boolean isLong = recording.rr().length > Corpus.longest();
        for (PeerClaim claim : claims) {
            JsonNode node = recording.values().at(claim.pointer());
            double theirs = node.isMissingNode() ? Double.NaN : Corpus.number(node);
            if (!Double.isFinite(theirs) || isLong && claim.how() != PeerClaim.How.METRIC_OF_ANY_LENGTH) {
                continue;
            }
            Outcome outcome = outcomes.get(claim);
            double ours = claim.value().applyAsDouble(recording);
            if (!Double.isFinite(ours)) {
                outcome.withoutOurs++;
                continue;
            }
            double scale = Math.max(Math.abs(theirs), Math.abs(ours));
            double deviation = scale < 1e-12 ? 0 : Math.abs(ours - theirs) / scale;
            outcome.recordings++;
            if (deviation > claim.tolerance()) {
                outcome.deviating.add(
                        String.format(Locale.ROOT, "%s: %s here, %s there", recording.series(), ours, theirs));
            } else {
                outcome.worst = Math.max(outcome.worst, deviation);
            }
        }
    }

    private static void write(Map<PeerClaim, Outcome> outcomes) throws IOException {
        StringBuilder table = new StringBuilder(
                "| package | value | metric or formula | recordings | largest relative deviation | differs on |"
                        + " not estimable here | note |\n| --- | --- | --- | ---: | ---: | ---: | ---: | --- |\n");
        outcomes.forEach((claim, outcome) -> table.append(String.format(
                Locale.ROOT,
                "| %s | `%s` | %s%s | %d | %.0e | %s | %s | %s |%n",
                claim.peer(),
                claim.pointer(),
                claim.how() == PeerClaim.How.FORMULA ? "formula of " : "",
                claim.what(),
                outcome.recordings,
                outcome.worst,
                outcome.deviating.isEmpty() ? "" : outcome.deviating.size(),
                outcome.withoutOurs == 0 ? "" : outcome.withoutOurs,
                claim.note())));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "agreement-peers.md"), table);
    }
}
