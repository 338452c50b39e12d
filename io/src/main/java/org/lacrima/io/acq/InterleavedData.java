package org.lacrima.io.acq;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.lacrima.io.SampleSource;
import org.lacrima.io.binary.BinaryFile;
import org.lacrima.io.binary.Encoding;
import org.lacrima.io.binary.InterleavedSamples;

/**
 * Samples of one channel of a recording that is not packed. Step by step of the fastest channel, each channel whose divider
 * divides the step has a sample, in the order of the channels, as long as it has any left: so sample {@code k} of channel
 * {@code c}, at step {@code t = k·divider(c)}, has before it
 * {@code Σ bytes(d) · min(size(d), ⌈(t + [d < c]) ⁄ divider(d)⌉)} over all channels {@code d}.
 */
final class InterleavedData implements SampleSource {
    private static final long MOST_PATTERN_STEPS = 1 << 16;

    private final Path file;
    private final AcqHeader header;
    private final int index;
    private final AcqChannel channel;

    InterleavedData(Path file, AcqHeader header, int index) {
        this.file = file;
        this.header = header;
        this.index = index;
        channel = header.channels().get(index);
    }

    @Override
    public void read(long from, long count, Sink sink) throws IOException {
        long steps = patternSteps();
        long perPattern = steps == 0 ? 0 : steps / channel.divider();
        long regular = steps == 0 ? 0 : wholePatterns(steps) * perPattern;
        long fromPatterns = Math.max(0, Math.min(count, regular - from));
        if (fromPatterns > 0) {
            pattern(steps, (int) perPattern).read(from, fromPatterns, sink);
        }
        if (fromPatterns < count) {
            readOneByOne(from + fromPatterns, count - fromPatterns, sink);
        }
    }

    /** Steps after which the order of the samples repeats; 0 where that is too long to be of use. */
    private long patternSteps() {
        long steps = 1;
        for (AcqChannel c : header.channels()) {
            long a = steps;
            long b = c.divider();
            while (b != 0) {
                long rest = a % b;
                a = b;
                b = rest;
            }
            steps = steps / a * c.divider();
            if (steps > MOST_PATTERN_STEPS) {
                return 0;
            }
        }
        return steps;
    }

    private long wholePatterns(long steps) {
        return header.channels().stream()
                .mapToLong(c -> c.size() / (steps / c.divider()))
                .min()
                .orElse(0);
    }

    private InterleavedSamples pattern(long steps, int perPattern) {
        int[] places = new int[perPattern];
        for (int k = 0; k < perPattern; k++) {
            places[k] = (int) bytesBefore(k);
        }
        long bytes = header.channels().stream()
                .mapToLong(c -> steps / c.divider() * c.sampleBytes())
                .sum();
        return new InterleavedSamples(
                file,
                header.dataOffset(),
                Math.toIntExact(bytes),
                InterleavedSamples.Places.of(places),
                channel.encoding(header.isBig()),
                channel::physical);
    }

    private long bytesBefore(long k) {
        long step = k * channel.divider();
        long bytes = 0;
        List<AcqChannel> channels = header.channels();
        for (int d = 0; d < channels.size(); d++) {
            AcqChannel other = channels.get(d);
            long end = step + (d < index ? 1 : 0);
            bytes += Math.min(other.size(), (end + other.divider() - 1) / other.divider()) * other.sampleBytes();
        }
        return bytes;
    }

    private void readOneByOne(long from, long count, Sink sink) throws IOException {
        double[] samples = new double[(int) Math.min(count, 1 << 12)];
        Encoding encoding = channel.encoding(header.isBig());
        byte[] block = new byte[1 << 16];
        try (BinaryFile in = BinaryFile.open(file)) {
            long blockAt = 0;
            int blockBytes = 0;
            for (long done = 0; done < count; ) {
                int take = (int) Math.min(samples.length, count - done);
                for (int i = 0; i < take; i++) {
                    long at = header.dataOffset() + bytesBefore(from + done + i);
                    if (at < blockAt || at + encoding.bytes() > blockAt + blockBytes) {
                        blockAt = at;
                        blockBytes = (int) Math.max(encoding.bytes(), Math.min(block.length, in.size() - at));
                        in.read(at, block, blockBytes);
                    }
                    samples[i] = channel.physical(encoding.decode(block, (int) (at - blockAt)));
                }
                sink.accept(samples, take);
                done += take;
            }
        }
    }
}
