package org.lacrima.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be read or meant is told with place and remedy, by status 1 or 2, and nothing is written. */
class BadInputTest {
    @TempDir
    private Path folder;

    private Path rr = Path.of("");
    private Path saliva = Path.of("");

    @BeforeEach
    void writeGoodInput() throws IOException {
        rr = Files.writeString(folder.resolve("my rr's.txt"), "800\n860\n800\n900\n");
        saliva = Files.writeString(
                folder.resolve("saliva.csv"), "subject,group,S0,S1\np1,a,5,4\np2,a,5,5\np3,b,6,5\np4,b,7,6\n");
    }

    @Test
    void aFolderIsNoRecordingAndARecordingIsNoStudy() {
        assertBadInput(Shell.run("hrv", folder.toString()), folder + ": is a folder; name a file");
        assertBadInput(Shell.run("saliva", folder.toString(), "--times=0,1"), folder + ": is a folder; name a file");
        assertBadInput(Shell.run("compare", rr.toString()), rr + ": is a file; name the folder of the study");
        Path none = folder.resolve("none");
        assertBadInput(Shell.run("compare", none.toString()), none + ": no such file or folder");
    }

    @Test
    void problemsOfRecordingsNameTheFileAsItWasGiven() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Path bad = Files.writeString(other.resolve(rr.getFileName()), "800\n8l2\n810\n");

        assertBadInput(
                Shell.run("hrv", rr.toString(), bad.toString()),
                bad + ":2: \"8l2\" is not a number; write digits",
                "1 problem; nothing was written");
    }

    @Test
    void secondsDeclaredAsMillisecondsAreRefused() throws IOException {
        Path seconds = Files.writeString(folder.resolve("s.txt"), "0.8\n0.82\n0.79\n");

        assertBadInput(
                Shell.run("hrv", seconds.toString(), "--unit=ms"), "s.txt:1: cannot be in ms", "which looks like s");
    }

    @Test
    void whatIsNoNumberIsNeverMeasured() throws IOException {
        Path words = Files.writeString(folder.resolve("w.txt"), "800\nNaN\n1e308\n-5\n810\n");

        assertBadInput(
                Shell.run("hrv", words.toString()),
                "w.txt:2: \"NaN\" is not a number",
                "w.txt:3: \"1e308\" is longer than a day",
                "w.txt:4: \"-5\" is not a positive interval");
        Shell lenient = Shell.run("hrv", words.toString(), "--lenient", "--tsv", "--metrics=MeanNN");
        assertThat(lenient.status()).isZero();
        assertThat(lenient.out()).contains("MeanNN\t805.0\tms\t2\tn/a");
    }

    @Test
    void longIntervalsArePointedOutInASentence() throws IOException {
        Path gaps = Files.writeString(folder.resolve("g.txt"), "800\n810\n7476.56\n800\n6000.5\n790\n");

        Shell asRead = Shell.run("hrv", gaps.toString(), "--tsv", "--metrics=MeanNN");
        Shell asGaps = Shell.run("hrv", gaps.toString(), "--tsv", "--metrics=MeanNN", "--gaps-above=5");

        assertThat(asRead.err())
                .contains("g.txt:3: warning: \"7476.56\" is an interval of 7.5 s, the first of 2 above 5 s;");
        assertThat(asGaps.out()).contains("MeanNN\t800.0\tms\t4");
    }

    @Test
    void samplesNeedTimesAndGroups() throws IOException {
        assertBadUsage(saliva("--times=NaN,1"), "--times takes minutes within a year of the stressor, got NaN");
        assertBadUsage(saliva("--times=1e308,1"), "--times takes minutes within a year of the stressor");
        assertBadUsage(saliva("--times=0,30", "--slope=S1:S1"), "--slope takes two of the samples [S0, S1] as A:B");
        assertBadInput(saliva("--times=30,30"), "saliva.csv:1: has two samples at one of the times given");
        Files.writeString(saliva, "subject,S0,S1\np1,5,4\np2,5,5\n");
        assertBadInput(saliva("--times=0,30"), "saliva.csv: has no column of groups; add a column named group");
        Files.writeString(saliva, "subject,group,S0,S1\np1,a,O.5,4\np2,a,5,5\n");
        assertBadInput(saliva("--times=0,30"), "saliva.csv:2: S0 \"O.5\" is not a concentration");
    }

    @Test
    void argumentsThatAreNotKnownAreToldInAFewLines() {
        assertBadUsage(Shell.run("hrv", rr.toString(), "--metrics=meannn"), "did you mean \"MeanNN\"?");
        assertBadUsage(Shell.run("hrv", rr.toString(), "--profile=kubio"), "did you mean \"kubios\"?");
        assertBadUsage(Shell.run("hrv", rr.toString(), "--metric=RMSSD"), "--metrics");
        assertBadUsage(Shell.run("hrv", rr.toString(), "--window=60-0"), "--window takes two seconds in order");
        assertBadUsage(Shell.run("hrv", rr.toString(), "--gaps-above=NaN"), "--gaps-above takes seconds above 0");
        assertBadUsage(Shell.run("hrv", rr.toString(), "--unit=furlong"), "--unit takes ms, s or a sampling rate");
    }

    @Test
    void aReportIsNotWrittenOverAFile() throws IOException {
        String example = Path.of(System.getProperty("lacrima.root", ".."), "examples", "study")
                .toString();

        assertBadInput(Shell.run("compare", example, "--out", rr.toString()), rr + " is a file; name a folder");
        assertBadInput(
                Shell.run("compare", example, "--out", rr.resolve("report").toString()),
                rr + " is a file; name a folder");
        assertThat(Files.readString(rr)).startsWith("800");
    }

    private Shell saliva(String... more) {
        String[] args = new String[2 + more.length];
        args[0] = "saliva";
        args[1] = saliva.toString();
        System.arraycopy(more, 0, args, 2, more.length);
        return Shell.run(args);
    }

    private static void assertBadInput(Shell shell, String... told) {
        assertThat(shell.status()).as(shell.err()).isEqualTo(1);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).contains(told).doesNotContain("Exception", "\tat ");
    }

    private static void assertBadUsage(Shell shell, String... told) {
        assertThat(shell.status()).as(shell.err()).isEqualTo(2);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).contains(told).doesNotContain("Exception", "\tat ");
        assertThat(shell.err().lines()).hasSizeLessThan(6);
    }
}
