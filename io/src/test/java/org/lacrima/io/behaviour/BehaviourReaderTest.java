package org.lacrima.io.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.EpisodeKind;
import org.lacrima.core.study.Role;
import org.lacrima.core.study.Timeline;
import org.lacrima.io.Loaded;
import org.lacrima.io.Strictness;
import org.lacrima.io.StudyReadException;
import org.lacrima.io.TextMutants;

class BehaviourReaderTest {
    @TempDir
    Path folder;

    private static final String TABULAR = """
            Observation id\tfilm\t\t\t\t\t\t\t

            independent variables\t\t\t\t\t\t\t\t
            arm\tsad\t\t\t\t\t\t\t

            Time\tMedia file path\tTotal length\tFPS\tSubject\tBehavior\tBehavioral category\tComment\tStatus
            0\tv.mp4\t900\t25\tNo focal subject\tphase/baseline\t\t\tSTART
            300.0\tv.mp4\t900\t25\tNo focal subject\tphase/baseline\t\t\tSTOP
            421.5\tv.mp4\t900\t25\tp07\tcry\t\tquiet\tSTART
            00:07:10.250\tv.mp4\t900\t25\tp07\tsob\t\t\tPOINT
            455,25\tv.mp4\t900\t25\tp07\tcry\t\tloud\tSTOP
            430\tv.mp4\t900\t25\tp08\tlaugh\t\t\tSTART
            431\tv.mp4\t900\t25\tp08\tlaugh\t\t\tSTOP
            """;

    private static final String EAF = """
            <?xml version="1.0" encoding="UTF-8"?>
            <ANNOTATION_DOCUMENT AUTHOR="ann" DATE="2020-01-01" FORMAT="3.0">
            <HEADER TIME_UNITS="milliseconds"/>
            <TIME_ORDER><TIME_SLOT TIME_SLOT_ID="t1" TIME_VALUE="1000"/><TIME_SLOT TIME_SLOT_ID="t2"/>
            <TIME_SLOT TIME_SLOT_ID="t3"/><TIME_SLOT TIME_SLOT_ID="t4" TIME_VALUE="2500"/></TIME_ORDER>
            <TIER TIER_ID="crying" PARTICIPANT="p07">
            <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="t1" TIME_SLOT_REF2="t2">
            <ANNOTATION_VALUE>tears</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
            <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a2" TIME_SLOT_REF1="t2" TIME_SLOT_REF2="t3">
            <ANNOTATION_VALUE></ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
            <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a3" TIME_SLOT_REF1="t3" TIME_SLOT_REF2="t4">
            <ANNOTATION_VALUE>s&amp;b</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
            <TIER TIER_ID="note" PARENT_REF="crying" PARTICIPANT="p07"><ANNOTATION>
            <REF_ANNOTATION ANNOTATION_ID="a4" ANNOTATION_REF="a3"><ANNOTATION_VALUE>loud</ANNOTATION_VALUE></REF_ANNOTATION>
            </ANNOTATION></TIER></ANNOTATION_DOCUMENT>
            """;

    private static final String OBSERVER = """
            Date_Time_Absolute_dmy_hmsf;Time_Relative_hmsf;Duration_sf;Observation;Event_Log;Subject;Behavior;Modifier_1;Event_Type;Comment
            1.1.2020 10:00:00;0:00:05,500;3,000;film;log;p07;weeping;soft;State start;
            1.1.2020 10:00:03;0:00:08,500;0;film;log;p07;weeping;;State stop;
            1.1.2020 10:00:04;0:00:09,000;0;film;log;p07;sigh;;Point;deep
            """;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("coded.txt"), content);
    }

    private Loaded<List<CodedObservation>> read(String content) throws IOException {
        return BehaviourReader.withDefaults().read(file(content));
    }

    private static AbstractListAssert<?, ?, Tuple, ?> assertThatEvents(CodedObservation observation) {
        return Assertions.assertThat(observation.events())
                .extracting(
                        CodedEvent::subject,
                        CodedEvent::behaviour,
                        e -> e.window().startSeconds(),
                        e -> e.window().endSeconds());
    }

    @Test
    void makesBoutsOfStartsAndStopsForEachSubject() throws IOException {
        Loaded<List<CodedObservation>> loaded = read(TABULAR);
        CodedObservation film = loaded.value().get(0);

        assertThat(loaded.problems()).isEmpty();
        assertThat(film.name()).isEqualTo("film");
        assertThat(film.variables()).containsEntry("arm", "sad");
        assertThat(film.subjects()).containsExactly("", "p07", "p08");
        assertThatEvents(film)
                .containsExactly(
                        tuple("", "phase/baseline", 0.0, 300.0),
                        tuple("p07", "cry", 421.5, 455.25),
                        tuple("p08", "laugh", 430.0, 431.0),
                        tuple("p07", "sob", 430.25, 430.25));
        assertThat(film.events().get(1).comment()).isEqualTo("quiet / loud");

        Timeline timeline = film.shiftedBySeconds(10).timeline("p07");
        assertThat(timeline.phase(Role.BASELINE).orElseThrow().window()).isEqualTo(new Window(10, 310));
        assertThat(timeline.episodes(EpisodeKind.CRYING).get(0).window()).isEqualTo(new Window(431.5, 465.25));
        assertThat(timeline.episodes(EpisodeKind.SOB)).hasSize(1);
        assertThat(timeline.episodes(EpisodeKind.LAUGH)).isEmpty();
    }

    @Test
    void readsTheSameFromAnyEncodingDelimiterAndLineEnd() throws IOException {
        List<CodedObservation> expected = read(TABULAR).value();
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
            byte[] bytes = TABULAR.replace("\n", "\r\n").getBytes(charset);
            Path file = Files.write(folder.resolve("other.tsv"), bytes);
            assertThat(BehaviourReader.withDefaults().read(file).value()).isEqualTo(expected);
        }
        assertThat(read("\uFEFF" + TABULAR.replace('\t', ';')).value()).isEqualTo(expected);
    }

    @Test
    void readsTheLongTableOfNewerVersionsWithSeveralObservations() throws IOException {
        List<CodedObservation> read = read("""
                        Observation id,Observation date,arm,Subject,Behavior,Behavioral category,Modifier #1,Behavior type,Time,Comment
                        a,2024-01-01,sad,p1,cry,affect,,START,1.5,
                        a,2024-01-01,sad,p1,cry,affect,,STOP,3.5,
                        b,2024-01-02,neutral,p2,sigh,affect,deep,POINT,2,
                        """).value();

        assertThat(read).extracting(CodedObservation::name).containsExactly("a", "b");
        assertThatEvents(read.get(0)).containsExactly(tuple("p1", "cry", 1.5, 3.5));
        assertThat(read.get(1).events().get(0).modifier()).isEqualTo("deep");
        assertThat(read.get(1).variables()).containsEntry("arm", "neutral");
    }

    @Test
    void givesAnnotationsWithoutTimesTheirShareOfTheTimeBetween() throws IOException {
        Loaded<List<CodedObservation>> loaded = read(EAF);
        CodedObservation read = loaded.value().get(0);

        assertThatEvents(read)
                .containsExactly(
                        tuple("p07", "tears", 1.0, 1.5),
                        tuple("p07", "crying", 1.5, 2.0),
                        tuple("p07", "s&b", 2.0, 2.5),
                        tuple("p07", "loud", 2.0, 2.5));
        assertThat(read.timeline("p07").episodes(EpisodeKind.TEARS)).hasSize(1);
        assertThat(read.timeline("p07").episodes(EpisodeKind.CRYING)).hasSize(2);
        assertThat(loaded.notes()).anyMatch(n -> n.contains("2 times are not in the file"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crying\tp07\t00:00:01.000\t1.0\t1000\t00:00:02.500\t2.5\t2500\t00:00:01.500\t1.5\t1500\ttears\n"
                        + "crying\tp07\t00:00:04.000\t4.0\t4000\t00:00:04.250\t4.25\t4250\t00:00:00.250\t0.25\t250\tsob\n",
                "Tier\tParticipant\tBegin Time - hh:mm:ss.ms\tBegin Time - ss.msec\tEnd Time - hh:mm:ss.ms\tEnd Time - ss.msec\tAnnotation\n"
                        + "crying\tp07\t00:00:01.000\t1.0\t00:00:02.500\t2.5\ttears\n"
                        + "crying\tp07\t00:00:04.000\t4.0\t00:00:04.250\t4.25\tsob\n",
                "Tier\tParticipant\tBegin Time - msec\tEnd Time - msec\tAnnotation\n"
                        + "crying\tp07\t1000\t2500\ttears\ncrying\tp07\t4000\t4250\tsob\n",
                "crying\tp07\t1000\t2500\t1500\ttears\ncrying\tp07\t4000\t4250\t250\tsob\n",
            })
    void readsTextThatElanExportsWhateverItsColumns(String content) throws IOException {
        assertThatEvents(read(content).value().get(0))
                .containsExactly(tuple("p07", "tears", 1.0, 2.5), tuple("p07", "sob", 4.0, 4.25));
    }

    @Test
    void readsEventLogsOfTheObserver() throws IOException {
        CodedObservation film = read(OBSERVER).value().get(0);

        assertThat(film.name()).isEqualTo("film");
        assertThatEvents(film).containsExactly(tuple("p07", "weeping", 5.5, 8.5), tuple("p07", "sigh", 9.0, 9.0));
        assertThat(film.events().get(0).modifier()).isEqualTo("soft");
        assertThatEvents(read(OBSERVER.replace("Time_Relative_hmsf", "Relative.Time.hmsf"))
                        .value()
                        .get(0))
                .hasSize(2);
    }

    @Test
    void pointsOutStartsWithoutStopAndStopsWithoutStart() throws IOException {
        Loaded<List<CodedObservation>> loaded =
                read(TABULAR.replace("431\tv.mp4\t900\t25\tp08", "429\tv.mp4\t900\t25\tp08"));

        assertThat(loaded.problems())
                .extracting(Object::toString)
                .containsExactly(
                        "coded.txt:13: warning: \"laugh\" of \"p08\" stops, and nothing started it: left out; code its start",
                        "coded.txt:12: warning: \"laugh\" of \"p08\" starts and never stops: left out; code its stop");
        assertThat(loaded.value().get(0).unpaired()).hasSize(1);
    }

    @Test
    void refusesPhasesThatOverlapAndLeavesThemOutWhenLenient() throws IOException {
        String overlapping =
                TABULAR + "100\tv\t\t\tp07\tphase/film\t\t\tSTART\n400\tv\t\t\tp07\tphase/film\t\t\tSTOP\n";

        assertThatThrownBy(() -> read(overlapping))
                .isInstanceOf(StudyReadException.class)
                .hasMessageContaining("coded.txt:14: \"phase/film\"");
        assertThat(BehaviourReader.withDefaults()
                        .with(Strictness.LENIENT)
                        .read(file(overlapping))
                        .value()
                        .get(0)
                        .timeline("p07")
                        .phases())
                .hasSize(1);
    }

    @Test
    void refusesWhatIsNoCodedBehaviour() {
        assertThatThrownBy(() -> read("subject,S0\na,1\n")).hasMessageContaining("no table of coded behaviour");
        assertThatThrownBy(() -> read("")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> read("{}")).hasMessageContaining("no project of BORIS");
        assertThatThrownBy(() -> read("<svg/>")).hasMessageContaining("no annotation document");
        assertThatThrownBy(() -> read(TABULAR.replace("421.5", "4215x")))
                .hasMessageContaining("\"4215x\" is not a time");
        assertThatThrownBy(() -> read(TABULAR.replace("STOP", "END")))
                .hasMessageContaining("none of START, STOP and POINT");
    }

    @Test
    void neverFailsOtherwiseThanByItsReasons() throws IOException {
        BehaviourReader reader = BehaviourReader.withDefaults().with(Strictness.LENIENT);
        String project = """
                {"time_format":"hh:mm:ss","behaviors_conf":{"0":{"code":"cry","type":"State event"}},
                "observations":{"o":{"date":"2020","time offset":0.0,"independent_variables":{"a":"1"},
                "events":[[1.0,"p","cry","",""],[2.5,"p","cry","",""],[3.0,"","x","m|n","c"]]}}}
                """;
        for (String content : List.of(TABULAR, EAF, OBSERVER, project, "crying\tp07\t1000\t2500\t1500\ttears\n")) {
            TextMutants.of(
                    file(content),
                    7,
                    f -> reader.read(f).value().forEach(o -> o.subjects().forEach(o::timeline)));
        }
    }
}
