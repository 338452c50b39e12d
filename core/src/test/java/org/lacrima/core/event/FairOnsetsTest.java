package org.lacrima.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lacrima.core.event.EventContrast.PersonValue;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.Episode;
import org.lacrima.core.study.EpisodeKind;
import org.lacrima.core.study.Timeline;

/** Films begin at different session times: film time is what everybody shares. */
class FairOnsetsTest {
    private static final Viewer EARLY = Viewer.crier("early", new Window(100, 700), 200);
    private static final Viewer LATE = Viewer.crier("late", new Window(50, 650), 550);
    private static final Viewer DRY = Viewer.nonCrier("dry", new Window(0, 600));
    private static final Viewer LEFT = Viewer.nonCrier("left", new Window(10, 310));
    private static final List<Viewer> FOUR = List.of(EARLY, LATE, DRY, LEFT);

    private static List<String> ids(List<Viewer> viewers) {
        return viewers.stream().map(Viewer::id).toList();
    }

    @Test
    void filmTimeIsCountedFromTheStartOfTheFilm() {
        assertThat(EARLY.onsetFilmSeconds()).hasValue(100);
        assertThat(LATE.onsetFilmSeconds()).hasValue(500);
        assertThat(DRY.sessionSecondsAt(500)).isEqualTo(500);
        assertThat(LEFT.watchesAt(300)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Viewer.crier("x", new Window(0, 10), 10))
                .withMessageContaining("outside the film");
    }

    @Test
    void theOnsetIsTheFirstThatBeginsDuringTheFilm() {
        Timeline coded = new Timeline(
                List.of(),
                List.of(
                        new Episode(EpisodeKind.CRYING, "crying", new Window(90, 110)),
                        new Episode(EpisodeKind.CRYING, "crying", new Window(300, 310)),
                        new Episode(EpisodeKind.TEARS, "tears", new Window(150, 160))));

        assertThat(Viewer.of("p", new Window(100, 700), coded, EpisodeKind.CRYING)
                        .onsetSeconds())
                .hasValue(300);
        assertThat(Viewer.of("p", new Window(400, 700), coded, EpisodeKind.CRYING)
                        .cried())
                .isFalse();
    }

    /** At 100 s of film everybody else is at risk, the later crier too; at 500 s only who has not cried nor left. */
    @Test
    void aRiskSetHoldsWhoCouldHaveCriedThen() {
        List<MatchedOnset> sets = FairOnsets.riskSets(FOUR);

        assertThat(ids(sets.get(0).controls())).containsExactly("late", "dry", "left");
        assertThat(ids(sets.get(1).controls())).containsExactly("dry");
        assertThat(ids(FairOnsets.riskSets(FOUR, 2, 7).get(0).controls()))
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FairOnsets.riskSets(FOUR, 0, 7))
                .withMessageContaining("got 0");
    }

    @Test
    void whoLeftIsYokedToSomebodyWhoCriedBefore() {
        List<MatchedOnset> sets = FairOnsets.yoked(FOUR, 1);

        assertThat(sets).hasSize(2);
        assertThat(ids(sets.get(0).controls())).containsExactly("left");
        assertThat(ids(sets.get(1).controls())).containsExactly("dry");
    }

    @Test
    void everyCrierServesEquallyOften() {
        List<Viewer> many = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            many.add(Viewer.crier("c" + i, new Window(0, 600), 10 + 100 * i));
        }
        for (int i = 0; i < 12; i++) {
            many.add(Viewer.nonCrier("n" + i, new Window(0, 600)));
        }

        List<MatchedOnset> sets = FairOnsets.yoked(many, 42);

        assertThat(sets).hasSize(5).allSatisfy(s -> assertThat(s.controls()).hasSizeBetween(2, 3));
        assertThat(sets.stream().flatMap(s -> s.controls().stream()).map(Viewer::id))
                .hasSize(12)
                .doesNotHaveDuplicates();
        assertThat(FairOnsets.yoked(many, 42)).isEqualTo(sets);
        assertThat(FairOnsets.yoked(many, 43)).isNotEqualTo(sets);
    }

    @Test
    void matchesMayBeMadeByHand() {
        List<MatchedOnset> sets = FairOnsets.yoked(FOUR, Map.of("dry", "early", "left", "early"));

        assertThat(sets).hasSize(1);
        assertThat(ids(sets.get(0).controls())).containsExactly("dry", "left");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FairOnsets.yoked(FOUR, Map.of("dry", "left")))
                .withMessage("left did not cry and cannot be a match");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FairOnsets.yoked(FOUR, Map.of("nobody", "early")))
                .withMessageContaining("no viewer nobody");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FairOnsets.yoked(FOUR, Map.of("left", "late")))
                .withMessageContaining("left watched 300.0 s");
    }

    @Test
    void aSceneIsOneFilmTimeForAllWhoStillWatch() {
        MatchedOnset scene = FairOnsets.scene(FOUR, 400);

        assertThat(ids(scene.criers())).containsExactly("early", "late");
        assertThat(ids(scene.controls())).containsExactly("dry");
    }

    /** Dealt out anew, the film times stay what they were, and every viewer bears each as often as any other. */
    @Test
    void permutedOnsetsFallOnEverybodyAlike() {
        List<Viewer> viewers = List.of(EARLY, LATE, DRY, Viewer.nonCrier("dry too", new Window(20, 620)));
        Map<String, Integer> cried = new HashMap<>();

        for (int seed = 0; seed < 2000; seed++) {
            List<Viewer> dealt = FairOnsets.permuted(viewers, new Random(seed).nextLong());
            assertThat(dealt.stream()
                            .map(Viewer::onsetFilmSeconds)
                            .filter(OptionalDouble::isPresent)
                            .map(OptionalDouble::getAsDouble))
                    .containsExactlyInAnyOrder(100.0, 500.0);
            dealt.stream().filter(Viewer::cried).forEach(v -> cried.merge(v.id(), 1, Integer::sum));
        }

        // 2000 draws at one half: four standard errors are 89
        assertThat(cried.values()).hasSize(4).allSatisfy(n -> assertThat(n).isBetween(911, 1089));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FairOnsets.permuted(FOUR, 1))
                .withMessageContaining("left watched 300.0 s");
    }

    /** The response is the session time itself: who is asked at which time shows in the values. */
    @Test
    void theContrastAsksEverybodyAtTheSameFilmTime() {
        EventContrast contrast =
                EventContrast.of(FairOnsets.riskSets(FOUR), (viewer, onset) -> MetricValue.of("at", onset, Unit.S, 1));

        assertThat(contrast.criers())
                .containsExactly(
                        new PersonValue("early", MetricValue.of("at", 200, Unit.S, 1)),
                        new PersonValue("late", MetricValue.of("at", 550, Unit.S, 1)));
        // late at 150, dry at 100, left at 110 for the first onset; dry at 500 for the second
        assertThat(EventContrast.values(contrast.controls())).containsExactly(150, (100 + 500) / 2.0, 110);
        assertThat(contrast.differenceValues()).containsExactly(200 - 120, 550 - 500);
    }

    @Test
    void aResponseThatIsMissingIsLeftOutAndTold() {
        EventContrast contrast = EventContrast.of(
                FairOnsets.riskSets(FOUR),
                (viewer, onset) -> viewer.id().equals("late")
                        ? MetricValue.notEstimable("x", Unit.MS, "no beats")
                        : MetricValue.of("x", viewer.cried() ? 5 : 3, Unit.MS, 1));

        assertThat(contrast.differenceValues()).containsExactly(2);
        assertThat(contrast.differences().get(1).reason()).isEqualTo("crier: no beats");
        assertThat(EventContrast.values(contrast.criers())).containsExactly(5);
    }
}
