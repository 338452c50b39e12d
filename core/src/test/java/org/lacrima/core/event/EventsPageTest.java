package org.lacrima.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lacrima.core.PageExamples;
import org.lacrima.core.event.GrandAverage.Band;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.rsa.Breath;
import org.lacrima.core.rsa.BreathingHonesty;
import org.lacrima.core.rsa.BreathingMask;
import org.lacrima.core.rsa.BreathingReport;
import org.lacrima.core.rsa.HeartAndBreath;
import org.lacrima.core.rsa.MeasuredRespiration;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.Episode;
import org.lacrima.core.study.EpisodeKind;
import org.lacrima.core.study.Phase;
import org.lacrima.core.study.Role;

/** The examples of docs/events.md, run. */
class EventsPageTest {
    private final BeatSeries beats =
            BeatSeries.ofMillis(new Random(1).doubles(800, 700, 900).toArray());
    private final Window rest = new Window(0, 120);
    private final List<Window> bouts = List.of(new Window(200, 230), new Window(350, 420));
    private final EventLocked aroundOnset = EventLocked.onset(
                    Duration.ofSeconds(30), Duration.ofSeconds(120), Duration.ofSeconds(1))
            .against(EventBaseline.during(rest));

    @Test
    void everyExampleOfThePageIsHere() throws IOException {
        PageExamples.assertThatBlocksOf("docs/events.md", EventsPageTest.class);
    }

    @Test
    void aPersonAndAGroup() {
        EventResponse another = aroundOnset.of(EventCourse.heartPeriod(beats), new Window(300, 310));

        EventCourse period = EventCourse.heartPeriod(beats);
        EventLocked aroundOnset = EventLocked.onset(
                        Duration.ofSeconds(30), Duration.ofSeconds(120), Duration.ofSeconds(1))
                .against(EventBaseline.during(rest));
        EventResponse person = aroundOnset.of(period, bouts);
        MetricValue firstMinute = person.mean(0, 60);
        GrandAverage.Result group =
                GrandAverage.withDefaults().with(Band.SIMULTANEOUS).of(List.of(person, another));

        assertThat(firstMinute.isEstimable()).isTrue();
        assertThat(group.bins()).hasSize(150);
    }

    @Test
    void fairOnsets() {
        List<Viewer> viewers =
                List.of(Viewer.crier("a", new Window(120, 500), 200), Viewer.nonCrier("b", new Window(120, 500)));

        EventContrast contrast = EventContrast.of(
                FairOnsets.riskSets(viewers),
                (viewer, onset) -> aroundOnset
                        .of(courseOf(viewer), new Window(onset, onset))
                        .mean(0, 60));
        double[] differences = contrast.differenceValues();

        assertThat(differences).containsExactly(0);
    }

    private EventCourse courseOf(Viewer viewer) {
        assertThat(viewer.id()).isIn("a", "b");
        return EventCourse.heartPeriod(beats);
    }

    @Test
    void breathingHonesty() {
        List<Episode> coded = List.of(
                new Episode(EpisodeKind.CRYING, "crying", new Window(320, 420)),
                new Episode(EpisodeKind.SOB, "sob", new Window(330, 340)),
                new Episode(EpisodeKind.CUSTOM, "speech", new Window(400, 410)));
        List<Breath> taken = new ArrayList<>();
        for (int i = 0; i < 140; i++) {
            taken.add(Breath.ofSeconds(4 * i, 4 * i + 1.5, 4 * i + 4));
        }
        MeasuredRespiration breaths = new MeasuredRespiration(taken, Unit.ONE, "belt");
        List<Phase> phases = List.of(
                new Phase("baseline", Role.BASELINE, new Window(0, 300)),
                new Phase("recovery", Role.RECOVERY, new Window(300, 600)));

        BreathingMask mask = BreathingMask.ofEpisodes(coded, EpisodeKind.SOB)
                .and(BreathingMask.ofLabels(coded, Set.of("speech", "breath-hold")));
        BreathingReport report = BreathingHonesty.withDefaults()
                .report(HeartAndBreath.of(beats, breaths), phases, "baseline", "recovery", mask, coded);
        System.out.println(report.summary());

        assertThat(report.summary()).contains("20 % of crying from 320.0 s to 420.0 s is lost");
    }
}
