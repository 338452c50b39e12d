package org.lacrima.io.acq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacrima.core.series.Window;
import org.lacrima.io.Marker;
import org.lacrima.io.Mutants;
import org.lacrima.io.Recording;
import org.lacrima.io.Strictness;

/** Files written by hand from the description of the format. */
class AcqReaderTest {
    private static final String HEART = "ECG";
    private static final String BREATH = "Belt";

    @TempDir
    Path folder;

    private static ByteBuffer buffer(int bytes, ByteOrder order) {
        return ByteBuffer.allocate(bytes).order(order);
    }

    private static byte[] graph(int revision, boolean isCompressed, ByteOrder order) {
        boolean isNew = revision >= 61;
        int length = isNew ? 1000 : 1944;
        ByteBuffer head = buffer(length, order);
        head.putInt(2, revision).putInt(6, length).putShort(10, (short) 2).putDouble(16, 2.0);
        head.putInt(isNew ? 972 : 1936, isCompressed ? 1 : 0);
        return head.array();
    }

    private static byte[] channel(int revision, String name, int number, int size, int divider, ByteOrder order) {
        boolean isNew = revision >= 61;
        int length = isNew ? 160 : 254;
        ByteBuffer head = buffer(length, order);
        head.putInt(0, length)
                .putInt(88, size)
                .putDouble(92, 0.5)
                .putDouble(100, 10)
                .putShort(108, (short) number);
        head.putShort(isNew ? 152 : 250, (short) divider);
        head.put(6, name.getBytes(StandardCharsets.UTF_8)).put(68, "mV".getBytes(StandardCharsets.UTF_8));
        return head.array();
    }

    private static byte[] types(int revision, ByteOrder order) {
        ByteBuffer types = buffer(16, order);
        if (revision >= 61) {
            types.putInt(0, 8);
        } else {
            types.putShort(0, (short) 8);
        }
        return types.putShort(8, (short) 2)
                .putShort(10, (short) 2)
                .putShort(12, (short) 8)
                .putShort(14, (short) 1)
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** Five samples of the heart, two of the breath at a quarter of the rate: breath, as a double, follows steps 0 and 4. */
    private Path interleaved() throws IOException {
        ByteOrder order = ByteOrder.LITTLE_ENDIAN;
        ByteBuffer data = buffer(26, order);
        data.putShort((short) 1)
                .putDouble(0.25)
                .putShort((short) 2)
                .putShort((short) 3)
                .putShort((short) 4);
        data.putShort((short) 5).putDouble(-0.25);
        byte[] text = "sob\0".getBytes(StandardCharsets.UTF_8);
        ByteBuffer markers =
                buffer(20, order).putInt(12 + text.length).putInt(1).putInt(3);
        markers.putShort(18, (short) 3);
        byte[] note = "she cried".getBytes(StandardCharsets.UTF_8);
        ByteBuffer journal =
                buffer(10, order).putInt(0x11223344).putShort((short) 0).putInt(note.length);
        byte[] all = joined(
                graph(41, false, order),
                channel(41, HEART, 1, 5, 1, order),
                channel(41, BREATH, 2, 2, 4, order),
                types(41, order),
                data.array(),
                markers.array(),
                text,
                journal.array(),
                note);
        return Files.write(folder.resolve("x.acq"), all);
    }

    private static byte[] packed(String name, byte[] samples, ByteOrder order) {
        Deflater deflater = new Deflater();
        deflater.setInput(samples);
        deflater.finish();
        byte[] packed = new byte[200];
        int size = deflater.deflate(packed);
        deflater.end();
        ByteBuffer lengths = buffer(16, order)
                .putInt(name.length())
                .putInt(2)
                .putInt(samples.length)
                .putInt(size);
        return joined(
                new byte[44],
                lengths.array(),
                (name + "mV").getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(packed, size));
    }

    private Path compressed() throws IOException {
        ByteOrder order = ByteOrder.BIG_ENDIAN;
        byte[] text = "tears\0".getBytes(StandardCharsets.UTF_8);
        ByteBuffer head =
                buffer(25, order).putInt(25 + 16 + text.length).putInt(2).putInt(1);
        ByteBuffer marker = buffer(16, order).putInt(4).putInt(0).putShort((short) 2);
        marker.put("flag".getBytes(StandardCharsets.UTF_8)).putShort((short) text.length);
        ByteBuffer heart = buffer(10, ByteOrder.LITTLE_ENDIAN);
        for (int i = 1; i <= 5; i++) {
            heart.putShort((short) i);
        }
        ByteBuffer breath = buffer(16, ByteOrder.LITTLE_ENDIAN).putDouble(0.25).putDouble(-0.25);
        byte[] all = joined(
                graph(84, true, order),
                channel(84, HEART, 1, 5, 1, order),
                channel(84, BREATH, 2, 2, 4, order),
                types(84, order),
                head.array(),
                marker.array(),
                text,
                buffer(4, order).putInt(6).array(),
                packed(HEART, heart.array(), order),
                packed(BREATH, breath.array(), order));
        return Files.write(folder.resolve("x.acq"), all);
    }

    private static void requireSignals(Recording recording) throws IOException {
        assertThat(recording.channel(HEART).rateHz()).isEqualTo(500);
        assertThat(recording.channel(HEART).samples(0, 5)).containsExactly(10.5, 11, 11.5, 12, 12.5);
        assertThat(recording.channel(HEART).samples(3, 1)).containsExactly(12);
        assertThat(recording.channel(BREATH).rateHz()).isEqualTo(125);
        assertThat(recording.channel(BREATH).samples(0, 2)).containsExactly(0.25, -0.25);
        assertThat(recording
                        .channel(BREATH)
                        .during(Window.ofSeconds(0.008, 1))
                        .get(0)
                        .valueAt(0))
                .isEqualTo(-0.25);
    }

    @Test
    void readsInterleavedChannelsMarkersAndJournal() throws IOException {
        Recording recording = AcqReader.withDefaults().read(interleaved()).value();

        requireSignals(recording);
        assertThat(recording.markers()).containsExactly(new Marker(0.006, 0, "", "sob", ""));
        assertThat(recording.journal()).containsExactly("she cried");
    }

    @Test
    void readsPackedChannelsAndMarkersOfAChannel() throws IOException {
        Recording recording = AcqReader.withDefaults().read(compressed()).value();

        requireSignals(recording);
        assertThat(recording.markers()).containsExactly(new Marker(0.008, 0, "flag", "tears", BREATH));
    }

    @Test
    void changedFilesAreReadOrRefused() throws IOException {
        AcqReader reader = AcqReader.withDefaults().with(Strictness.LENIENT);

        Mutants.areReadOrRefused(interleaved(), reader::read, 9);
        Mutants.areReadOrRefused(compressed(), reader::read, 10);
    }
}
