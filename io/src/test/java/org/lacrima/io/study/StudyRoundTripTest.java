package org.lacrima.io.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.simulate.StudyDesign;
import org.lacrima.core.simulate.StudySimulator;
import org.lacrima.core.study.Phase;
import org.lacrima.core.study.SalivaSeries;
import org.lacrima.core.study.Session;
import org.lacrima.core.study.Study;
import org.lacrima.core.study.Timeline;
import org.lacrima.io.Loaded;
import org.lacrima.io.Strictness;

/** What is written is read again, to the last bit. */
class StudyRoundTripTest {
    @TempDir
    Path temporary;

    @Test
    void aStudyIsTheSameAfterWritingAndReading() throws IOException {
        Study written = StudySimulator.of(StudyDesign.withDefaults().withBelt(StudyDesign.BeltDesign.withDefaults()))
                .withSeed(7)
                .simulate()
                .study();
        Path folder = temporary.resolve("study");
        StudyWriter.withDefaults().write(written, folder);

        Loaded<Study> loaded = StudyReader.withDefaults().read(folder);

        assertThat(loaded.problems()).isEmpty();
        Study read = loaded.value();
        assertThat(read.name()).isEqualTo(written.name());
        assertThat(read.plan()).isEqualTo(written.plan());
        assertThat(read.sessions()).hasSameSizeAs(written.sessions());
        for (int i = 0; i < written.sessions().size(); i++) {
            Session before = written.sessions().get(i);
            Session after = read.sessions().get(i);
            assertThat(after.participant()).isEqualTo(before.participant());
            assertThat(after.beats()).isEqualTo(before.beats());
            assertThat(after.timeline()).isEqualTo(before.timeline());
            assertThat(after.saliva()).isEqualTo(before.saliva());
            assertThat(after.signals()).isEqualTo(before.signals());
            assertThat(after.ratings()).hasSameSizeAs(before.ratings());
            for (TimedValues rating : before.ratings()) {
                TimedValues again = after.ratings(rating.name()).orElseThrow();
                assertThat(again.unit()).isEqualTo(rating.unit());
                assertThat(again.toSeconds()).containsExactly(rating.toSeconds());
                assertThat(again.toArray()).containsExactly(rating.toArray());
            }
        }
    }

    @Test
    void partsOfPhasesAndOfPartsStayParts() throws IOException {
        Study whole = StudySimulator.of(StudyDesign.withDefaults())
                .withSeed(7)
                .simulate()
                .study();
        Session first = whole.sessions().get(0);
        List<Phase> phases = new ArrayList<>();
        for (Phase phase : first.timeline().phases()) {
            List<Phase> parts =
                    new ArrayList<>(phase.inPartsOf(Duration.ofSeconds(100)).parts());
            parts.replaceAll(part -> part.inPartsOf(Duration.ofSeconds(50)));
            phases.add(new Phase(phase.name(), phase.role(), phase.window(), parts));
        }
        Timeline timeline = new Timeline(phases, first.timeline().episodes());
        Session divided = new Session(
                first.participant(), first.beats(), timeline, first.saliva(), first.ratings(), first.signals());
        Path folder = temporary.resolve("study");
        StudyWriter.withDefaults().write(new Study(whole.name(), whole.plan(), List.of(divided)), folder);

        Loaded<Study> loaded =
                StudyReader.withDefaults().with(Strictness.LENIENT).read(folder);

        Timeline read = loaded.value().sessions().get(0).timeline();
        assertThat(read).isEqualTo(timeline);
        assertThat(read.phase("baseline/2/1")).isPresent();
    }

    @Test
    void whoGaveNoSalivaAndRatedNothingStaysInTheFolder() throws IOException {
        Study whole = StudySimulator.of(StudyDesign.withDefaults())
                .withSeed(7)
                .simulate()
                .study();
        List<Session> sessions = new ArrayList<>(whole.sessions().subList(0, 3));
        Session first = sessions.get(0);
        sessions.set(
                0,
                new Session(
                        first.participant(), first.beats(), first.timeline(), List.of(), List.of(), first.signals()));
        Path folder = temporary.resolve("study");
        StudyWriter.withDefaults().write(new Study(whole.name(), whole.plan(), sessions), folder);

        Loaded<Study> loaded = StudyReader.withDefaults().read(folder);

        assertThat(loaded.problems()).isEmpty();
        Session read = loaded.value().sessions().get(0);
        assertThat(read.saliva())
                .flatMap(SalivaSeries::samples)
                .noneMatch(s -> s.concentration().isPresent());
        assertThat(read.ratings()).isEmpty();
    }
}
