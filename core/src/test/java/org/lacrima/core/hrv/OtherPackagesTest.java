package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lacrima.core.Corpus;
import org.lacrima.core.hrv.TimeOptions.Divisor;
import org.lacrima.core.hrv.TimeOptions.Sd2Formula;
import org.lacrima.core.hrv.TimeOptions.SdsdOf;
import org.lacrima.core.series.BeatSeries;

/**
 * Packages that have no profile of their own, in the time domain and the Poincaré plot, under options that do what they
 * do; {@code target/agreement-other.md} holds the deviations.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherPackagesTest {
    private final AgreementTable table = new AgreementTable();

    /** HeartPy 1.2.6: divisor n throughout, SDSD of absolute differences, pNN as a fraction, the MAD unscaled. */
    private static final HrvOptions HEARTPY = HrvOptions.withDefaults()
            .with(TimeOptions.withDefaults()
                    .withSdDivisor(Divisor.N)
                    .withSdsdDivisor(Divisor.N)
                    .withPoincareDivisor(Divisor.N)
                    .with(SdsdOf.ABSOLUTE_DIFFERENCES)
                    .with(Sd2Formula.ROTATED_PAIRS));

    /** One of its values: its name, our metric, and what makes its unit ours. */
    private record Value(String name, HrvMetric metric, double factor) {}

    @Test
    void heartPyComesOutOnEveryRecording() {
        Value[] values = {
            new Value("ibi", TimeDomain.MEAN_NN, 1),
            new Value("bpm", TimeDomain.MEAN_HR, 1),
            new Value("sdnn", TimeDomain.SDNN, 1),
            new Value("sdsd", TimeDomain.SDSD, 1),
            new Value("rmssd", TimeDomain.RMSSD, 1),
            new Value("pnn50", TimeDomain.PNN50, 100),
            new Value("pnn20", TimeDomain.PNN20, 100),
            new Value("hr_mad", TimeDomain.MAD_NN, 1.4826),
            new Value("sd1", Poincare.SD1, 1),
            new Value("sd2", Poincare.SD2, 1),
            new Value("sd1/sd2", Poincare.SD1_SD2, 1),
            new Value("s", Poincare.ELLIPSE_AREA, 1)
        };
        for (String series : Corpus.seriesOf("heartpy")) {
            BeatSeries beats = BeatSeries.ofMillis(Corpus.rrMillis(series));
            compare(
                    "HeartPy 1.2.6",
                    series,
                    values,
                    Corpus.values(series, "heartpy").path("process_rr"),
                    beats,
                    HEARTPY);
        }
        check("HeartPy 1.2.6");
    }

    @Test
    void theToolkitInCComesOutWhereNoBeatIsLeftOut() {
        Value[] values = {
            new Value("AVNN", TimeDomain.MEAN_NN, 1000),
            new Value("SDNN", TimeDomain.SDNN, 1000),
            new Value("rMSSD", TimeDomain.RMSSD, 1000),
            new Value("pNN50", TimeDomain.PNN50, 100),
            new Value("pNN20", TimeDomain.PNN20, 100)
        };
        for (String series : Corpus.seriesOf("physionet_hrv_c")) {
            double[] rr = Corpus.rrMillis(series);
            JsonNode theirs = Corpus.values(series, "physionet_hrv_c").path("statnn");
            // its share of normal intervals; the first line only tells it where it is
            double leftOut = rr.length * (1 - Corpus.number(theirs.path("NN/RR")));
            if (leftOut < 1.5) {
                BeatSeries beats = BeatSeries.ofMillis(Arrays.copyOfRange(rr, 1, rr.length));
                compare("PhysioNet HRV toolkit (C)", series, values, theirs, beats, HrvOptions.withDefaults());
            }
        }
        check("PhysioNet HRV toolkit (C)");
    }

    private void compare(
            String peer, String series, Value[] values, JsonNode theirs, BeatSeries beats, HrvOptions options) {
        Workings workings = new Workings(beats, options);
        for (Value value : values) {
            double theirValue = value.factor() * Corpus.number(theirs.path(value.name()));
            double ourValue = value.metric().of(workings).orNaN();
            table.add(value.metric().name(), peer + " `" + value.name() + "`", "", series, ourValue, theirValue);
        }
    }

    private void check(String peer) {
        table.write(Path.of("target", "agreement-other.md"));
        assertThat(table.lines())
                .filteredOn(line -> line.peer().startsWith(peer))
                .isNotEmpty()
                .allSatisfy(line -> {
                    assertThat(line.recordings()).as(line.metric()).isGreaterThan(70);
                    assertThat(line.largest())
                            .as("%s on %s", line.metric(), line.worst())
                            .isLessThan(1e-9);
                });
    }
}
