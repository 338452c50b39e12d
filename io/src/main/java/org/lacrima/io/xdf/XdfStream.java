package org.lacrima.io.xdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lacrima.io.Stretch;
import org.lacrima.io.binary.Encoding;

/** One stream while its file is read: description, clock offsets, where its samples are, and their times. */
final class XdfStream {
    /** Chunks of samples, each with its place and how many samples of the stream come before. */
    record Chunk(long from, long end, long firstSample, double timeBefore) {}

    private static final Map<String, Encoding> ENCODINGS = Map.of(
            "int8", Encoding.INT8,
            "int16", Encoding.INT16_LITTLE,
            "int32", Encoding.INT32_LITTLE,
            "int64", Encoding.INT64_LITTLE,
            "float32", Encoding.FLOAT32_LITTLE,
            "double64", Encoding.FLOAT64_LITTLE);
    private static final double BREAK_SECONDS = 1;
    private static final double BREAK_SAMPLES = 500;

    private final XdfHeader header;
    private final int channels;
    private final double rateHz;
    private final @Nullable Encoding encoding;
    private final List<Chunk> chunks = new ArrayList<>();
    private double[] offsetTimes = new double[8];
    private double[] offsets = new double[8];
    private int offsetCount;

    private List<ClockFit> clocks = List.of();
    private final List<EvenTimes> segments = new ArrayList<>();
    private int clock = -1;
    private double lastTime;
    private long samples;

    XdfStream(XdfHeader header, int channels, double rateHz) {
        this.header = header;
        this.channels = channels;
        this.rateHz = rateHz;
        encoding = ENCODINGS.get(header.text("channel_format"));
    }

    static boolean isFormat(String format) {
        return format.equals("string") || ENCODINGS.containsKey(format);
    }

    XdfHeader header() {
        return header;
    }

    String name() {
        return header.text("name");
    }

    int channels() {
        return channels;
    }

    double rateHz() {
        return rateHz;
    }

    /** How numbers are stored; empty for texts. */
    Optional<Encoding> encoding() {
        return Optional.ofNullable(encoding);
    }

    boolean isEven() {
        return rateHz > 0 && encoding != null;
    }

    List<Chunk> chunks() {
        return chunks;
    }

    long samples() {
        return samples;
    }

    void addOffset(double time, double offset) {
        if (offsetCount == offsets.length) {
            offsetTimes = Arrays.copyOf(offsetTimes, 2 * offsetCount);
            offsets = Arrays.copyOf(offsets, 2 * offsetCount);
        }
        offsetTimes[offsetCount] = time;
        offsets[offsetCount++] = offset;
    }

    void fitClock() {
        clocks = ClockFit.of(Arrays.copyOf(offsetTimes, offsetCount), Arrays.copyOf(offsets, offsetCount));
    }

    /** Takes the samples of one chunk. */
    interface Sink {
        /** Called with the time of a sample in the stream's own clock, the cursor standing at its values. */
        void sample(double time, XdfCursor cursor) throws IOException;
    }

    /**
     * Walks through the samples of a chunk.
     *
     * @param timeBefore time of the sample before the first, from which missing times are counted
     * @return time of the last sample
     */
    double walk(XdfCursor cursor, long from, long end, double timeBefore, Sink sink) throws IOException {
        cursor.within(from, end);
        long count = cursor.length();
        double time = timeBefore;
        for (long i = 0; i < count; i++) {
            long at = cursor.position();
            int timeBytes = cursor.uint8();
            if (timeBytes != 0 && timeBytes != 8) {
                throw new XdfDamage(at, "is no sample: its time has " + timeBytes + " bytes");
            }
            time = timeBytes == 8 ? cursor.number(Encoding.FLOAT64_LITTLE) : time + (rateHz > 0 ? 1 / rateHz : 0);
            if (!Double.isFinite(time)) {
                throw new XdfDamage(at, "is a sample without a finite time");
            }
            sink.sample(time, cursor);
        }
        if (cursor.left() != 0) {
            throw new XdfDamage(cursor.position(), "holds bytes after the last sample of its chunk");
        }
        return time;
    }

    void skipValues(XdfCursor cursor) throws IOException {
        if (encoding != null) {
            cursor.skip((long) channels * encoding.bytes());
        } else {
            for (int c = 0; c < channels; c++) {
                cursor.skip(cursor.length());
            }
        }
    }

    /** Takes the time of the next sample; returns it in the recorder's clock. */
    double time(double time) {
        int nearest = clock;
        for (int k = 0; k < clocks.size(); k++) {
            if (nearest < 0
                    || clocks.get(k).distance(time) < clocks.get(nearest).distance(time)) {
                nearest = k;
            }
        }
        double corrected = nearest < 0 ? time : clocks.get(nearest).corrected(time);
        if (rateHz > 0) {
            double most = Math.max(BREAK_SECONDS, BREAK_SAMPLES / rateHz);
            if (segments.isEmpty() || nearest != clock || corrected - lastTime > most) {
                segments.add(new EvenTimes(samples));
            }
            segments.get(segments.size() - 1).add(corrected);
        }
        clock = nearest;
        lastTime = corrected;
        samples++;
        return corrected;
    }

    void addChunk(long from, long end, long firstSample, double timeBefore) {
        chunks.add(new Chunk(from, end, firstSample, timeBefore));
    }

    /** The stretches, in s of the recorder's clock. */
    List<Stretch> stretches() {
        return segments.stream().map(s -> s.stretch(rateHz)).toList();
    }

    StreamClock clock() {
        double squares = 0;
        double squaresOfJitter = 0;
        for (ClockFit fit : clocks) {
            squares += (fit.last() - fit.first() + 1) * fit.residualSeconds() * fit.residualSeconds();
        }
        for (EvenTimes segment : segments) {
            squaresOfJitter += segment.squares();
        }
        return new StreamClock(
                name(),
                offsetCount,
                Math.max(0, clocks.size() - 1),
                offsetCount == 0 ? 0 : 1000 * Math.sqrt(squares / offsetCount),
                samples == 0 ? 0 : 1000 * Math.sqrt(squaresOfJitter / samples));
    }
}
