package org.lacrima.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.lacrima.core.series.Window;
import org.lacrima.core.series.WindowSet;

class CoderComparisonTest {
    private static final Duration BREATH = Duration.ofSeconds(3);

    @Test
    void whatBothSawHasUncertainEnds() {
        CoderComparison coders = compare(100, windows(10, 30, 50, 60), windows(12, 33, 80, 90));

        assertThat(coders.shared()).hasSize(1);
        CodedEpisode bout = coders.shared().get(0);
        assertThat(bout.onset()).isEqualTo(new CodedInstant(10, 12));
        assertThat(bout.offset().uncertaintySeconds()).isEqualTo(3);
        assertThat(bout.midpoint().window()).isEqualTo(Window.ofSeconds(11, 31.5));
        assertThat(bout.widest()).isEqualTo(Window.ofSeconds(10, 33));
        assertThat(bout.narrowest()).contains(Window.ofSeconds(12, 30));
        assertThat(coders.onlyFirst()).isEqualTo(WindowSet.of(Window.ofSeconds(50, 60)));
        assertThat(coders.onlySecond()).isEqualTo(WindowSet.of(Window.ofSeconds(80, 90)));
        assertThat(coders.onsetLagsSeconds()).containsExactly(2.0);
    }

    @Test
    void aPauseThatOneCoderSawDoesNotDivideTheBout() {
        CoderComparison coders = compare(100, windows(10, 20, 25, 40), windows(11, 40));

        assertThat(coders.shared()).hasSize(1);
        assertThat(coders.shared().get(0).onset()).isEqualTo(new CodedInstant(10, 11));
        assertThat(coders.shared().get(0).offset().uncertaintySeconds()).isZero();
    }

    @Test
    void boutsThatOnlyTouchAreNotShared() {
        CoderComparison coders = compare(100, windows(10, 20), windows(20, 30));

        assertThat(coders.shared()).isEmpty();
        assertThat(coders.onlyFirst()).isEqualTo(WindowSet.of(Window.ofSeconds(10, 20)));
    }

    /** The table of 30, 10, 20 and 40 s of 100: p_o = 0.70, p_e = 0.4 · 0.5 + 0.6 · 0.5 = 0.50. */
    @Test
    void kappaIsOfTimeAndBeyondChance() {
        CoderComparison coders = compare(100, windows(0, 40), windows(10, 60));

        assertThat(coders.kappa().orNaN()).isCloseTo(0.4, within(1e-12));
        assertThat(compare(100, windows(0, 40), windows(0, 40)).kappa().orNaN()).isCloseTo(1, within(1e-12));
        assertThat(compare(100, windows(), windows()).kappa().reason()).contains("undefined");
    }

    @RepeatedTest(50)
    void theCodersMayBeExchanged(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Window> first = random(random);
        List<Window> second = random(random);
        CoderComparison one = compare(200, first, second);
        CoderComparison other = compare(200, second, first);

        assertThat(one.shared()).isEqualTo(other.shared());
        assertThat(one.onlyFirst()).isEqualTo(other.onlySecond());
        assertThat(one.kappa().orNaN()).isCloseTo(other.kappa().orNaN(), within(1e-12));
        assertThat(one.shared())
                .allSatisfy(b -> assertThat(b.widest().lengthSeconds()).isPositive());
    }

    @Test
    void aTimeOutOfOrderIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CodedInstant(5, 4));
        assertThatIllegalArgumentException().isThrownBy(CodedInstant::of);
    }

    private static CoderComparison compare(double seconds, List<Window> first, List<Window> second) {
        return CoderComparison.of(
                EpisodeKind.CRYING, timeline(first), timeline(second), BREATH, Window.ofSeconds(0, seconds));
    }

    private static Timeline timeline(List<Window> bouts) {
        return new Timeline(
                List.of(),
                bouts.stream()
                        .map(w -> new Episode(EpisodeKind.CRYING, "crying", w))
                        .toList());
    }

    private static List<Window> windows(double... ends) {
        return IntStream.range(0, ends.length / 2)
                .mapToObj(i -> Window.ofSeconds(ends[2 * i], ends[2 * i + 1]))
                .toList();
    }

    private static List<Window> random(Random random) {
        return random.ints(random.nextInt(6), 0, 180)
                .mapToObj(start -> Window.ofSeconds(start, start + 1 + random.nextInt(20)))
                .toList();
    }
}
