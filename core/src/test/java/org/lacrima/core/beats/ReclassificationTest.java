package org.lacrima.core.beats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacrima.core.Corpus;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;

/** Classifying again around what a pass has changed gives what classifying the whole series again gives. */
class ReclassificationTest {

    @ParameterizedTest
    @EnumSource(CorrectionMethod.class)
    void isBitEqualAfterEveryMethod(CorrectionMethod method) {
        for (long seed = 0; seed < 20; seed++) {
            requireEqual(spoilt(seed, 1200, 40), method, LipponenTarvainen.withDefaults());
            requireEqual(
                    spoilt(seed, 300, 15),
                    method,
                    LipponenTarvainen.withDefaults().withThresholdWindow(21).withMedianWindow(5));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 20, 60, 120})
    void isBitEqualWhereWindowsReachBothEnds(int n) {
        for (long seed = 0; seed < 20; seed++) {
            requireEqual(spoilt(seed, n, 10), CorrectionMethod.REPAIR, LipponenTarvainen.withDefaults());
        }
    }

    @Test
    void isBitEqualOnRecordings() {
        for (String name : List.of("afdb03665_raw", "chf201_raw", "nsr001_raw")) {
            double[] rr = Corpus.rrMillis(name);
            BeatSeries beats = BeatSeries.ofMillis(rr);
            requireEqual(
                    beats.subSeries(0, Math.min(8000, rr.length)),
                    CorrectionMethod.REPAIR,
                    LipponenTarvainen.withDefaults());
        }
    }

    private static void requireEqual(BeatSeries beats, CorrectionMethod method, LipponenTarvainen classifier) {
        BeatSeries current = beats;
        LipponenTarvainen.Memory memory = classifier.new Memory();
        int[] source = {};
        for (int pass = 0; pass < 4; pass++) {
            BeatClassification found = memory.classify(current, source);

            assertThat(found).isEqualTo(classifier.classify(current));
            CorrectionPass corrected = CorrectionPass.run(current, found, method, new ArrayList<>());
            current = corrected.beats();
            source = corrected.source();
        }
    }

    /** A series with artifacts of all kinds, gaps among them, denser than any recording. */
    private static BeatSeries spoilt(long seed, int n, int every) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Double> rr = new ArrayList<>();
        List<Boolean> contiguous = new ArrayList<>();
        while (rr.size() < n) {
            double normal = Math.rint(850 + 60 * Math.sin(rr.size() * 0.3) + 30 * random.nextDouble());
            int kind = random.nextInt(every);
            double first = kind == 0 ? normal * 0.4 : kind == 1 ? 2 * normal : kind == 2 ? 5000 : normal;
            rr.add(first);
            contiguous.add(kind != 3);
            if (kind == 0) {
                rr.add(normal - first);
                contiguous.add(true);
            }
        }
        double[] millis = rr.stream().mapToDouble(Double::doubleValue).toArray();
        double[] ends = new double[millis.length];
        boolean[] linked = new boolean[millis.length];
        BeatLabel[] labels = new BeatLabel[millis.length];
        double at = 0;
        for (int i = 0; i < millis.length; i++) {
            linked[i] = contiguous.get(i);
            at += millis[i] / 1000 + (linked[i] ? 0 : 30);
            ends[i] = at;
            labels[i] = BeatLabel.NORMAL;
        }
        return BeatSeries.of(ends, millis, linked, labels);
    }
}
