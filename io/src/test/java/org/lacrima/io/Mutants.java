package org.lacrima.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/**
 * Changes a file at random and has it read: it must be read, or refused with a reason, and never anything else. Seeded;
 * bounded in number and time.
 */
public final class Mutants {
    private static final int MOST = 2000;
    private static final long MOST_NANOS = 1_500_000_000L;
    private static final byte[] EXTREMES = {0, 1, -1, 127, -128, '0', '9', '-', ' ', '\n', '~', '/'};

    private Mutants() {}

    /** A reading that touches all samples; may be refused, must not fail otherwise. */
    public interface Reading {
        Loaded<Recording> read(Path file) throws IOException;
    }

    public static void areReadOrRefused(Path file, Reading reading, long seed) throws IOException {
        byte[] original = Files.readAllBytes(file);
        Random random = new Random(seed);
        long end = System.nanoTime() + MOST_NANOS;
        int refused = 0;
        int read = 0;
        for (int i = 0; i < MOST && System.nanoTime() < end; i++) {
            byte[] mutant = mutant(original, random);
            Files.write(file, mutant);
            try {
                for (Channel channel : reading.read(file).value().channels()) {
                    channel.samples(0, (int) Math.min(channel.size(), 1 << 16));
                }
                read++;
            } catch (StudyReadException e) {
                assertThat(e.problems()).isNotEmpty();
                refused++;
            } catch (RuntimeException | Error | IOException e) {
                throw new AssertionError("seed " + seed + ", mutant " + i + " of " + file.getFileName(), e);
            }
        }
        Files.write(file, original);
        assertThat(refused).as("mutants refused").isPositive();
        assertThat(read).as("mutants read").isPositive();
    }

    private static byte[] mutant(byte[] original, Random random) {
        byte[] bytes = original.clone();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            // Headers come first and decide most: half of the changes go there.
            int at = random.nextInt(random.nextBoolean() ? Math.min(512, bytes.length) : bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 3 -> bytes[at] = EXTREMES[random.nextInt(EXTREMES.length)];
                case 4 ->
                    Arrays.fill(
                            bytes,
                            at,
                            Math.min(bytes.length, at + 1 + random.nextInt(8)),
                            EXTREMES[random.nextInt(EXTREMES.length)]);
                default -> {
                    int cut = Math.min(bytes.length - 1, 1 + random.nextInt(4));
                    int from = Math.min(at, bytes.length - cut);
                    byte[] shorter = new byte[bytes.length - cut];
                    System.arraycopy(bytes, 0, shorter, 0, from);
                    System.arraycopy(bytes, from + cut, shorter, from, shorter.length - from);
                    bytes = shorter.length == 0 ? bytes : shorter;
                }
            }
        }
        return bytes;
    }
}
