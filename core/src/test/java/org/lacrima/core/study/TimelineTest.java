package org.lacrima.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.core.series.Window;
import org.lacrima.core.series.WindowSet;

class TimelineTest {
    private static final Phase RECOVERY = new Phase("recovery", Role.RECOVERY, Window.ofSeconds(900, 1260));

    private static final Timeline FILM = new Timeline(
            List.of(
                    new Phase("film", Role.INDUCTION, Window.ofSeconds(300, 900)),
                    RECOVERY.inPartsOf(Duration.ofMinutes(2))),
            List.of(crying(640, 660), crying(500, 510), crying(513, 540), crying(950, 955)));

    @Test
    void aPhaseHasPartsThatAreFoundByTheirPath() {
        assertThat(FILM.phase("recovery/2").orElseThrow().window()).isEqualTo(Window.ofSeconds(1020, 1140));
        assertThat(FILM.phase("recovery").orElseThrow().parts()).hasSize(3);
        assertThat(FILM.phase("recovery/4")).isEmpty();
        assertThat(FILM.phase("rest/1")).isEmpty();
    }

    @Test
    void whatIsLeftAtTheEndIsNoPart() {
        assertThat(RECOVERY.inPartsOf(Duration.ofSeconds(100)).parts()).hasSize(3);
        assertThatIllegalArgumentException().isThrownBy(() -> RECOVERY.inPartsOf(Duration.ZERO));
    }

    @Test
    void partsLieInsideTheirPhaseAndApart() {
        Phase early = new Phase("early", Role.RECOVERY, Window.ofSeconds(900, 1000));
        Phase late = new Phase("late", Role.RECOVERY, Window.ofSeconds(1000, 1260));

        assertThat(RECOVERY.withParts(late, early).parts()).containsExactly(early, late);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> RECOVERY.withParts(early, new Phase("mid", Role.RECOVERY, Window.ofSeconds(950, 1050))))
                .withMessageContaining("overlaps the one before");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RECOVERY.withParts(new Phase("rest", Role.CUSTOM, Window.ofSeconds(0, 10))))
                .withMessageContaining("leaves it");
    }

    @Test
    void boutsThatABreathInterruptsAreOneBout() {
        WindowSet bouts = FILM.bouts(EpisodeKind.CRYING, Duration.ofSeconds(5));

        assertThat(bouts.first()).contains(Window.ofSeconds(500, 540));
        assertThat(bouts.later()).isEqualTo(WindowSet.of(Window.ofSeconds(640, 660), Window.ofSeconds(950, 955)));
    }

    @Test
    void oneIsAtRiskOfAFirstBoutUntilItBegins() {
        WindowSet film = WindowSet.of(Window.ofSeconds(300, 900));

        assertThat(FILM.atRiskOfFirst(EpisodeKind.CRYING, film).windows()).containsExactly(Window.ofSeconds(300, 500));
        assertThat(FILM.atRiskOfAny(EpisodeKind.CRYING, film).totalSeconds()).isEqualTo(600 - 10 - 27 - 20);
        assertThat(FILM.atRiskOfFirst(EpisodeKind.YAWN, film)).isEqualTo(film);
    }

    @ParameterizedTest
    @CsvSource({
        "Sobs, SOB",
        "sighing, SIGH",
        "yawn, YAWN",
        "LAUGHTER, LAUGH",
        "trembling, TREMBLE",
        "weeping, CRYING",
        "tears, TEARS"
    })
    void codersWordsNameTheKind(String word, EpisodeKind kind) {
        assertThat(EpisodeKind.parse(word)).contains(kind);
    }

    @Test
    void aWordOfTheirOwnIsNone() {
        assertThat(EpisodeKind.parse("gulp")).isEmpty();
    }

    private static Episode crying(double start, double end) {
        return new Episode(EpisodeKind.CRYING, "crying", Window.ofSeconds(start, end));
    }
}
