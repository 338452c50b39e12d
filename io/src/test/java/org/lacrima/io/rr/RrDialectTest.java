package org.lacrima.io.rr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacrima.io.Corpus;
import org.lacrima.io.Loaded;
import org.lacrima.io.Marker;
import org.lacrima.io.Strictness;
import org.lacrima.io.StudyReadException;
import org.lacrima.io.TextMutants;

/** What devices and programs write around their intervals. */
class RrDialectTest {
    private static final String HRM = """
            [Params]
            Version=106
            SMode=000000000
            Date=20141215
            StartTime=19:59:34.0
            Interval=238

            [Note]
            after the film

            [IntTimes]
            00:00:01.6\t72\t70\t72\t75
            0\t0\t0
            00:00:02.4\t72\t70\t72\t75

            [HRData]
            812
            830
            815
            """;
    private static final String VNS = """
            Korrektur\tAktiv

            Hauptparameter der VNS Analyse - Rohwerte (Nicht aktiv)
            mainParameterSI\tmainParameterRMSSD
            10.00\t23.04

            RR-Intervalle - Rohwerte (Nicht aktiv)
            0.812\tNotiz: Start Ruhe
            0.830\t
            0.815\tNotiz: Ende

            RR-Intervalle - Korrigierte Werte (Aktiv)
            0.900
            0.900
            0.900
            """;
    private static final String SML = """
            <?xml version="1.0" encoding="utf-8"?>
            <sml xmlns="http://www.suunto.com/schemas/sml"><DeviceLog><Header><Duration>3</Duration></Header>
            <R-R><Data>812 830
            815</Data></R-R></DeviceLog></sml>
            """;

    @TempDir
    Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Loaded<BeatRecording> read(String content) throws IOException {
        return RrReader.withDefaults().readRecording(file("p07.txt", content));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HRM,
                VNS,
                SML,
                "<openambitlog><Samples><IBI>812 830</IBI><IBI>815</IBI></Samples></openambitlog>",
                "STARTTIME=01.02.2005 10:11.12\n[CUSTOM1]\n812\n830\n815\n",
                "Phone timestamp;RR-interval [ms]\n2023-01-01T23:59:59.1;812\n2023-01-01T23:59:59.9;830\n"
                        + "2023-01-02T00:00:00.7;815\n",
                "timestamp,rr,since_start\n\n1622992269000,812,0\n1622992269830,830,830\n1622992270645,815,1645\n",
                "date, rr, since start\n\n2025-03-15 11:03:00 +0000, 812, 0\n2025-03-15 11:03:00 +0000, 830, 812\n"
                        + "2025-03-15 11:03:01 +0000, 815, 1642\n",
                "0.812 812\n1.642 830\n2.457 815\n",
                "0.812\t0.812\n1.642\t0.830\n2.457\t0.815\n",
                "1680686620.000000, IBI\n0.812,0.812\n1.642,0.830\n2.457,0.815\n",
                "Elapsed time (ms),RR interval (ms)\n812,812\n1642,830\n2457,815\n",
            })
    void findsTheIntervals(String content) throws IOException {
        for (String same : List.of(content, content.replace("\n", "\r\n"), "\uFEFF" + content)) {
            BeatRecording read = read(same).value();

            assertThat(read.beats().toMillis()).containsExactly(new double[] {812, 830, 815}, within(1e-9));
            assertThat(read.beats().gapCount()).isZero();
            assertThat(read.beats().extent().endSeconds()).isLessThan(4);
        }
    }

    @Test
    void keepsWhatWasMarkedAndWhenItBegan() throws IOException {
        BeatRecording polar = read(HRM).value();
        assertThat(polar.markers()).containsExactly(Marker.at(1.6, "lap 1"), Marker.at(2.4, "lap 2"));
        assertThat(polar.start()).contains(LocalDateTime.of(2014, 12, 15, 19, 59, 34));
        assertThat(read(HRM).notes()).anyMatch(n -> n.contains("after the film"));

        Path vns = file("VNS - 15.03.2025 09.07 Langzeit.txt", VNS);
        BeatRecording analysed = RrReader.withDefaults().readRecording(vns).value();
        assertThat(analysed.markers()).extracting(Marker::text).containsExactly("Start Ruhe", "Ende");
        assertThat(analysed.markers().get(1).onsetSeconds()).isEqualTo(2.457, within(1e-12));
        assertThat(analysed.start()).contains(LocalDateTime.of(2025, 3, 15, 9, 7));
    }

    @Test
    void leavesOutWhatPolarItselfBlocksAsAGap() throws IOException {
        Loaded<BeatRecording> read = read("""
                Phone Data RX timestamp;PP-interval [ms];error estimate [ms];blocker;contact;contact;hr [bpm]
                2023-01-01T10:00:00.1;812;10;0;1;1;74
                2023-01-01T10:00:00.1;400;99;1;1;1;74
                2023-01-01T10:00:01.9;830;10;0;1;1;72
                2023-01-01T10:00:02.7;815;10;0;1;1;73
                """);

        assertThat(read.value().beats().toMillis()).containsExactly(812, 830, 815);
        assertThat(read.value().beats().isContiguousAt(1)).isFalse();
        assertThat(read.value().beats().isContiguousAt(2)).isTrue();
        assertThat(read.notes()).contains("p07.txt: 1 intervals that blocker marks were left out as gaps");
    }

    @Test
    void takesTheMarkersBesideAFileOfHrvLogger() throws IOException {
        Path rr = file(
                "a_RR_1.csv",
                "date, rr, since start\n2025-03-15 11:03:00 +0000, 812, 0\n"
                        + "2025-03-15 11:03:00 +0000, 830, 812\n2025-03-15 11:03:01 +0000, 815, 1642\n");
        file("a_Events_1.csv", "date, timestamp, annotation, manual\n2025-03-15 11:03:01 +0000, 1.5, Film, 1\n");

        assertThat(RrReader.withDefaults().readRecording(rr).value().markers()).containsExactly(Marker.at(1.5, "Film"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            heart rate of Polar Sensor Logger | Phone timestamp;HR [bpm];HRV [ms];Breathing interval [rpm];¶2023-01-01T10:00:00.1;70;41.2;¶2023-01-01T10:00:01.1;71;41.5; | is a heart rate
            daily results of HRV4Training | date, time, HR,AVNN,SDNN,rMSSD,pNN50,LF,HF¶¶2016-25-08, 07:00, 60, 1000, 50, 40, 10, 0.1, 0.2 | holds results over windows of time
            summary of Elite HRV | Member,Date,Type,HRV,lnRmssd,Rmssd,Nn50,Pnn50,Sdnn¶a,2017-10-02,x,60,4,54,10,12,60 | holds results over windows of time
            heart rate of Polar | [Params]¶Version=106¶Interval=5¶[HRData]¶72¶75 | Interval is "5", not 238
            workout of Suunto without intervals | <sml><Sample><HR>1.2</HR></Sample></sml> | holds a heart rate
            XML that names a file | <!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><sml><IBI>&x;</IBI></sml> | declares a document type
            """)
    void refusesWhatCarriesNoVariabilityAndSaysWhy(String kind, String content, String reason) throws IOException {
        assertThatThrownBy(() -> read(content.replace('¶', '\n') + "\n"))
                .as(kind)
                .isInstanceOf(StudyReadException.class)
                .hasMessageContaining(reason);
    }

    /** An activity file: header, definitions and data of three hrv messages with a stopped timer between, checksum. */
    private static byte[] fit(int... millis) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(new byte[] {0x40, 0, 0, 78, 0, 1, 0, 6, (byte) 0x84});
        data.writeBytes(new byte[] {0x41, 0, 1, 0, 21, 2, 0, 1, 0, 1, 1, 0});
        for (int i = 0; i < millis.length; i += 2) {
            int second = i + 1 < millis.length ? millis[i + 1] : 0xFFFF;
            data.writeBytes(new byte[] {
                0,
                (byte) millis[i],
                (byte) (millis[i] >> 8),
                (byte) second,
                (byte) (second >> 8),
                (byte) 0xFF,
                (byte) 0xFF
            });
            if (i == 2) {
                data.writeBytes(new byte[] {1, 0, 4});
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int size = data.size();
        file.writeBytes(new byte[] {12, 16, 100, 0, (byte) size, (byte) (size >> 8), 0, 0, '.', 'F', 'I', 'T'});
        file.writeBytes(data.toByteArray());
        int crc = 0;
        for (byte b : file.toByteArray()) {
            crc ^= b & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ 0xA001;
            }
        }
        file.writeBytes(new byte[] {(byte) crc, (byte) (crc >> 8)});
        return file.toByteArray();
    }

    @Test
    void readsTheIntervalsOfFitFiles() throws IOException {
        Path file = Files.write(folder.resolve("p07.fit"), fit(812, 830, 815, 801, 790));

        BeatRecording read = RrReader.withDefaults().readRecording(file).value();

        assertThat(read.beats().toMillis()).containsExactly(812, 830, 815, 801, 790);
        assertThat(read.beats().isContiguousAt(1)).isTrue();
        assertThat(read.beats().isContiguousAt(4)).as("the timer was stopped").isFalse();
    }

    @Test
    void refusesDamagedFitFilesWithTheByte() throws IOException {
        byte[] whole = fit(812, 830, 815);
        byte[] damaged = whole.clone();
        damaged[20] ^= 1;

        assertThatThrownBy(() -> RrReader.withDefaults().read(Files.write(folder.resolve("a.fit"), damaged)))
                .hasMessageContaining("does not have its checksum");
        byte[] cut = Arrays.copyOf(whole, 40);
        assertThatThrownBy(() -> RrReader.withDefaults().read(Files.write(folder.resolve("b.fit"), cut)))
                .hasMessageContaining("byte 4 states");
    }

    @Test
    void neverFailsOtherwiseThanByItsReasons() throws IOException {
        RrReader reader = RrReader.withDefaults().with(Strictness.LENIENT);
        for (String content : List.of(HRM, VNS, SML)) {
            TextMutants.of(file("p07.txt", content), 3, reader::readRecording);
        }
        byte[] whole = fit(812, 830, 815, 801, 790);
        // Without its checksum, which would refuse every mutant at once.
        Path fit = Files.write(folder.resolve("p07.fit"), Arrays.copyOf(whole, whole.length - 2));
        TextMutants.of(fit, 4, reader::readRecording);
    }

    /** Expected values: parsers in Python that we did not write (oracles/formats/rr.json). */
    @Test
    void readsNotesAndEventsOfRealFiles() throws IOException {
        Path real = Corpus.folder("formats/rr_text");
        JsonNode expected = Corpus.oracle("formats/rr.json").get("files");
        Path vns = real.resolve("VNS -  0001VNST, 0001VNST (0) - 15.03.2025 09.07 Langzeit, 1h 46min KORRIGIERT.txt");
        JsonNode raw = expected.get("rr_text/" + vns.getFileName());

        BeatRecording read = RrReader.withDefaults().readRecording(vns).value();

        assertThat(read.beats().size()).isEqualTo(raw.get("raw").get("n").asInt());
        assertThat(read.beats().coveredSeconds() * 1000)
                .isEqualTo(raw.get("raw").get("sum_ms").asDouble(), within(1e-5));
        assertThat(read.start())
                .contains(LocalDateTime.parse(raw.get("start_from_name").asText()));
        JsonNode notes = raw.get("notes").get("raw");
        assertThat(read.markers()).hasSize(notes.size());
        for (int i = 0; i < notes.size(); i++) {
            assertThat(read.markers().get(i).text())
                    .isEqualTo(notes.get(i).get("text").asText());
            assertThat(read.markers().get(i).onsetSeconds())
                    .isEqualTo(notes.get(i).get("time_s_at_beat_end").asDouble(), within(1e-9));
        }
        for (String name : List.of("2025-03-15_Events_0001CTRL.csv", "sample_Events_0001TEST.csv")) {
            List<Marker> markers =
                    RrReader.withDefaults().readMarkers(real.resolve(name)).value();
            JsonNode events = expected.get("rr_text/" + name).get("events");
            assertThat(markers).hasSize(events.size());
            for (int i = 0; i < events.size(); i++) {
                assertThat(markers.get(i))
                        .isEqualTo(Marker.at(
                                events.get(i).get("time_s").asDouble(),
                                events.get(i).get("label").asText()));
            }
        }
        assertThat(RrReader.withDefaults()
                        .readRecording(real.resolve("2025-03-15_RR_0001CTRL.csv"))
                        .value()
                        .markers())
                .hasSize(8);
    }

    @Test
    void meetsBadFilesAsExpected() throws IOException {
        Path fuzz = Corpus.folder("fuzz");
        for (JsonNode file : Corpus.oracle("../corpus/fuzz/expected.json").get("files")) {
            if (!Set.of("vns", "polar_hrm").contains(file.get("format").asText())) {
                continue;
            }
            Path path = fuzz.resolve(file.get("file").asText());
            assertThatThrownBy(() -> RrReader.withDefaults().read(path))
                    .isInstanceOfSatisfying(StudyReadException.class, e -> {
                        if (file.get("where").has("line")) {
                            assertThat(e.problems())
                                    .extracting("line")
                                    .contains(file.get("where").get("line").asInt());
                        }
                    });
        }
        assertThat(RrReader.withDefaults()
                        .readMarkers(fuzz.resolve("hrvlogger_duplicate_event_Events_0001X.csv"))
                        .problems())
                .extracting("line")
                .containsExactly(3);
    }
}
