package org.lacrima.io.acq;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.lacrima.io.SampleSource;
import org.lacrima.io.binary.BinaryFile;
import org.lacrima.io.binary.Encoding;

/**
 * Samples of one channel that is packed by zlib, low byte first. Unpacking always starts with the first sample.
 *
 * @param offset byte at which the packed samples begin
 * @param packedBytes how many bytes they take
 */
record PackedData(Path file, AcqChannel channel, long offset, long packedBytes) implements SampleSource {
    private static final int BLOCK = 1 << 16;

    @Override
    public void read(long from, long count, Sink sink) throws IOException {
        int bytes = channel.sampleBytes();
        Encoding encoding = channel.encoding(false);
        double[] samples = new double[BLOCK / bytes];
        long[] seen = {0};
        try {
            unpack((from + count) * bytes, (block, length) -> {
                int first = (int) Math.max(0, Math.min(length / bytes, from - seen[0]));
                int size = (int) (Math.min(length / bytes, from + count - seen[0]) - first);
                for (int i = 0; i < size; i++) {
                    samples[i] = channel.physical(encoding.decode(block, (first + i) * bytes));
                }
                seen[0] += length / bytes;
                if (size > 0) {
                    sink.accept(samples, size);
                }
            });
        } catch (DataFormatException e) {
            throw new IOException(file + ": packed samples of " + channel.name() + " are damaged", e);
        }
        if (seen[0] < from + count) {
            throw new EOFException(file + ": packed samples of " + channel.name() + " end early");
        }
    }

    /** What is wrong with the packed samples; empty where nothing is. */
    String check() throws IOException {
        long expected = channel.size() * channel.sampleBytes();
        try {
            long unpacked = unpack(Long.MAX_VALUE, (block, length) -> {});
            return unpacked == expected
                    ? ""
                    : String.format(
                            Locale.ROOT,
                            "the samples of %s unpack to %d bytes, %d expected",
                            channel.name(),
                            unpacked,
                            expected);
        } catch (DataFormatException e) {
            return "the packed samples of " + channel.name() + " are damaged";
        }
    }

    /** Takes what was unpacked. */
    private interface Unpacked {
        void accept(byte[] block, int length);
    }

    /** Unpacks in full blocks until enough is there or the stream ends; returns the bytes unpacked. */
    private long unpack(long enough, Unpacked sink) throws IOException, DataFormatException {
        long most = channel.size() * channel.sampleBytes() + 1;
        byte[] packed = new byte[(int) Math.min(BLOCK, packedBytes)];
        byte[] block = new byte[BLOCK];
        Inflater inflater = new Inflater();
        try (BinaryFile in = BinaryFile.open(file)) {
            long fed = 0;
            long total = 0;
            int filled = 0;
            while (!inflater.finished() && total + filled < Math.min(enough, most)) {
                if (inflater.needsInput()) {
                    int length = (int) Math.min(packed.length, packedBytes - fed);
                    if (length == 0) {
                        throw new DataFormatException("ends early");
                    }
                    in.read(offset + fed, packed, length);
                    inflater.setInput(packed, 0, length);
                    fed += length;
                }
                int n = inflater.inflate(block, filled, block.length - filled);
                if (n == 0 && inflater.needsDictionary()) {
                    throw new DataFormatException("asks for a dictionary");
                }
                filled += n;
                if (filled == block.length) {
                    sink.accept(block, filled);
                    total += filled;
                    filled = 0;
                }
            }
            sink.accept(block, filled);
            return total + filled;
        } finally {
            inflater.end();
        }
    }
}
