package org.lacrima.core.rsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.Episode;
import org.lacrima.core.study.EpisodeKind;

/** Sobs, speech and held breath: where RSA says nothing, and how much of a bout that is. */
class BreathingMaskTest {
    private final List<Episode> coded = List.of(
            new Episode(EpisodeKind.CRYING, "crying", new Window(100, 200)),
            new Episode(EpisodeKind.SOB, "sob", new Window(150, 152)),
            new Episode(EpisodeKind.SOB, "sob", new Window(110, 115)),
            new Episode(EpisodeKind.CUSTOM, "speech", new Window(114, 120)));

    @Test
    void theShareOfABoutThatIsLostIsANumber() {
        BreathingMask mask =
                BreathingMask.ofEpisodes(coded, EpisodeKind.SOB).and(BreathingMask.ofLabels(coded, Set.of("speech")));

        assertThat(mask.windows()).containsExactly(new Window(110, 120), new Window(150, 152));
        assertThat(mask.shareOf(coded.get(0).window())).isCloseTo(0.12, within(1e-12));
        assertThat(mask.shareOf(new Window(300, 400))).isZero();
        assertThat(mask.shareOf(new Window(115, 115))).isZero();
    }

    @Test
    void maskedBeatsLeaveAGapAndNothingElseChanges() {
        BeatSeries beats = BeatSeries.ofMillis(1000, 1000, 1000, 1000, 1000, 1000);

        BeatSeries left = BreathingMask.of(List.of(new Window(2.5, 3))).removeFrom(beats);

        assertThat(left.toEndSeconds()).containsExactly(1, 2, 4, 5, 6);
        assertThat(left.toContiguous()).containsExactly(false, true, false, true, true);
        assertThat(left.gapCount()).isEqualTo(1);
        assertThat(BreathingMask.of(List.of(new Window(7, 9))).removeFrom(beats))
                .isSameAs(beats);
    }

    @Test
    void breathsUnderAMaskHaveNoValueAndTheOthersKeepTheirs() {
        HeartAndBreath pair = HeartAndBreath.of(Breathing.heart(60, 700, 40, 0.2), Breathing.even(60, 0.2));

        BreathScores all = PeakToTrough.withDefaults().breaths(pair);
        BreathScores masked =
                PeakToTrough.withDefaults().breaths(pair.under(BreathingMask.of(List.of(new Window(21, 24)))));

        assertThat(masked.withoutValue()).isEqualTo(1);
        for (int b = 0; b < 12; b++) {
            if (b != 4) {
                assertThat(masked.scores().get(b).millis())
                        .as("breath %d", b)
                        .isEqualTo(all.scores().get(b).millis());
            }
        }
    }
}
