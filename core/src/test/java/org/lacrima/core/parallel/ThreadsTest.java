package org.lacrima.core.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadsTest {
    private static final List<Integer> PARTS = IntStream.range(0, 500).boxed().toList();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void resultsKeepTheOrderOfTheParts(int threads) {
        assertThat(Threads.of(threads).map(PARTS, part -> Math.sqrt(part)))
                .isEqualTo(PARTS.stream().map(part -> Math.sqrt(part)).toList());
        assertThat(Threads.of(threads).map(List.<Integer>of(), part -> part)).isEmpty();
    }

    @Test
    void oneThreadIsTheCallersOwn() {
        Set<Thread> used = ConcurrentHashMap.newKeySet();
        Threads.one().map(PARTS, part -> used.add(Thread.currentThread()));

        assertThat(used).containsExactly(Thread.currentThread());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void failsAsTheFirstPartThatFails(int threads) {
        assertThatThrownBy(() -> Threads.of(threads).map(PARTS, part -> {
                    if (part % 100 == 37) {
                        throw new IllegalArgumentException("part " + part);
                    }
                    return part;
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("part 37");
    }

    @Test
    void needsAThread() {
        assertThatThrownBy(() -> Threads.of(0)).hasMessage("number of threads must be at least 1, got 0");
        assertThat(Threads.all().count()).isPositive();
    }
}
