package org.lacrima.io.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacrima.io.Channel;
import org.lacrima.io.Loaded;
import org.lacrima.io.Marker;
import org.lacrima.io.Mutants;
import org.lacrima.io.Recording;
import org.lacrima.io.Stretch;
import org.lacrima.io.Strictness;
import org.lacrima.io.StudyReadException;

/** Texts of AcqKnowledge and LabChart, made by hand from the description of what the programs export. */
class LabTextTest {
    private static final String ACQ = """
        p07.acq
        0.5 msec/sample
        2 channels
        ECG
        mV
        Résp
        Volts
        sec\tCH1\tCH2
        \t3\t3
        0\t0.25\t-1
        0.0005\t\t1e-3
        0.001\t0.5\t7\t
        """;
    private static final String LABCHART = """
        Interval=\t0.001 s
        ExcelDateTime=\t4.3831500000000000e+004\t01/01/2020 12:00:00.000000
        TimeFormat=\tStartOfBlock
        DateFormat=\t
        ChannelTitle=\tECG\tResp
        Range=\t10.000 mV\t5.000 V
        0\t0.1\t1
        0.001\t0.2\t2\t#* film starts
        0.002\tNaN\t3#2 sob
        Interval=\t0.001 s
        ExcelDateTime=\t4.3831500115740740e+004\t01/01/2020 12:00:10.000000
        TimeFormat=\tStartOfBlock
        DateFormat=\t
        ChannelTitle=\tECG\tResp
        Range=\t10.000 mV\t5.000 V
        0\t0.4\t4
        0.001\t0.5\t5
        """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16"})
    void readsTheTextOfAcqKnowledgeInAnyCharacterSet(String charset) throws IOException {
        byte[] bytes = ACQ.replace("\n", "\r\n").getBytes(Charset.forName(charset));
        Path file = Files.write(folder.resolve("x.txt"), bytes);

        Loaded<Recording> loaded = AcqTextReader.withDefaults().read(file);

        assertThat(AcqTextReader.matches(bytes)).isTrue();
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.value().channels()).extracting(Channel::name).containsExactly("ECG", "Résp");
        assertThat(loaded.value().channels()).extracting(Channel::rateHz).containsOnly(2000.0);
        assertThat(loaded.value().channel("ECG").unit().symbol()).isEqualTo("mV");
        assertThat(loaded.value().channel("ECG").samples(0, 3)).containsExactly(0.25, Double.NaN, 0.5);
        assertThat(loaded.value().channel("Résp").samples(1, 2)).containsExactly(0.001, 7);
    }

    @Test
    void readsADecimalCommaWithoutTimesAndCounts() throws IOException {
        Path file = Files.writeString(
                folder.resolve("x.txt"),
                "p.acq\n0,0166666666666667 min/sample\n2 channels\na\nV\nb\nV\n0,5;-1,25\n2;3,5\n");

        Recording recording = AcqTextReader.withDefaults().read(file).value();

        assertThat(recording.channel("b").rateHz()).isEqualTo(1.0);
        assertThat(recording.channel("b").samples(0, 2)).containsExactly(-1.25, 3.5);
    }

    @Test
    void namesTheLineOfACellThatIsNoNumber() throws IOException {
        Path file = Files.writeString(folder.resolve("x.txt"), ACQ.replace("-1", "ha"));

        assertThatThrownBy(() -> AcqTextReader.withDefaults().read(file))
                .isInstanceOf(StudyReadException.class)
                .hasMessageContaining(":10: has \"ha\" in column 3, which is not a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ","})
    void readsBlocksOfLabChartWithTheirComments(String mark) throws IOException {
        String text = mark.equals(".") ? LABCHART : LABCHART.replaceAll("(\\d)\\.(\\d)", "$1,$2");
        Path file = Files.writeString(folder.resolve("x.txt"), text);

        Loaded<Recording> loaded = LabChartReader.withDefaults().read(file);

        Channel ecg = loaded.value().channel("ECG");
        assertThat(loaded.problems()).isEmpty();
        assertThat(LabChartReader.matches(text.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(loaded.value().start()).hasToString("Optional[2020-01-01T12:00]");
        assertThat(ecg.unit().symbol()).isEqualTo("mV");
        assertThat(ecg.stretches()).containsExactly(new Stretch(0, 3, 0, 1000), new Stretch(3, 2, 10, 1000));
        assertThat(ecg.samples(0, 5)).containsExactly(0.1, 0.2, Double.NaN, 0.4, 0.5);
        assertThat(loaded.value().channel("Resp").samples(0, 5)).containsExactly(1, 2, 3, 4, 5);
        assertThat(loaded.value().markers())
                .containsExactly(
                        new Marker(0.001, 0, "#*", "film starts", ""), new Marker(0.002, 0, "#2", "sob", "Resp"));
    }

    @Test
    void readsAnyRowOfALongTextFromTheNearestKeptPlace() throws IOException {
        StringBuilder text = new StringBuilder("p.acq\n1 msec/sample\n1 channels\na\nV\n");
        for (int i = 0; i < 10_000; i++) {
            text.append(i / 4.0).append('\n');
        }
        Path file = Files.writeString(folder.resolve("x.txt"), text);

        Channel channel = AcqTextReader.withDefaults().read(file).value().channel("a");

        assertThat(channel.size()).isEqualTo(10_000);
        assertThat(channel.samples(4095, 2)).containsExactly(1023.75, 1024);
        assertThat(channel.samples(9999, 1)).containsExactly(2499.75);
    }

    @Test
    void changedTextsAreReadOrRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("x.txt"), ACQ);
        Mutants.areReadOrRefused(file, AcqTextReader.withDefaults().with(Strictness.LENIENT)::read, 7);
        Files.writeString(file, LABCHART);
        Mutants.areReadOrRefused(file, LabChartReader.withDefaults().with(Strictness.LENIENT)::read, 8);
    }
}
