package org.lacrima.core.beats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StretchesTest {

    @Test
    void aChangeIsLookedAtWithWhatItReachesAndNothingElse() {
        Stretches stretches = new Stretches(100_000, 50);
        stretches.keep(0, 5000, 0, true, false);
        stretches.keep(5001, 100_000, 5002, false, true);

        assertThat(stretches.parts()).containsExactly(new int[] {4950, 5051});
    }

    @Test
    void endsThatMovedAreLookedAtAgain() {
        Stretches stretches = new Stretches(1000, 50);
        stretches.keep(0, 1000, 3, false, false);

        assertThat(stretches.parts()).containsExactly(new int[] {0, 50}, new int[] {950, 1000});
        double[] before = new double[1010];
        before[53] = 7;
        double[] after = new double[1000];
        stretches.copyOthers(before, after);
        assertThat(after[50]).isEqualTo(7);
    }

    @Test
    void aStretchTooShortKeepsNothing() {
        Stretches stretches = new Stretches(90, 50);
        stretches.keep(0, 90, 1, false, false);

        assertThat(stretches.parts()).containsExactly(new int[] {0, 90});
        assertThat(Stretches.whole(0).parts()).isEmpty();
    }
}
