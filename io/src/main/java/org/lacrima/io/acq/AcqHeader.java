package org.lacrima.io.acq;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lacrima.io.ReadLog;
import org.lacrima.io.binary.BinaryFile;

/**
 * The headers before the data. Facts: BIOPAC Application Note 156 for old revisions; "The AcqKnowledge File Format", notes
 * of the bioread project (N. Vack, J. Ollinger, M. Davison) for later ones.
 *
 * @param revision number of the file's structure; 30 to 45 before AcqKnowledge 4, from 61 on since
 * @param isBig whether numbers have their high byte first
 * @param stepMillis time between two samples of the fastest channel, in ms
 * @param isCompressed whether each channel is packed on its own, after the markers
 * @param dataOffset byte after the headers
 */
record AcqHeader(
        int revision,
        boolean isBig,
        double stepMillis,
        boolean isCompressed,
        List<AcqChannel> channels,
        long dataOffset) {
    static final int FIRST_OF_VERSION_4 = 61;
    static final int NEEDED_BYTES = 64;
    private static final int WITH_DIVIDERS = 38;
    private static final int WITH_COMPRESSION = 41;
    private static final int PADDING_BYTES = 40;
    private static final int MOST_CHANNELS = 4096;
    /** How far the types of the channels may lie behind the place where they are due. */
    private static final int MOST_SCANNED = 4096;

    /** Byte order of a file that starts with these bytes; empty where they are no header. */
    static Optional<Boolean> byteOrder(byte[] head) {
        if (head.length < NEEDED_BYTES) {
            return Optional.empty();
        }
        for (boolean isBig : new boolean[] {false, true}) {
            AcqBytes bytes = new AcqBytes(head, isBig);
            int revision = bytes.int32(2);
            int channels = bytes.int16(10);
            double step = bytes.float64(16);
            if (revision >= 30
                    && revision < 1000
                    && channels > 0
                    && channels <= MOST_CHANNELS
                    && step > 1e-6
                    && step < 1e9) {
                return Optional.of(isBig);
            }
        }
        return Optional.empty();
    }

    /** The headers, or empty where they cannot be used; the log says why. */
    static Optional<AcqHeader> read(BinaryFile in, String name, ReadLog log) throws IOException {
        byte[] head = in.bytes(0, (int) Math.min(in.size(), 4096));
        Optional<Boolean> order = byteOrder(head);
        if (order.isEmpty()) {
            boolean isShort = head.length < NEEDED_BYTES;
            log.error(
                    name,
                    0,
                    "byte " + (isShort ? head.length : 0),
                    isShort ? "ends the file within its header" : "does not begin an AcqKnowledge recording",
                    "");
            return Optional.empty();
        }
        AcqBytes graph = new AcqBytes(head, order.get());
        int revision = graph.int32(2);
        int compressedAt = revision >= FIRST_OF_VERSION_4 ? 972 : 1936;
        boolean canBeCompressed = revision >= WITH_COMPRESSION;
        long at = graph.int32(6);
        if (at < NEEDED_BYTES || !in.has(at, 4) || (canBeCompressed && head.length < compressedAt + 4)) {
            log.error(
                    name, 0, "byte " + in.size(), "ends the file within its headers", "copy it again from its source");
            return Optional.empty();
        }
        boolean isCompressed = canBeCompressed && graph.int32(compressedAt) == 1;
        // Some revisions put short headers between; a header of a channel is longer.
        for (AcqBytes next = bytes(in, at, 4, graph);
                next.int32(0) == PADDING_BYTES && in.has(at + PADDING_BYTES, 4);
                next = bytes(in, at, 4, graph)) {
            at += PADDING_BYTES;
        }
        List<AcqChannel> channels = new ArrayList<>();
        int count = graph.int16(10);
        for (int i = 0; i < count; i++) {
            int needed = revision >= FIRST_OF_VERSION_4 ? 154 : revision >= WITH_DIVIDERS ? 252 : 112;
            int length = in.has(at, needed) ? bytes(in, at, 4, graph).int32(0) : 0;
            if (length < needed || !in.has(at, length)) {
                log.error(
                        name,
                        0,
                        "byte " + Math.min(at, in.size()),
                        String.format(Locale.ROOT, "does not begin the header of channel %d of %d", i + 1, count),
                        "copy the file again from its source");
                return Optional.empty();
            }
            channels.add(AcqChannel.of(bytes(in, at, needed, graph), revision));
            at += length;
        }
        return types(in, at, revision, graph, channels, name, log)
                .map(end -> new AcqHeader(revision, graph.isBig(), graph.float64(16), isCompressed, channels, end));
    }

    private static AcqBytes bytes(BinaryFile in, long at, int count, AcqBytes order) throws IOException {
        return new AcqBytes(in.bytes(at, count), order.isBig());
    }

    /** Finds the types of the channels after the data of other programs, sets them, and returns where they end. */
    private static Optional<Long> types(
            BinaryFile in, long at, int revision, AcqBytes order, List<AcqChannel> channels, String name, ReadLog log)
            throws IOException {
        long due = at;
        if (in.has(at, 12)) {
            AcqBytes foreign = bytes(in, at, 12, order);
            int extended = foreign.int32(8);
            due += revision < FIRST_OF_VERSION_4
                    ? foreign.int16(0) & 0xFFFF
                    : revision < 80 && extended >= 0 ? extended + 8L : 8;
        }
        int bytes = 4 * channels.size();
        int scanned = (int) Math.max(0, Math.min(MOST_SCANNED + bytes, in.size() - due));
        if (in.has(due, scanned)) {
            AcqBytes place = bytes(in, due, scanned, order);
            for (int shift = 0; shift + bytes <= scanned; shift++) {
                if (areTypes(place, shift, channels.size())) {
                    for (int i = 0; i < channels.size(); i++) {
                        channels.set(i, channels.get(i).with(place.int16(shift + 4 * i + 2) == 1));
                    }
                    return Optional.of(due + shift + bytes);
                }
            }
        }
        log.error(name, 0, "byte " + Math.min(due, in.size()), "is not followed by the types of the channels", "");
        return Optional.empty();
    }

    private static boolean areTypes(AcqBytes place, int shift, int count) {
        for (int i = 0; i < count; i++) {
            int size = place.int16(shift + 4 * i);
            int type = place.int16(shift + 4 * i + 2);
            if (!(size == 8 && type == 1) && !(size == 2 && type == 2)) {
                return false;
            }
        }
        return true;
    }

    /** Bytes of the data of all channels, unpacked. */
    long dataBytes() {
        return channels.stream().mapToLong(c -> c.size() * c.sampleBytes()).sum();
    }
}
