package org.lacrima.io.xdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.lacrima.io.SampleSource;
import org.lacrima.io.binary.BinaryFile;
import org.lacrima.io.binary.Encoding;

/**
 * Samples of one channel of a stream of numbers.
 *
 * @param channel its number in the stream, counted from 0
 */
record XdfSamples(Path file, XdfStream stream, Encoding encoding, int channel) implements SampleSource {
    private static final int BLOCK = 1 << 13;

    @Override
    public void read(long from, long count, Sink sink) throws IOException {
        if (count == 0) {
            return;
        }
        double[] samples = new double[(int) Math.min(count, BLOCK)];
        int[] filled = {0};
        long end = from + count;
        List<XdfStream.Chunk> chunks = stream.chunks();
        try (BinaryFile in = BinaryFile.open(file)) {
            XdfCursor cursor = new XdfCursor(in);
            for (int c = indexOf(from); c < chunks.size() && chunks.get(c).firstSample() < end; c++) {
                XdfStream.Chunk chunk = chunks.get(c);
                long[] number = {chunk.firstSample()};
                long last = c + 1 < chunks.size() ? chunks.get(c + 1).firstSample() : stream.samples();
                long stop = Math.min(end, last);
                try {
                    stream.walk(cursor, chunk.from(), chunk.end(), chunk.timeBefore(), (time, at) -> {
                        if (number[0] >= stop) {
                            throw new Enough();
                        }
                        at.skip((long) channel * encoding.bytes());
                        double value = at.number(encoding);
                        at.skip((stream.channels() - channel - 1L) * encoding.bytes());
                        if (number[0]++ >= from) {
                            samples[filled[0]++] = value;
                            if (filled[0] == samples.length) {
                                sink.accept(samples, filled[0]);
                                filled[0] = 0;
                            }
                        }
                    });
                } catch (Enough | XdfDamage e) {
                    // Beyond what is asked for, damage does not matter: it was told when the file was read.
                    if (number[0] < stop) {
                        throw e;
                    }
                }
            }
        }
        if (filled[0] > 0) {
            sink.accept(samples, filled[0]);
        }
    }

    /** Ends the walk through a chunk. */
    private static final class Enough extends IOException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super("enough");
        }
    }

    /** The chunk that holds a sample. */
    private int indexOf(long sample) {
        int low = 0;
        int high = stream.chunks().size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (stream.chunks().get(middle).firstSample() <= sample) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
