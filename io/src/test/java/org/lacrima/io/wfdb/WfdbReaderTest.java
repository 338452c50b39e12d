package org.lacrima.io.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.series.Window;
import org.lacrima.io.Channel;
import org.lacrima.io.Marker;
import org.lacrima.io.Mutants;
import org.lacrima.io.Recording;
import org.lacrima.io.Strictness;
import org.lacrima.io.StudyReadException;

/** Bytes written by hand from the description of each format, signal(5) and annot(5). */
class WfdbReaderTest {
    @TempDir
    Path folder;

    private Path record(String header, int... bytes) throws IOException {
        byte[] data = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            data[i] = (byte) bytes[i];
        }
        Files.write(folder.resolve("r.dat"), data);
        return Files.writeString(folder.resolve("r.hea"), header);
    }

    @ParameterizedTest
    @CsvSource({
        "8,   '1 FE 00',          '1 -1 -1'",
        "16,  '01 00 FE FF',      '1 -2'",
        "61,  '00 01 FF FE',      '1 -2'",
        "24,  '01 00 00 FE FF FF', '1 -2'",
        "32,  '01 00 00 00 FE FF FF FF', '1 -2'",
        "80,  '81 7E',            '1 -2'",
        "160, '01 80 FE 7F',      '1 -2'",
        "212, '01 F0 FE',         '1 -2'",
        "310, '02 18 FC FF',      '1 -2 -29'",
        "311, '01 F8 3F 00',      '1 -2 3'"
    })
    void unpacksEveryFormat(int format, String hex, String samples) throws IOException {
        int[] bytes = hex.equals("")
                ? new int[0]
                : List.of(hex.split(" ")).stream()
                        .mapToInt(h -> Integer.parseInt(h, 16))
                        .toArray();
        double[] expected = List.of(samples.split(" ")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        Path file = record("r 1 100\nr.dat " + format + " 1/mV 0 0 0 0 0 x\n", bytes);

        Channel channel =
                WfdbReader.withDefaults().read(file).value().channels().get(0);

        assertThat(channel.samples(0, expected.length)).containsExactly(expected);
        assertThat(channel.samples(1, 1)).containsExactly(expected[1]);
    }

    @Test
    void givesEachSignalItsOwnRateGainAndUnit() throws IOException {
        Path file = record(
                "# a remark\nr 2 100 2 12:00:01.5 24/12/2020\nr.dat 80x2 10(-5)/mmHg 8 0 0 0 0 cuff\n"
                        + "r.dat 80:1 2 8 1\n",
                0x80,
                0x8A,
                0x81,
                0x80,
                0x00,
                0x83);

        Recording recording = WfdbReader.withDefaults().read(file).value();

        assertThat(recording.start()).hasToString("Optional[2020-12-24T12:00:01.500]");
        assertThat(recording.journal()).containsExactly("a remark");
        assertThat(recording.channel("cuff").rateHz()).isEqualTo(200);
        assertThat(recording.channel("cuff").samples(0, 4)).containsExactly(0.5, 1.5, 0.5, Double.NaN);
        assertThat(recording.channels().get(1).samples(0, 2)).containsExactly(1, Double.NaN);
    }

    @Test
    void cutsASignalWhereSamplesAreMissing() throws IOException {
        Path file = record("r 1 2\nr.dat 16 1/mV 16 0 0 0 0 x\n", 1, 0, 2, 0, 0, 0x80, 4, 0);

        List<SampledSignal> pieces =
                WfdbReader.withDefaults().read(file).value().channel("x").during(Window.ofSeconds(0.5, 9));

        assertThat(pieces).extracting(SampledSignal::startSeconds).containsExactly(0.5, 1.5);
        assertThat(pieces).extracting(p -> p.valueAt(0)).containsExactly(2.0, 4.0);
    }

    @Test
    void joinsSegmentsByNameAndLeavesGapsMissing() throws IOException {
        Files.writeString(folder.resolve("m.hea"), "m/4 2 10 5\nlayout 0\nr 2\n~ 1\ns 2\n");
        Files.writeString(folder.resolve("layout.hea"), "layout 2 10 0\n~ 0 1/mV 8 0 0 0 0 a\n~ 0 1/V 8 0 0 0 0 b\n");
        record("r 1 10 2\nr.dat 80 1/V 8 0 0 0 0 b\n", 0x81, 0x82);
        Files.write(folder.resolve("s.dat"), new byte[] {(byte) 0x83, (byte) 0x84, (byte) 0x85, (byte) 0x86});
        Files.writeString(folder.resolve("s.hea"), "s 2 10 2\ns.dat 80 1/V 8 0 0 0 0 b\ns.dat 80 1/mV 8 0 0 0 0 a\n");

        Recording recording =
                WfdbReader.withDefaults().read(folder.resolve("m.hea")).value();

        assertThat(recording.channel("a").samples(0, 5)).containsExactly(Double.NaN, Double.NaN, Double.NaN, 4, 6);
        assertThat(recording.channel("b").samples(0, 5)).containsExactly(1, 2, Double.NaN, 3, 5);
        assertThat(recording.channel("b").samples(1, 3)).containsExactly(2, Double.NaN, 3);
    }

    @Test
    void placesAnnotationsInSecondsWithTheirFields() throws IOException {
        Path file = record("r 2 100\nr.dat 80 1/mV 8 0 0 0 0 a\nr.dat 80 1/mV 8 0 0 0 0 b\n", 0x80, 0x80);
        // A normal beat at 50 with number, subtype and channel; 100 000 ticks later a note.
        int[] words = {
            1 << 10 | 50,
            60 << 10 | 7,
            61 << 10 | 2,
            62 << 10 | 1,
            59 << 10,
            1,
            34464,
            22 << 10,
            63 << 10 | 3,
            0x6168,
            0x21,
            0
        };
        byte[] bytes = new byte[2 * words.length];
        for (int i = 0; i < words.length; i++) {
            bytes[2 * i] = (byte) words[i];
            bytes[2 * i + 1] = (byte) (words[i] >> 8);
        }
        Files.write(folder.resolve("r.atr"), bytes);

        assertThat(WfdbReader.withDefaults()
                        .readAnnotations(folder.resolve("r.atr"))
                        .value())
                .containsExactly(
                        new WfdbAnnotation(50, 1, "N", 2, 1, 7, ""),
                        new WfdbAnnotation(100_050, 22, "\"", 0, 1, 7, "ha!"));
        assertThat(WfdbReader.withDefaults().read(file).value().markers())
                .containsExactly(new Marker(0.5, 0, "N", "", "b"), new Marker(1000.5, 0, "\"", "ha!", "b"));
    }

    @Test
    void readsFiveMinutesOfADayWithoutLoadingIt() throws IOException {
        // Given 24 h of 3 signals at 1000 Hz: 518 MB, sparse, with one mark at 23 h
        Path file = record(
                "r 3 1000\nr.dat 16 1/mV 16 0 0 0 0 a\nr.dat 16 1/mV 16 0 0 0 0 b\nr.dat 16 1/mV 16 0 0 0 0 c\n");
        long frames = 24L * 3600 * 1000;
        try (RandomAccessFile data =
                new RandomAccessFile(folder.resolve("r.dat").toFile(), "rw")) {
            data.setLength(frames * 6);
            data.seek(23L * 3600 * 1000 * 6 + 2);
            data.write(77);
        }
        Recording recording = WfdbReader.withDefaults().read(file).value();

        SampledSignal minutes = recording
                .channel("b")
                .during(Window.ofSeconds(23 * 3600, 23 * 3600 + 300))
                .get(0);

        assertThat(recording.channel("b").size()).isEqualTo(frames);
        assertThat(minutes.size()).isEqualTo(300_000);
        assertThat(minutes.valueAt(0)).isEqualTo(77);
    }

    @Test
    void knowsAHeaderByItsFirstTwoLines() {
        assertThat(WfdbReader.matches("r 1 100\nr.dat 16\n".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(WfdbReader.matches("812\n830\n".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(WfdbReader.matches("812 830\n815 816\n".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void refusesToLeaveTheFolderOfTheHeader() throws IOException {
        Path file = record("r 1 100\n../r.dat 16\n");

        assertThatThrownBy(() -> WfdbReader.withDefaults().read(file))
                .isInstanceOf(StudyReadException.class)
                .hasMessageContaining(":2: names \"../r.dat\"");
    }

    @Test
    void changedHeadersAndAnnotationsAreReadOrRefused() throws IOException {
        Path file = record(
                "r 2 360/360(1) 4 12:00 1/1/2000\nr.dat 212x2:1+1 200(3)/mV 12 0 5 6 0 II\n"
                        + "r.dat 212 20/mmHg 12 0 5 6 0 BP\n# note\n",
                1,
                2,
                3,
                4,
                5,
                6,
                7,
                8,
                9,
                10,
                11,
                12,
                13,
                14,
                15,
                16,
                17,
                18,
                19);
        WfdbReader reader = WfdbReader.withDefaults().with(Strictness.LENIENT);

        Mutants.areReadOrRefused(file, reader::read, 1);

        Path annotations = folder.resolve("r.atr");
        Files.write(
                annotations, new byte[] {10, 4, 0, (byte) 0xEC, 0, 0, 9, 0, 1, 4, 3, (byte) 0xFC, 65, 66, 67, 0, 0, 0});
        Mutants.areReadOrRefused(
                annotations,
                f -> {
                    reader.readAnnotations(f);
                    return reader.read(file);
                },
                2);
    }
}
