package org.lacrima.io.wfdb;

import java.io.IOException;
import java.nio.file.Path;
import org.lacrima.io.SampleSource;
import org.lacrima.io.binary.BinaryFile;

/**
 * Samples of one signal in a signal file, where the frames of all signals of the file follow one another.
 *
 * @param frameSamples samples of all signals in one frame
 * @param firstInFrame how many samples of other signals come before in the frame
 * @param perFrame samples of this signal in one frame
 * @param skewFrames by how many frames the signal is late in the file
 * @param framesInFile frames that the file holds
 */
record PackedSamples(
        Path file,
        WfdbSignal signal,
        SignalFormat format,
        int frameSamples,
        int firstInFrame,
        int perFrame,
        int skewFrames,
        long framesInFile)
        implements SampleSource {
    private static final int BLOCK_SAMPLES = 1 << 15;

    @Override
    public void read(long from, long count, Sink sink) throws IOException {
        long there = Math.max(0, Math.min(count, (framesInFile - skewFrames) * perFrame - from));
        if (there > 0) {
            if (format == SignalFormat.DIFFERENCES_8) {
                readDifferences(from, there, sink);
            } else {
                decode(from, there, this::physical, sink);
            }
        }
        Missing.samples(count - there, sink);
    }

    /** What becomes of a number in the file. */
    private interface Decoded {
        double of(int stored);
    }

    private double physical(int stored) {
        return format.isMissing(stored) ? Double.NaN : (stored - signal.baseline()) / signal.gain();
    }

    /** Differences add up from the first sample on, so all before are read too. */
    private void readDifferences(long from, long count, Sink sink) throws IOException {
        int[] sum = {signal.initial()};
        long[] seen = {-(from + (long) skewFrames * perFrame)};
        PackedSamples whole =
                new PackedSamples(file, signal, format, frameSamples, firstInFrame, perFrame, 0, framesInFile);
        whole.decode(
                0,
                count - seen[0],
                stored -> {
                    sum[0] += stored;
                    return physical(sum[0]);
                },
                (samples, size) -> {
                    int skipped = (int) Math.max(0, Math.min(size, -seen[0]));
                    seen[0] += size;
                    if (skipped > 0) {
                        System.arraycopy(samples, skipped, samples, 0, size - skipped);
                    }
                    if (size > skipped) {
                        sink.accept(samples, size - skipped);
                    }
                });
    }

    private void decode(long from, long count, Decoded decoded, Sink sink) throws IOException {
        int blockFrames = Math.max(1, BLOCK_SAMPLES / frameSamples);
        double[] samples = new double[(int) Math.min(count, (long) blockFrames * perFrame)];
        int groupSamples = format.groupSamples();
        byte[] block = new byte[(blockFrames * frameSamples / groupSamples + 2) * format.groupBytes()];
        try (BinaryFile in = BinaryFile.open(file)) {
            long done = 0;
            while (done < count) {
                long frame = (from + done) / perFrame + skewFrames;
                int inFrame = (int) ((from + done) % perFrame);
                long first = frame * frameSamples;
                long group = first / groupSamples;
                int shift = (int) (first - group * groupSamples);
                int take =
                        (int) Math.min(count - done, Math.min(samples.length, (long) blockFrames * perFrame - inFrame));
                int lastFrame = (inFrame + take - 1) / perFrame;
                int needed = ((shift + (lastFrame + 1) * frameSamples - 1) / groupSamples + 1) * format.groupBytes();
                long at = signal.byteOffset() + group * format.groupBytes();
                int length = (int) Math.min(needed, in.size() - at);
                in.read(at, block, Math.max(0, length));
                int base = shift + firstInFrame;
                for (int i = 0; i < take; i++) {
                    samples[i] = decoded.of(format.decode(block, base + inFrame));
                    if (++inFrame == perFrame) {
                        inFrame = 0;
                        base += frameSamples;
                    }
                }
                sink.accept(samples, take);
                done += take;
            }
        }
    }
}
