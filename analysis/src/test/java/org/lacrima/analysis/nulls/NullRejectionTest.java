package org.lacrima.analysis.nulls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacrima.analysis.stats.SimulatedPower;

/**
 * Where nothing differs, a test at 5 % rejects one study in twenty: over simulated studies of twelve people the share of
 * rejections has 5 %, or the range that is known and explained for the test, within its exact 99.9 % interval. The page
 * docs/statistics-null.md has the same with more people and more studies.
 */
class NullRejectionTest {

    private static final int STUDIES = 150;

    static Stream<Named<NullCase>> tests() {
        return NullSection.all().stream()
                .flatMap(section -> section.cases().stream())
                .map(test -> Named.of(test.name(), test));
    }

    @ParameterizedTest
    @MethodSource("tests")
    void rejectsOneStudyInTwenty(NullCase test) {
        SimulatedPower.Result result = NullPage.rejections(test, NullPage.SIZES[0], STUDIES);

        assertThat(result.interval().low()).as(result.apa()).isLessThanOrEqualTo(test.most());
        assertThat(result.interval().high()).as(result.apa()).isGreaterThanOrEqualTo(test.least());
    }

    @Test
    void thePageSaysWhyATestDoesNotKeepItsLevel() {
        NullCase never = NullCase.of("never", (random, n) -> 1).between(0, 0.05, "it never rejects");
        NullCase exact = NullCase.of("exact", (random, n) -> random.nextDouble());
        NullSection section = new NullSection("Made", "Nothing.", "people", List.of(never, exact));

        assertThat(NullPage.page(List.of(section), 500))
                .contains("| never | **0.0 %** [0.0, 1.5] |")
                .contains("- never: it never rejects.")
                .doesNotContain("no reason is known");
    }
}
