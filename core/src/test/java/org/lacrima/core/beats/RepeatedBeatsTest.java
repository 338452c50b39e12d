package org.lacrima.core.beats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lacrima.core.Corpus;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.series.BeatSeries;

class RepeatedBeatsTest {

    @Test
    void findsNoneInSeriesThatOnlyRepeatByChance() {
        for (String name : MadeSeries.NAMES) {
            assertThat(RepeatedBeats.of(MadeSeries.beats(name)).isAboveChance())
                    .as(name)
                    .isFalse();
        }
    }

    @Test
    void findsNoneInRealRecordings() throws IOException {
        try (Stream<Path> files = Files.list(Corpus.folder().resolve("rr"))) {
            for (String series : files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".rr.txt"))
                    .map(f -> f.replace(".rr.txt", ""))
                    .toList()) {
                assertThat(RepeatedBeats.of(BeatSeries.ofMillis(Corpus.rrMillis(series)))
                                .isAboveChance())
                        .as(series)
                        .isFalse();
            }
        }
    }

    /** The proportions of an Elite HRV export of 2017: 32 repeats among 150 values. */
    @Test
    void flagsAnExportWithRepeatsAndNamesBothCauses() {
        BeatSeries export = repeating(Arrays.copyOf(MadeSeries.millis("made_rest"), 118), 1, 32);

        RepeatedBeats found = RepeatedBeats.of(export);

        assertThat(export.size()).isEqualTo(150);
        assertThat(found.isAboveChance()).isTrue();
        assertThat(found.packetLength()).isEqualTo(1);
        assertThat(found.repeats()).hasSizeBetween(32, 34);
        assertThat(found.toString()).contains("stored twice").contains("read twice");
    }

    @Test
    void asksTheClockWhichCauseItWas() {
        double[] rr = Arrays.copyOf(MadeSeries.millis("made_rest"), 118);
        RepeatedBeats found = RepeatedBeats.of(repeating(rr, 1, 32));
        double trueSeconds = Arrays.stream(rr).sum() / 1000;

        assertThat(found.causeGiven(trueSeconds)).isEqualTo(RepeatedBeats.Cause.SENT_TWICE);
        assertThat(found.causeGiven(found.recordedSeconds())).isEqualTo(RepeatedBeats.Cause.READ_TWICE);
        assertThat(found.secondsWithoutRepeats()).isCloseTo(trueSeconds, within(3.0));
    }

    @Test
    void flagsPacketsOfTwoIntervals() {
        BeatSeries export = repeating(Arrays.copyOf(MadeSeries.millis("made_rest"), 120), 2, 10);

        RepeatedBeats found = RepeatedBeats.of(export);

        assertThat(found.isAboveChance()).isTrue();
        assertThat(found.packetLength()).isEqualTo(2);
        assertThat(found.repeats()).hasSize(20);
    }

    @Test
    void hasNothingToSayOnVeryShortSeries() {
        assertThat(RepeatedBeats.of(BeatSeries.ofMillis()).isAboveChance()).isFalse();
        assertThat(RepeatedBeats.of(BeatSeries.ofMillis(800)).isAboveChance()).isFalse();
        assertThat(RepeatedBeats.of(BeatSeries.ofMillis(800, 800)).isAboveChance())
                .isFalse();
    }

    /** Stores {@code times} packets twice, evenly spread over the recording. */
    private static BeatSeries repeating(double[] rr, int packet, int times) {
        List<Double> exported = new ArrayList<>();
        int stride = rr.length / times;
        for (int i = 0; i < rr.length; i++) {
            exported.add(rr[i]);
            boolean last = i % stride == stride - 1 && i / stride < times;
            for (int k = packet - 1; last && k >= 0; k--) {
                exported.add(rr[i - k]);
            }
        }
        return BeatSeries.ofMillis(
                exported.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
