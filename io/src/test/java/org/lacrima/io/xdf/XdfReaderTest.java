package org.lacrima.io.xdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacrima.io.Channel;
import org.lacrima.io.Loaded;
import org.lacrima.io.Marker;
import org.lacrima.io.Mutants;
import org.lacrima.io.Recording;
import org.lacrima.io.Strictness;
import org.lacrima.io.StudyReadException;

/** Files written by hand from the specification of the format. */
class XdfReaderTest {
    @TempDir
    Path folder;

    private static byte[] chunk(int tag, byte[]... parts) {
        byte[] content = joined(parts);
        ByteBuffer head = buffer(7).put((byte) 4).putInt(content.length + 2).putShort((short) tag);
        return joined(head.array(), content);
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] id(int stream) {
        return buffer(4).putInt(stream).array();
    }

    private static byte[] xml(String text) {
        return ("<?xml version=\"1.0\"?><info>" + text + "</info>").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] header(int stream, String name, int channels, int rate, String format, String description) {
        String text = "<name>" + name + "</name><type>Physio</type><channel_count>" + channels + "</channel_count>"
                + "<nominal_srate>" + rate + "</nominal_srate><channel_format>" + format + "</channel_format>"
                + description;
        return chunk(2, id(stream), xml(text));
    }

    private static byte[] offset(int stream, double time, double offset) {
        return chunk(4, id(stream), buffer(16).putDouble(time).putDouble(offset).array());
    }

    /** Samples of one channel of 16 bit; only the first has a time. */
    private static byte[] numbers(int stream, double time, int... values) {
        ByteBuffer samples = buffer(2 + 8 + 3 * values.length).put((byte) 1).put((byte) values.length);
        for (int i = 0; i < values.length; i++) {
            samples.put((byte) (i == 0 ? 8 : 0));
            if (i == 0) {
                samples.putDouble(time);
            }
            samples.putShort((short) values[i]);
        }
        return chunk(3, id(stream), samples.array());
    }

    private static byte[] word(int stream, double time, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer sample = buffer(13 + bytes.length)
                .put((byte) 1)
                .put((byte) 1)
                .put((byte) 8)
                .putDouble(time);
        return chunk(
                3,
                id(stream),
                sample.put((byte) 1).put((byte) bytes.length).put(bytes).array());
    }

    private Path file(byte[]... chunks) throws IOException {
        return Files.write(folder.resolve("x.xdf"), joined("XDF:".getBytes(StandardCharsets.UTF_8), joined(chunks)));
    }

    private Path whole() throws IOException {
        return file(
                chunk(1, xml("<version>1.0</version><datetime>2024-02-29T10:00:00+0100</datetime>")),
                header(
                        1,
                        "Belt",
                        1,
                        10,
                        "int16",
                        "<desc><channels><channel><label>resp</label><unit>mV</unit></channel></channels></desc>"),
                header(2, "Words", 1, 0, "string", ""),
                offset(1, 100, 5),
                numbers(1, 100, 1, 2, 3),
                word(2, 105.2, "tears"),
                numbers(1, 100.3, 4, 5),
                offset(1, 104, 5));
    }

    @Test
    void bringsStreamsToTheClockOfTheRecorder() throws IOException {
        // Given a belt whose clock is 5 s behind, and words in the clock of the recorder
        Loaded<Recording> loaded = XdfReader.withDefaults().read(whole());

        Recording recording = loaded.value();
        Channel belt = recording.channel("Belt resp");
        assertThat(recording.start()).hasToString("Optional[2024-02-29T10:00]");
        assertThat(recording.journal().get(0)).matches("time 0 is (105.0|104.9999)\\d* s of.*");
        assertThat(belt.unit().symbol()).isEqualTo("mV");
        assertThat(belt.samples(0, 5)).containsExactly(1, 2, 3, 4, 5);
        assertThat(belt.samples(2, 2)).containsExactly(3, 4);
        assertThat(belt.stretches()).hasSize(1);
        Marker tears = recording.markers().get(0);
        assertThat(tears.text()).isEqualTo("tears");
        assertThat(tears.onsetSeconds()).isCloseTo(0.2, within(1e-9));
        assertThat(loaded.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.toString()).contains("has no clock offsets of \"Words\""));
    }

    @Test
    void splitsAChannelWhereItWasInterrupted() throws IOException {
        // Five hundred samples of 1000 Hz are half a second, so that one second interrupts
        Path file = file(
                chunk(1, xml("<version>1.0</version>")),
                header(1, "ECG", 1, 1000, "int16", ""),
                offset(1, 0, 0),
                numbers(1, 10, 1, 2, 3),
                numbers(1, 12, 4, 5));

        Channel ecg = XdfReader.withDefaults().read(file).value().channel("ECG");

        assertThat(ecg.stretches()).extracting(s -> s.firstSample()).containsExactly(0L, 3L);
        assertThat(ecg.stretches().get(1).startSeconds()).isCloseTo(2, within(1e-9));
        assertThat(ecg.stretches().get(1).rateHz()).isCloseTo(1000, within(1e-6));
    }

    @Test
    void tellsJitterAndResetsOfAClock() throws IOException {
        Path file = file(
                chunk(1, xml("<version>1.0</version>")),
                header(1, "ECG", 1, 10, "int16", ""),
                offset(1, 1000, -900),
                offset(1, 1005, -900),
                offset(1, 3, 110),
                offset(1, 8, 110),
                numbers(1, 1001, 1, 2),
                numbers(1, 1001.3, 3),
                numbers(1, 5, 4, 5));

        List<StreamClock> clocks = XdfReader.withDefaults().readClocks(file).value();

        // Times 0, 100, 300 ms against their least-squares line −16.7 + 150·i: residuals 16.7, −33.3, 16.7 ms.
        StreamClock clock = clocks.get(0);
        assertThat(clock.offsets()).isEqualTo(4);
        assertThat(clock.resets()).isEqualTo(1);
        assertThat(clock.offsetMillis()).isCloseTo(0, within(1e-6));
        assertThat(clock.jitterMillis())
                .isCloseTo(1000 * Math.sqrt((2 * Math.pow(0.1 / 6, 2) + Math.pow(0.1 / 3, 2)) / 5), within(1e-6));
    }

    @Test
    void refusesEntitiesInDescriptions() throws IOException {
        byte[] bomb = ("<!DOCTYPE info [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><info><name>&a;</name>"
                        + "<channel_count>1</channel_count><nominal_srate>1</nominal_srate>"
                        + "<channel_format>int16</channel_format></info>")
                .getBytes(StandardCharsets.UTF_8);
        Path file = file(chunk(2, id(1), bomb));

        assertThatThrownBy(() -> XdfReader.withDefaults().read(file))
                .isInstanceOf(StudyReadException.class)
                .hasMessageContaining("begins a chunk whose XML cannot be read");
    }

    @Test
    void changedFilesAreReadOrRefused() throws IOException {
        Mutants.areReadOrRefused(whole(), XdfReader.withDefaults().with(Strictness.LENIENT)::read, 5);
    }
}
