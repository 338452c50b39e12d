package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.lacrima.core.Corpus;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.series.BeatSeries;

/** Under its profile a package's own numbers come out, on every recording for which they are known. */
class ProfileTest {

    /**
     * @param peer the package, as its files are named
     * @param pointer where its value stands in the file
     * @param profile the profile that reproduces it
     * @param metric our name
     * @param factor what its value is multiplied with to get our unit
     * @param tolerance largest relative deviation
     * @param exceptions recordings on which it differs, for the reason given
     * @param reason why it differs there; empty where it does not
     */
    @ParameterizedTest(name = "{3} as {0}")
    @CsvFileSource(resources = "profiles.csv", numLinesToSkip = 1)
    void reproducesThePackage(
            String peer,
            String pointer,
            String profile,
            String metric,
            double factor,
            double tolerance,
            int exceptions,
            String reason) {
        HrvMetric measured = HrvMetrics.named(metric)
                .orElseThrow()
                .with(Profile.ofKey(profile).orElseThrow().options());
        int compared = 0;
        double worst = 0;
        List<String> deviating = new ArrayList<>();
        for (String series : Corpus.seriesOf(peer)) {
            JsonNode node = Corpus.values(series, peer).at(pointer);
            double theirs = node.isMissingNode() || node.isNull() ? Double.NaN : factor * Corpus.number(node);
            double[] rr = Corpus.rrMillis(series);
            if (!Double.isFinite(theirs)) {
                continue;
            }
            MetricValue value = measured.of(BeatSeries.ofMillis(rr));
            if (!value.isEstimable()) {
                continue;
            }
            double ours = value.orNaN();
            double deviation = ours == theirs ? 0 : Math.abs(ours - theirs) / Math.max(Math.abs(theirs), 1e-300);
            compared++;
            if (deviation > tolerance) {
                deviating.add(String.format(Locale.ROOT, "%s: %s here, %s there", series, ours, theirs));
            } else {
                worst = Math.max(worst, deviation);
            }
        }
        Agreements.add(peer, metric, profile, compared, worst, deviating.size(), reason);
        assertThat(compared).as("recordings with %s of %s", metric, peer).isPositive();
        assertThat(deviating).as("%s as %s", metric, peer).hasSizeLessThanOrEqualTo(exceptions);
    }

    @Test
    void everyProfileHasItsWord() {
        Stream.of(Profile.values())
                .forEach(p -> assertThat(Profile.ofKey(p.key())).contains(p));
        assertThat(Profile.ofKey("hrv-analysis")).contains(Profile.HRV_ANALYSIS);
        assertThat(Profile.ofKey("excel")).isEmpty();
    }
}
