package org.lacrima.io.binary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleUnaryOperator;
import org.lacrima.io.SampleSource;

/**
 * Samples of one channel among those of others: the file repeats a pattern of bytes, in which the channel has one or more
 * places.
 *
 * @param file where the samples are
 * @param dataOffset byte at which the first pattern begins
 * @param patternBytes bytes of one pattern
 * @param places bytes within the pattern at which a sample of the channel begins, ascending
 * @param encoding how a sample is stored
 * @param scale from the stored number to the physical quantity; NaN where the number says that nothing was recorded
 */
public record InterleavedSamples(
        Path file, long dataOffset, int patternBytes, Places places, Encoding encoding, DoubleUnaryOperator scale)
        implements SampleSource {
    private static final int BLOCK_BYTES = 1 << 17;

    /** Where in the pattern the samples of a channel are. */
    public interface Places {
        /** How many there are in one pattern. */
        int size();

        /** Byte within the pattern of place {@code i}. */
        int at(int i);

        /** Places one after the other. */
        static Places consecutive(int first, int size, int step) {
            return new Places() {
                @Override
                public int size() {
                    return size;
                }

                @Override
                public int at(int i) {
                    return first + i * step;
                }
            };
        }

        /** Places as listed. */
        static Places of(int[] offsets) {
            int[] own = offsets.clone();
            return new Places() {
                @Override
                public int size() {
                    return own.length;
                }

                @Override
                public int at(int i) {
                    return own[i];
                }
            };
        }
    }

    @Override
    public void read(long from, long count, Sink sink) throws IOException {
        try (BinaryFile in = BinaryFile.open(file)) {
            int perPattern = places.size();
            double[] samples = new double[(int) Math.min(count, 1 << 14)];
            byte[] block = new byte[0];
            long done = 0;
            while (done < count) {
                long pattern = (from + done) / perPattern;
                int place = (int) ((from + done) % perPattern);
                int patterns = (int)
                        Math.max(1, Math.min(BLOCK_BYTES / patternBytes, (place + count - done) / perPattern + 1));
                long left = Math.min(count - done, (long) patterns * perPattern - place);
                int take = (int) Math.min(left, samples.length);
                // Only the bytes from the first to the last wanted sample: a pattern may be a long record.
                long begin = start(pattern, place);
                long lastIndex = place + take - 1L;
                int length = (int) (start(pattern + lastIndex / perPattern, (int) (lastIndex % perPattern)) - begin)
                        + encoding.bytes();
                block = block.length < length ? new byte[length] : block;
                in.read(begin, block, length);
                int base = places.at(place);
                int shift = 0;
                for (int i = 0; i < take; i++) {
                    samples[i] = scale.applyAsDouble(encoding.decode(block, shift + places.at(place) - base));
                    if (++place == perPattern) {
                        place = 0;
                        shift += patternBytes;
                    }
                }
                sink.accept(samples, take);
                done += take;
            }
        }
    }

    private long start(long pattern, int place) {
        return dataOffset + pattern * patternBytes + places.at(place);
    }
}
