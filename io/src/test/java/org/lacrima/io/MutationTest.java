package org.lacrima.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacrima.io.rr.RrReader;
import org.lacrima.io.saliva.SalivaTableReader;
import org.lacrima.io.study.StudyOnDisk;
import org.lacrima.io.study.StudyReader;

/**
 * Files that were changed at random are read, or refused with a reason: never another exception. Seeded, so that what
 * fails once fails again; bounded in time, so that the build stays short.
 */
class MutationTest {
    private static final long NANOS_PER_READER = 400_000_000L;
    private static final List<String> WORDS = List.of(
            "",
            "\n",
            "\r",
            "\t",
            ";",
            ",",
            ".",
            "-",
            "\"",
            "{",
            "}",
            "[",
            "n/a",
            "NaN",
            "1e308",
            "1e-320",
            "-1",
            "0",
            "99999999999999999999",
            "phase/",
            "gap",
            "\u0000",
            "\uFEFF",
            "\uFFFF",
            "İ",
            "../",
            "null",
            "1e999999999");

    @TempDir
    Path folder;

    /** A reading of what is on the disk; may be refused, must not fail otherwise. */
    private interface Reading {
        void read() throws IOException;
    }

    private static byte[] mutate(byte[] original, Random random) {
        byte[] bytes = original.clone();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes = spliced(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(8)), new byte[0]);
                case 1 -> bytes = spliced(bytes, at, at, word(random));
                case 2 -> bytes = spliced(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(6)), word(random));
                default ->
                    bytes = bytes.length == 0
                            ? bytes
                            : spliced(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
            }
        }
        return bytes;
    }

    private static byte[] word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
        byte[] result = Arrays.copyOf(bytes, bytes.length - (to - from) + middle.length);
        System.arraycopy(middle, 0, result, from, middle.length);
        System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
        return result;
    }

    private static int mutateAndRead(List<Path> files, Reading reading, long seed) throws IOException {
        Random random = new Random(seed);
        long end = System.nanoTime() + NANOS_PER_READER;
        int readings = 0;
        while (System.nanoTime() < end || readings < 50) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] original = Files.readAllBytes(file);
            byte[] mutated = mutate(original, random);
            Files.write(file, mutated);
            try {
                reading.read();
            } catch (StudyReadException e) {
                assertThat(e.problems()).isNotEmpty();
            } catch (RuntimeException | Error e) {
                throw new AssertionError(
                        "seed " + seed + ", reading " + readings + " of " + file.getFileName() + ": "
                                + new String(mutated, StandardCharsets.UTF_8),
                        e);
            } finally {
                Files.write(file, original);
            }
            readings++;
        }
        return readings;
    }

    @Test
    void rrTextIsReadOrRefused() throws IOException {
        List<Path> files = List.of(
                Files.writeString(folder.resolve("a.txt"), "812\n830\n815\n# c\n822\n801\n"),
                Files.writeString(folder.resolve("b.txt"), "time_s;rr_s;label\n0,8;0,812;N\n1,6;0,83;V\n2,4;0,815;N\n"),
                Files.writeString(folder.resolve("c.txt"), "0.352\n1.036\n1.700\n2.364\n3.024\n"),
                Files.writeString(folder.resolve("d.txt"), "0,0.862\n0.862,0.834\n1.696,0.846\n"));

        for (Path file : files) {
            assertThat(mutateAndRead(
                            List.of(file),
                            () -> RrReader.withDefaults()
                                    .with(Strictness.LENIENT)
                                    .read(file),
                            11))
                    .isPositive();
        }
    }

    @Test
    void salivaTablesAreReadOrRefused() throws IOException {
        SalivaTableReader reader =
                SalivaTableReader.withDefaults().withMinutes(-1, 20).with(Strictness.LENIENT);
        Path wide =
                Files.writeString(folder.resolve("w.csv"), "subject;condition;S0;S1\n001;CFT;4,25;1,3\n002;C;0,3;2\n");
        Path tall = Files.writeString(
                folder.resolve("l.csv"), "subject,sample,time,cortisol (nmol/l)\na,S0,-1,5\na,S1,20,7\nb,S0,-2,5\n");

        assertThat(mutateAndRead(List.of(wide), () -> reader.read(wide), 12)).isPositive();
        assertThat(mutateAndRead(List.of(tall), () -> reader.read(tall), 13)).isPositive();
        assertThat(mutateAndRead(
                        List.of(tall),
                        () -> SalivaTableReader.withDefaults()
                                .with(Strictness.LENIENT)
                                .read(tall),
                        14))
                .isPositive();
    }

    @Test
    void studyFoldersAreReadOrRefused() throws IOException {
        Path study = StudyOnDisk.at(folder.resolve("study")).folder();
        List<Path> files;
        try (Stream<Path> all = Files.walk(study)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        StudyReader reader = StudyReader.withDefaults().with(Strictness.LENIENT);

        assertThat(mutateAndRead(files, () -> reader.read(study), 15)).isPositive();
    }
}
