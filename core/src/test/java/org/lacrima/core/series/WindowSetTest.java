package org.lacrima.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class WindowSetTest {
    private static final int SECONDS = 60;

    @Test
    void windowsThatOverlapOrTouchAreOne() {
        WindowSet set = WindowSet.of(window(20, 30), window(0, 10), window(10, 15), window(25, 28), window(40, 40));

        assertThat(set.windows()).containsExactly(window(0, 15), window(20, 30));
        assertThat(set.totalSeconds()).isEqualTo(25);
        assertThat(set.extent()).contains(window(0, 30));
    }

    @Test
    void timeAtRiskIsObservedTimeWithoutTheBouts() {
        WindowSet film = WindowSet.of(window(300, 720));
        WindowSet bouts = WindowSet.of(window(500, 560), window(700, 730));

        assertThat(film.minus(bouts).windows()).containsExactly(window(300, 500), window(560, 700));
        assertThat(film.intersection(bouts).windows()).containsExactly(window(500, 560), window(700, 720));
    }

    @Test
    void boutsThatABreathInterruptsAreOneBout() {
        WindowSet bouts = WindowSet.of(window(100, 110), window(115, 130), window(150, 160));

        assertThat(bouts.mergingGapsUpTo(Duration.ofSeconds(5)).windows())
                .containsExactly(window(100, 130), window(150, 160));
        assertThat(bouts.withoutShorterThan(Duration.ofSeconds(15)).windows()).containsExactly(window(115, 130));
        assertThatIllegalArgumentException().isThrownBy(() -> bouts.mergingGapsUpTo(Duration.ofSeconds(-1)));
    }

    @Test
    void nothingHasNoExtent() {
        assertThat(WindowSet.EMPTY.isEmpty()).isTrue();
        assertThat(WindowSet.EMPTY.extent()).isEmpty();
        assertThat(WindowSet.of(window(5, 5))).isEqualTo(WindowSet.EMPTY);
    }

    @Test
    void theFirstBoutAndTheLaterOnes() {
        WindowSet bouts = WindowSet.of(window(500, 560), window(700, 730), window(800, 810));

        assertThat(bouts.first()).contains(window(500, 560));
        assertThat(bouts.later()).isEqualTo(WindowSet.of(window(700, 730), window(800, 810)));
        assertThat(bouts.before(520).windows()).containsExactly(window(500, 520));
        assertThat(bouts.from(720).windows()).containsExactly(window(720, 730), window(800, 810));
        assertThat(bouts.gapsWithin(window(550, 900)).windows())
                .containsExactly(window(560, 700), window(730, 800), window(810, 900));
        assertThat(WindowSet.EMPTY.first()).isEmpty();
        assertThat(WindowSet.EMPTY.later().isEmpty()).isTrue();
    }

    @RepeatedTest(200)
    void theLawsOfSetsHold(RepetitionInfo repetition) {
        Random random = new Random(1000 + repetition.getCurrentRepetition());
        WindowSet a = randomSet(random);
        WindowSet b = randomSet(random);
        WindowSet c = randomSet(random);
        Window all = window(0, SECONDS);
        double cut = random.nextInt(SECONDS);

        assertThat(a.union(b)).isEqualTo(b.union(a));
        assertThat(a.union(b.intersection(c)))
                .as("distribution")
                .isEqualTo(a.union(b).intersection(a.union(c)));
        assertThat(a.intersection(b.union(c)))
                .as("distribution")
                .isEqualTo(a.intersection(b).union(a.intersection(c)));
        assertThat(a.union(b).gapsWithin(all))
                .as("De Morgan")
                .isEqualTo(a.gapsWithin(all).intersection(b.gapsWithin(all)));
        assertThat(a.gapsWithin(all).intersection(a).isEmpty())
                .as("contradiction")
                .isTrue();
        assertThat(a.gapsWithin(all).gapsWithin(all)).as("double negation").isEqualTo(a);
        assertThat(a.minus(b)).isEqualTo(a.intersection(b.gapsWithin(all)));
        assertThat(a.before(cut).union(a.from(cut)))
                .as("before and from are all")
                .isEqualTo(a);
        assertThat(a.before(cut).intersection(a.from(cut)).isEmpty()).isTrue();
        assertThat(a.during(all)).isEqualTo(a);
        assertThat(WindowSet.of(a.first().stream().toList()).union(a.later())).isEqualTo(a);
    }

    /** On whole seconds a set of windows is a set of bits, whose algebra the JDK knows. */
    @RepeatedTest(200)
    void theAlgebraIsThatOfSets(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        WindowSet a = randomSet(random);
        WindowSet b = randomSet(random);

        BitSet union = bits(a);
        union.or(bits(b));
        BitSet intersection = bits(a);
        intersection.and(bits(b));
        BitSet difference = bits(a);
        difference.andNot(bits(b));

        assertThat(bits(a.union(b))).isEqualTo(union);
        assertThat(bits(a.intersection(b))).isEqualTo(intersection);
        assertThat(bits(a.minus(b))).isEqualTo(difference);
        assertThat(a.minus(b).totalSeconds() + a.intersection(b).totalSeconds()).isEqualTo(a.totalSeconds());
        for (WindowSet set : List.of(a.union(b), a.intersection(b), a.minus(b))) {
            assertThat(set).as("disjoint, in order, none empty").isEqualTo(WindowSet.of(set.windows()));
            for (int second = 0; second < SECONDS; second++) {
                assertThat(set.contains(second)).isEqualTo(bits(set).get(second));
            }
        }
    }

    private static WindowSet randomSet(Random random) {
        List<Window> windows = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            int start = random.nextInt(SECONDS);
            windows.add(window(start, Math.min(SECONDS, start + random.nextInt(15))));
        }
        return WindowSet.of(windows);
    }

    private static BitSet bits(WindowSet set) {
        BitSet bits = new BitSet();
        set.windows().forEach(w -> bits.set((int) w.startSeconds(), (int) w.endSeconds()));
        return bits;
    }

    private static Window window(double start, double end) {
        return Window.ofSeconds(start, end);
    }
}
