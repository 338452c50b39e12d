package org.lacrima.io.edf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.series.Window;
import org.lacrima.io.Channel;
import org.lacrima.io.Loaded;
import org.lacrima.io.Marker;
import org.lacrima.io.Mutants;
import org.lacrima.io.Recording;
import org.lacrima.io.Strictness;

/** Files written by hand from the description of the format. */
class EdfReaderTest {
    private static final int RECORD_BYTES = 40;

    @TempDir
    Path folder;

    /** A header; {@code signals} have label, unit, physical and digital range, samples per record. */
    private static byte[] header(String version, String variant, long records, String seconds, String[]... signals) {
        StringBuilder text = new StringBuilder();
        text.append(version).append(field("P X X X", 80)).append(field("Startdate 02-MAR-2001 X X X", 80));
        text.append("02.03.0122.58.59")
                .append(field("" + 256 * (signals.length + 1), 8))
                .append(field(variant, 44));
        text.append(field("" + records, 8)).append(field(seconds, 8)).append(field("" + signals.length, 4));
        int[] columns = {0, -80, 1, 2, 3, 4, 5, -80, 6, -32};
        int[] widths = {16, 80, 8, 8, 8, 8, 8, 80, 8, 32};
        for (int c = 0; c < columns.length; c++) {
            for (String[] signal : signals) {
                text.append(field(columns[c] < 0 ? "" : signal[columns[c]], widths[c]));
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String field(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String[] signal(String label, String unit, int samples) {
        return new String[] {label, unit, "-3.2768", "3,2767", "-32768", "32767", "" + samples};
    }

    private static byte[] record(int bytes, String annotations, int... samples) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int sample : samples) {
            for (int b = 0; b < bytes; b++) {
                out.write(sample >> 8 * b);
            }
        }
        out.writeBytes(annotations.getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(out.toByteArray(), Math.max(out.size(), annotations.isEmpty() ? 0 : RECORD_BYTES));
    }

    private Path file(byte[]... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return Files.write(folder.resolve("x.edf"), out.toByteArray());
    }

    private Path interrupted() throws IOException {
        return file(
                header("0       ", "EDF+D", 3, "0.5", signal("ECG", "mV", 2), signal("EDF Annotations", "", 18)),
                record(2, "+0.25\u0014\u0014\0+0.5\u001525\u0014tears\u0014\0", 10, 20),
                record(2, "+0.75\u0014\u0014\0+1\u0014sob@@ECG\u0014\0", 30, 40),
                record(2, "+7.5\u0014\u0014\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", -10, -20));
    }

    @Test
    void readsAnInterruptedRecordingWithItsAnnotations() throws IOException {
        Loaded<Recording> loaded = EdfReader.withDefaults().read(interrupted());

        Channel ecg = loaded.value().channel("ECG");
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.value().format()).isEqualTo("EDF+D");
        assertThat(loaded.value().start()).hasToString("Optional[2001-03-02T22:58:59]");
        assertThat(ecg.signals()).extracting(SampledSignal::startSeconds).containsExactly(0.25, 7.5);
        assertThat(ecg.samples(0, 6))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(0.001, 0.002, 0.003, 0.004, -0.001, -0.002);
        assertThat(ecg.during(Window.ofSeconds(0.75, 7.6)))
                .extracting(SampledSignal::size)
                .containsExactly(2, 1);
        assertThat(loaded.value().markers())
                .containsExactly(new Marker(0.5, 25, "", "tears", ""), new Marker(1, 0, "", "sob", "ECG"));
    }

    @Test
    void readsThreeBytesPerSampleOfBdf() throws IOException {
        String[] signal = {"Fp1", "uV", "-8388608", "8388607", "-8388608", "8388607", "2"};
        Path file = file(header("\u00ffBIOSEMI", "24BIT", -1, "1", signal), record(3, "", 8_000_000, -8_000_000));

        Recording recording = EdfReader.withDefaults().read(file).value();

        assertThat(recording.format()).isEqualTo("BDF");
        assertThat(recording.channel("Fp1").samples(0, 2)).containsExactly(8_000_000, -8_000_000);
    }

    @Test
    void readsAWindowOfADayWithoutLoadingIt() throws IOException {
        // Given 24 h of 3 signals at 1000 Hz: 518 MB, sparse
        Path file = file(header(
                "0       ",
                "",
                86_400,
                "1",
                signal("a", "mV", 1000),
                signal("b", "mV", 1000),
                signal("c", "mV", 1000)));
        try (RandomAccessFile data = new RandomAccessFile(file.toFile(), "rw")) {
            data.setLength(1024 + 86_400L * 6000);
            data.seek(1024 + 80_000L * 6000 + 4000);
            data.write(100);
        }

        SampledSignal signal = EdfReader.withDefaults()
                .read(file)
                .value()
                .channel("c")
                .during(Window.ofSeconds(80_000, 80_300))
                .get(0);

        assertThat(signal.size()).isEqualTo(300_000);
        assertThat(signal.valueAt(0)).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void changedFilesAreReadOrRefused() throws IOException {
        EdfReader reader = EdfReader.withDefaults().with(Strictness.LENIENT);

        Mutants.areReadOrRefused(interrupted(), reader::read, 3);
    }
}
