package org.lacrima.io.rr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.io.Loaded;
import org.lacrima.io.Severity;
import org.lacrima.io.Strictness;
import org.lacrima.io.StudyReadException;
import org.lacrima.io.text.DecimalMark;

class RrReaderTest {
    @TempDir
    Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("p07.txt"), content);
    }

    private Loaded<BeatSeries> read(String content) throws IOException {
        return RrReader.withDefaults().read(file(content));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "812\n830\n815\n",
                "812\r\n830\r\n815",
                "\uFEFF812\n830\n815\n",
                "# Polar H10\n812\n\n830 \n 815\n\n",
                "RR\n812\n830\n815\n",
                "rr_ms\n812\n830\n815\n",
                "Recording of 3 May\n\nibi [ms]\n812\n830\n815\n",
                "812;\n830;\n815;\n",
                "0.812\n0.830\n0.815\n",
                "ibi (s)\n0.812\n0.830\n0.815\n",
                "0.812\tnote\n0.830\tnote\n0.815\tnote\n",
            })
    void takesOneIntervalPerLineInMillisecondsOrSeconds(String content) throws IOException {
        BeatSeries beats = read(content).value();

        assertThat(beats.toMillis()).containsExactly(new double[] {812, 830, 815}, within(1e-9));
        assertThat(beats.gapCount()).isZero();
        assertThat(beats.startSecondsAt(0)).isEqualTo(0, within(1e-12));
    }

    @Test
    void writesDownHowItKnewTheUnit() throws IOException {
        assertThat(read("0.812\n0.830\n0.815\n").notes())
                .containsExactly("p07.txt: unit taken as s: the median interval of 3 is 0.8150");
        assertThat(read("rr_ms\n812\n830\n815\n").notes()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "72|75|74|71, no clear unit",
        "208|210|205|204, no clear unit",
        "0.0135|0.0138|0.0131|0.0132, no clear unit",
        "466|703|934|1162|1390|1612|1849, whole numbers that only grow",
        "812|830|0.815|0.822, another unit",
        "812|830|-815|822, not a positive interval",
        "812|830|0|822, not a positive interval",
        "812|NaN|815, not a number",
        "812|Infinity|815, not a number",
        "812|8l5|815, not a number",
        "812|1e300|815, longer than a day",
        "812|1e400|815, longer than a day",
    })
    void refusesWhatCannotBeMeant(String lines, String reason) {
        assertThatThrownBy(() -> read(lines.replace('|', '\n')))
                .isInstanceOf(StudyReadException.class)
                .hasMessageContaining(reason)
                .hasMessageStartingWith("p07.txt");
    }

    @Test
    void namesLineColumnReasonAndRemedy() {
        assertThatThrownBy(() -> read("# beats\nrr_ms\n812\n7l2\n815\n"))
                .hasMessage("p07.txt:4: rr_ms \"7l2\" is not a number;"
                        + " write digits with a point as decimal mark, or delete the line");
    }

    @Test
    void tellsAllErrorsOfAFileInOneGo() {
        assertThatThrownBy(() -> read("812\nx\n815\n-3\n"))
                .isInstanceOfSatisfying(
                        StudyReadException.class,
                        e -> assertThat(e.problems()).extracting("line").containsExactly(2, 4));
    }

    @Test
    void leavesOutWhatIsWrongWhenLenientAndRecordsAGap() throws IOException {
        Loaded<BeatSeries> loaded =
                RrReader.withDefaults().with(Strictness.LENIENT).read(file("812\nartifact\n830\n815\n"));

        assertThat(loaded.value().toMillis()).containsExactly(812, 830, 815);
        assertThat(loaded.value().toContiguous()).containsExactly(false, false, true);
        assertThat(loaded.hasErrors()).isTrue();
    }

    @Test
    void refusesAnEmptyFileEvenWhenLenient() {
        assertThatThrownBy(
                        () -> RrReader.withDefaults().with(Strictness.LENIENT).read(file("# nothing\n\n")))
                .hasMessageContaining("is empty");
    }

    @Test
    void refusesADeclaredUnitThatCannotBe() {
        assertThatThrownBy(() -> read("rr_ms\n0.812\n0.830\n0.815\n"))
                .hasMessageContaining("cannot be in ms")
                .hasMessageContaining("looks like s");
        assertThatThrownBy(() -> RrReader.withDefaults().with(RrUnit.SECONDS).read(file("812\n830\n815\n")))
                .hasMessageContaining("cannot be in s");
    }

    @Test
    void takesSamplesAtARate() throws IOException {
        Loaded<BeatSeries> loaded =
                RrReader.withDefaults().with(RrUnit.samplesAt(256)).read(file("208\n210\n205\n"));

        // 208 samples at 256 Hz last 208/256 s.
        assertThat(loaded.value().toMillis()).containsExactly(new double[] {812.5, 820.3125, 800.78125}, within(1e-12));
    }

    @Test
    void takesBeatTimes() throws IOException {
        BeatSeries beats = read("0.352\n1.036\n1.700\n2.364\n").value();

        assertThat(beats.toMillis()).containsExactly(new double[] {684, 664, 664}, within(1e-9));
        assertThat(beats.startSecondsAt(0)).isEqualTo(0.352);
    }

    @Test
    void takesNumbersOfSamplesWhenTheRateIsStated() throws IOException {
        BeatSeries beats = RrReader.withDefaults()
                .with(RrUnit.samplesAt(256))
                .read(file("466\n703\n934\n1162\n1390\n"))
                .value();

        // (703 − 466) / 256 s.
        assertThat(beats.millisAt(0)).isEqualTo(925.78125, within(1e-9));
    }

    @Test
    void keepsIntervalsThatHappenToGrowAsIntervals() throws IOException {
        assertThat(read("790\n812\n830\n").value().toMillis()).containsExactly(790, 812, 830);
        assertThat(read("0.79\n0.80\n0.83\n0.84\n0.85\n0.87\n").value().size()).isEqualTo(6);
    }

    @Test
    void takesADecimalCommaWhereNothingElseMakesSense() throws IOException {
        Loaded<BeatSeries> loaded = read("0,812\n0,830\n0,815\n");

        assertThat(loaded.value().toMillis()).containsExactly(new double[] {812, 830, 815}, within(1e-9));
        assertThat(loaded.problems()).extracting("severity").containsExactly(Severity.WARNING);
        assertThat(RrReader.withDefaults()
                        .with(DecimalMark.COMMA)
                        .read(file("0,812\n0,830\n0,815\n"))
                        .problems())
                .isEmpty();
    }

    @Test
    void takesACommaBetweenTimeAndIntervalAsAColumn() throws IOException {
        // The format of HRVAS: time of the beat that begins the interval, then the interval, in s.
        BeatSeries beats = read("0,0.862\n0.862,0.834\n1.696,0.846\n").value();

        assertThat(beats.toMillis()).containsExactly(new double[] {862, 834, 846}, within(1e-9));
        assertThat(beats.toEndSeconds()).containsExactly(new double[] {0.862, 1.696, 2.542}, within(1e-9));
        assertThat(beats.gapCount()).isZero();
    }

    @Test
    void takesIntegersBetweenCommasAsColumnsWhereTheyAreTimes() throws IOException {
        BeatSeries beats = read("812,812\n1642,830\n2457,815\n").value();

        assertThat(beats.toMillis()).containsExactly(812, 830, 815);
        assertThat(beats.toEndSeconds()).containsExactly(new double[] {0.812, 1.642, 2.457}, within(1e-9));
    }

    @Test
    void keepsGapsOfATimeColumn() throws IOException {
        BeatSeries beats =
                read("time_s rr_ms\n10.0 800\n10.8 800\n15.0 850\n15.9 900\n").value();

        assertThat(beats.toContiguous()).containsExactly(false, true, false, true);
        assertThat(beats.toEndSeconds()).containsExactly(10.0, 10.8, 15.0, 15.9);
    }

    @Test
    void warnsOfTimesThatGoBackAndThenCountsFromZero() throws IOException {
        Loaded<BeatSeries> loaded = read("date, rr, since start\nx, 800, 0\n".replace("x", "2025-03-20 09:00:08")
                + "2025-03-20 09:00:09, 810, 800\n2025-03-20 09:00:10, 790, 600\n");

        assertThat(loaded.problems()).singleElement().satisfies(p -> {
            assertThat(p.line()).isEqualTo(4);
            assertThat(p.severity()).isEqualTo(Severity.WARNING);
        });
        assertThat(loaded.value().toEndSeconds()).containsExactly(new double[] {0.8, 1.61, 2.4}, within(1e-9));
    }

    @Test
    void refusesATableWithoutIntervals() {
        assertThatThrownBy(() -> read("date, since start\n2025-03-20, 0\n2025-03-20, 800\n"))
                .hasMessageContaining("rr is missing");
        assertThatThrownBy(() -> read("time;HR [bpm]\n1;72\n2;73\n")).hasMessageContaining("is a heart rate");
        assertThatThrownBy(() -> read("1;72;3\n2;73;5\n")).hasMessageContaining("3 columns of numbers");
    }

    @Test
    void keepsLabels() throws IOException {
        BeatSeries beats =
                read("rr_ms\tlabel\n812\tN\n420\tV\n1200\tN\n815\tartifact\n").value();

        assertThat(beats.toLabels())
                .containsExactly(BeatLabel.NORMAL, BeatLabel.ECTOPIC, BeatLabel.NORMAL, BeatLabel.ARTIFACT);
    }

    @Test
    void keepsIntervalsThatNoHeartHasButPointsThemOut() throws IOException {
        Loaded<BeatSeries> loaded = read("812\n830\n120\n815\n800\n90\n");

        assertThat(loaded.value().size()).isEqualTo(6);
        assertThat(loaded.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.reason())
                        .isEqualTo("\"120\" is an interval of 120 ms, the first of 2 below 200 ms"))
                .satisfies(p -> assertThat(p.line()).isEqualTo(3));
    }

    @Test
    void keepsLongIntervalsButPointsThemOut() throws IOException {
        Loaded<BeatSeries> loaded = read("46250\n812\n830\n93421.875\n815\n800\n790\n");

        assertThat(loaded.value().size()).isEqualTo(7);
        assertThat(loaded.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.reason()).contains("is an interval of 46.3 s, the first of 2 above 5 s"));
    }

    @Test
    void readsLongIntervalsAsGapsWhenAsked() throws IOException {
        BeatSeries beats = RrReader.withDefaults()
                .withGapsAbove(Duration.ofSeconds(3))
                .read(file("46250\n812\n830\n93421.875\n815\n800\n790\n"))
                .value();

        assertThat(beats.toMillis()).containsExactly(812, 830, 815, 800, 790);
        assertThat(beats.startSecondsAt(0)).isEqualTo(46.25, within(1e-9));
        assertThat(beats.toContiguous()).containsExactly(false, true, false, true, true);
    }

    @Test
    void readsLatin1AndUtf16() throws IOException {
        Path latin =
                Files.write(folder.resolve("latin.txt"), "# Müller\n812\n830\n".getBytes(StandardCharsets.ISO_8859_1));
        Path utf16 = Files.write(folder.resolve("utf16.txt"), "\uFEFF812\n830\n".getBytes(StandardCharsets.UTF_16LE));

        assertThat(RrReader.withDefaults().read(latin).problems())
                .singleElement()
                .satisfies(p -> assertThat(p.line()).isEqualTo(1));
        assertThat(RrReader.withDefaults().read(utf16).value().toMillis()).containsExactly(812, 830);
    }

    @Test
    void doesNotEchoALongText() {
        assertThatThrownBy(() -> read("812\n" + "9".repeat(5000) + "\n"))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    }
}
