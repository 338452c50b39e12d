package org.lacrima.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.series.Window;

/**
 * One channel of a recording: one quantity, one unit, one rate. Its samples stay in the file until they are asked for,
 * so that five minutes of a day cost the memory of five minutes.
 *
 * <p>A channel is made of stretches; between them the device was off. Inside a stretch single samples may be missing,
 * which cuts what is returned as a signal.
 */
public final class Channel {
    /** What a Java array can hold. */
    private static final long MOST_SAMPLES = Integer.MAX_VALUE - 8;

    private final String name;
    private final Unit unit;
    private final double rateHz;
    private final List<Stretch> stretches;
    private final SampleSource source;

    private Channel(String name, Unit unit, double rateHz, List<Stretch> stretches, SampleSource source) {
        this.name = name;
        this.unit = unit;
        this.rateHz = rateHz;
        this.stretches = List.copyOf(stretches);
        this.source = source;
    }

    /** An uninterrupted channel that starts at 0 s. */
    public static Channel of(String name, Unit unit, double rateHz, long size, SampleSource source) {
        return of(name, unit, rateHz, List.of(new Stretch(0, size, 0, rateHz)), source);
    }

    /**
     * A channel of stretches.
     *
     * @param name name as the file has it
     * @param unit unit of the samples as the source gives them
     * @param rateHz samples per second as the file states them
     * @param stretches in the order of their samples, each where the one before ends
     * @param source gives the samples
     */
    public static Channel of(String name, Unit unit, double rateHz, List<Stretch> stretches, SampleSource source) {
        long next = 0;
        for (Stretch stretch : stretches) {
            if (stretch.firstSample() != next) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "stretch of %s starts with sample %d, %d expected",
                        name,
                        stretch.firstSample(),
                        next));
            }
            next += stretch.size();
        }
        return new Channel(name, unit, rateHz, stretches, source);
    }

    /** Name as the file has it. */
    public String name() {
        return name;
    }

    /** Unit of the samples. */
    public Unit unit() {
        return unit;
    }

    /** Samples per second as the file states them; a stretch may know its own better. */
    public double rateHz() {
        return rateHz;
    }

    /** Number of samples. */
    public long size() {
        return stretches.stream().mapToLong(Stretch::size).sum();
    }

    /** The uninterrupted parts, in the order of their samples. */
    public List<Stretch> stretches() {
        return stretches;
    }

    /** Passes over all samples in their order, in pieces of any size; NaN where nothing was recorded. */
    public void forEach(SampleSource.Sink sink) throws IOException {
        source.read(0, size(), sink);
    }

    /**
     * Samples by their number; NaN where nothing was recorded.
     *
     * @param from number of the first, counted from 0
     * @param count how many
     */
    public double[] samples(long from, int count) throws IOException {
        if (from < 0 || count < 0 || from + count > size()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%s has %d samples, got %d from sample %d on", name, size(), count, from));
        }
        double[] samples = new double[count];
        int[] filled = new int[1];
        source.read(from, count, (block, size) -> {
            System.arraycopy(block, 0, samples, filled[0], size);
            filled[0] += size;
        });
        return samples;
    }

    /**
     * The signal inside a window, one per piece without a missing sample; none where nothing was recorded.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if the window holds more samples than an array can
     */
    public List<SampledSignal> during(Window window) throws IOException {
        List<SampledSignal> pieces = new ArrayList<>();
        for (Stretch stretch : stretches) {
            long first = clamped(stretch, window.startSeconds());
            long last = Math.max(first, clamped(stretch, window.endSeconds()));
            addPieces(pieces, stretch, first, last);
        }
        return pieces;
    }

    /** The whole channel as signals, one per piece without a missing sample. */
    public List<SampledSignal> signals() throws IOException {
        List<SampledSignal> pieces = new ArrayList<>();
        for (Stretch stretch : stretches) {
            addPieces(pieces, stretch, 0, stretch.size());
        }
        return pieces;
    }

    private static long clamped(Stretch stretch, double seconds) {
        double index = Math.ceil((seconds - stretch.startSeconds()) * stretch.rateHz() - 1e-6);
        return (long) Math.max(0, Math.min((double) stretch.size(), index));
    }

    private void addPieces(List<SampledSignal> pieces, Stretch stretch, long first, long last) throws IOException {
        if (last - first > MOST_SAMPLES) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%d samples of %s do not fit into one array; take a shorter window",
                    last - first,
                    name));
        }
        if (last == first) {
            return;
        }
        double[] samples = samples(stretch.firstSample() + first, (int) (last - first));
        int from = 0;
        for (int i = 0; i <= samples.length; i++) {
            if (i < samples.length && Double.isFinite(samples[i])) {
                continue;
            }
            if (i > from) {
                double start = stretch.startSeconds() + (first + from) / stretch.rateHz();
                double[] piece = from == 0 && i == samples.length ? samples : Arrays.copyOfRange(samples, from, i);
                pieces.add(SampledSignal.of(name, unit, stretch.rateHz(), start, piece));
            }
            from = i + 1;
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s [%s] %d samples at %s Hz", name, unit, size(), rateHz);
    }
}
