package org.lacrima.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Changes a file at random, many times, and has it read each time: it is read, or refused with a reason, and nothing else
 * happens. Seeded, so that what fails once fails again; bounded in number and time.
 */
public final class TextMutants {
    private static final int MOST = 2000;
    private static final long LONGEST_NANOS = 600_000_000L;
    private static final List<String> WORDS = List.of(
            "",
            "\n",
            "\r",
            "\t",
            ";",
            ",",
            ".",
            ":",
            "-",
            "\"",
            "{",
            "}",
            "[",
            "]",
            "<",
            ">",
            "/>",
            "&x;",
            "n/a",
            "NaN",
            "1e308",
            "-1",
            "0",
            "99999999999999999999",
            "STATE",
            "POINT",
            "START",
            "STOP",
            "phase/a",
            "\u0000",
            "\uFEFF",
            "İ",
            "../",
            "null",
            "1e999999999",
            "<!DOCTYPE a [",
            "24:61:99");

    private TextMutants() {}

    /** A reading of a file. */
    public interface Reading {
        void read(Path file) throws IOException;
    }

    /** Reads mutants of a file, whose content is the same afterwards. */
    public static void of(Path file, long seed, Reading reading) throws IOException {
        byte[] original = Files.readAllBytes(file);
        Random random = new Random(seed);
        long end = System.nanoTime() + LONGEST_NANOS;
        for (int i = 0; i < MOST && (i < 50 || System.nanoTime() < end); i++) {
            byte[] mutant = mutated(original, random);
            Files.write(file, mutant);
            try {
                reading.read(file);
            } catch (StudyReadException e) {
                assertThat(e.problems()).isNotEmpty();
                assertThat(e.getMessage()).hasSizeLessThan(100_000);
            } catch (IOException | RuntimeException | Error e) {
                throw new AssertionError(
                        "seed " + seed + ", mutant " + i + " of " + file.getFileName() + ": "
                                + new String(mutant, StandardCharsets.ISO_8859_1),
                        e);
            } finally {
                Files.write(file, original);
            }
        }
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original.clone();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            int at = random.nextInt(bytes.length);
            int end = Math.min(bytes.length, at + 1 + random.nextInt(8));
            byte[] word = WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
            bytes = switch (random.nextInt(6)) {
                case 0 -> spliced(bytes, at, end, new byte[0]);
                case 1 -> spliced(bytes, at, at, word);
                case 2 -> spliced(bytes, at, end, word);
                case 3 -> random.nextInt(10) == 0 ? Arrays.copyOf(bytes, at) : bytes;
                case 4 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, random.nextInt(at + 1), at));
                default -> spliced(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
            };
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
        byte[] result = Arrays.copyOf(bytes, bytes.length - (to - from) + middle.length);
        System.arraycopy(middle, 0, result, from, middle.length);
        System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
        return result;
    }
}
