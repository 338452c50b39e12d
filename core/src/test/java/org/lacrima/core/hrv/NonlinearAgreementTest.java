package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lacrima.core.Corpus;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.hrv.NonlinearClaims.Claim;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.series.BeatSeries;

/**
 * Other packages' values come out on every recording of the corpus and on the made series, each package's choices being
 * options. The table is written to {@code target/agreement-nonlinear.md}.
 */
class NonlinearAgreementTest {
    @Test
    void packagesValuesComeOutUnderTheirOwnChoices() {
        Path oracles = Corpus.oracles();
        AgreementTable table = new AgreementTable();
        List<Claim> claims = NonlinearClaims.all();
        Set<String> peers = new LinkedHashSet<>();
        claims.forEach(c -> peers.add(c.peer()));
        for (String peer : peers) {
            for (String series : seriesOf(oracles, peer)) {
                JsonNode values = Corpus.values(series, peer);
                BeatSeries beats = BeatSeries.ofMillis(
                        MadeSeries.NAMES.contains(series) ? MadeSeries.millis(series) : Corpus.rrMillis(series));
                Map<HrvOptions, Workings> workings = new HashMap<>();
                for (Claim claim : claims) {
                    JsonNode value = values.at(claim.pointer());
                    if (claim.peer().equals(peer) && (value.isNumber() || value.isTextual())) {
                        MetricValue ours = claim.metric()
                                .of(workings.computeIfAbsent(claim.options(), o -> new Workings(beats, o)));
                        table.add(
                                claim.metric().name(),
                                claim.name(),
                                claim.note(),
                                series,
                                ours.orNaN() * claim.factor(),
                                Corpus.number(value));
                    }
                }
            }
        }
        table.write(Path.of("target", "agreement-nonlinear.md"));

        for (Claim claim : claims) {
            assertThat(table.lines())
                    .filteredOn(l ->
                            l.metric().equals(claim.metric().name()) && l.peer().equals(claim.name()))
                    .singleElement()
                    .satisfies(l -> assertThat(l.largest()).as(l.toString()).isLessThanOrEqualTo(claim.tolerance()));
        }
    }

    private static List<String> seriesOf(Path oracles, String peer) {
        List<String> series = new ArrayList<>(Corpus.seriesOf(peer));
        for (String made : MadeSeries.NAMES) {
            if (oracles.resolve("made")
                    .resolve(made + "__" + peer + ".json")
                    .toFile()
                    .isFile()) {
                series.add(made);
            }
        }
        return series;
    }
}
