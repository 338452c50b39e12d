package org.lacrima.io.xdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.lacrima.io.ReadLog;
import org.lacrima.io.binary.BinaryFile;
import org.lacrima.io.binary.Encoding;
import org.lacrima.io.text.Quote;

/** The chunks of a file: what each stream is, and where its samples are. Facts: XDF 1.0 specification (sccn/xdf). */
final class XdfFile {
    static final byte[] MAGIC = {'X', 'D', 'F', ':'};
    private static final byte[] BOUNDARY = {
        0x43,
        (byte) 0xA5,
        0x46,
        (byte) 0xDC,
        (byte) 0xCB,
        (byte) 0xF5,
        0x41,
        0x0F,
        (byte) 0xB3,
        0x0E,
        (byte) 0xD5,
        0x46,
        0x73,
        (byte) 0x83,
        (byte) 0xCB,
        (byte) 0xE4
    };
    private static final int BLOCK = 1 << 16;
    private static final int MOST_CHANNELS = 1 << 16;

    private final BinaryFile in;
    private final String name;
    private final ReadLog log;
    private final XdfCursor cursor;
    private final Map<Long, XdfStream> streams = new LinkedHashMap<>();
    private final Map<Long, List<long[]>> places = new LinkedHashMap<>();
    private final Map<Long, Double> footerCounts = new LinkedHashMap<>();
    private String dateTime = "";

    private XdfFile(BinaryFile in, String name, ReadLog log) {
        this.in = in;
        this.name = name;
        this.log = log;
        cursor = new XdfCursor(in);
    }

    static XdfFile read(BinaryFile in, String name, ReadLog log) throws IOException {
        XdfFile file = new XdfFile(in, name, log);
        long at = MAGIC.length;
        while (at < in.size()) {
            try {
                at = file.chunk(at);
            } catch (XdfDamage e) {
                file.damaged(e);
                at = file.afterBoundary(Math.max(at, e.position()));
            }
        }
        return file;
    }

    /** The streams in the order of the file. */
    List<XdfStream> streams() {
        return List.copyOf(streams.values());
    }

    /** When the file says that it was recorded; empty where it does not. */
    String dateTime() {
        return dateTime;
    }

    void damaged(XdfDamage damage) {
        log.error(
                name,
                0,
                "byte " + damage.position(),
                String.valueOf(damage.getMessage()),
                "copy it again from its source");
    }

    /** Reads the chunk that begins at a place; returns where it ends. */
    private long chunk(long at) throws IOException {
        cursor.within(at, in.size());
        long length = cursor.length();
        if (length < 2 || length > cursor.left()) {
            throw new XdfDamage(at, "begins a chunk of " + length + " bytes, which the file does not hold");
        }
        long end = cursor.position() + length;
        cursor.within(cursor.position(), end);
        int tag = cursor.uint16();
        switch (tag) {
            case 1 -> dateTime = header(at, cursor.text(cursor.left())).text("datetime");
            case 2 -> stream(at, cursor.uint32(), header(at, cursor.text(cursor.left())));
            case 3 -> samples(at, cursor.uint32(), end);
            case 4 -> {
                XdfStream stream = streams.get(cursor.uint32());
                double time = cursor.number(Encoding.FLOAT64_LITTLE);
                double offset = cursor.number(Encoding.FLOAT64_LITTLE);
                if (stream != null && Double.isFinite(time) && Double.isFinite(offset)) {
                    stream.addOffset(time, offset);
                } else {
                    log.warning(name, 0, "byte " + at, "begins a clock offset of no stream or no number", "");
                }
            }
            case 5 -> cursor.skip(cursor.left());
            case 6 -> {
                long id = cursor.uint32();
                footerCounts.put(id, header(at, cursor.text(cursor.left())).number("sample_count"));
            }
            default -> throw new XdfDamage(at, "begins a chunk of kind " + tag + ", which does not exist");
        }
        return end;
    }

    private static XdfHeader header(long at, String xml) throws XdfDamage {
        try {
            return XdfHeader.parse(xml);
        } catch (XMLStreamException e) {
            throw new XdfDamage(at, "begins a chunk whose XML cannot be read");
        }
    }

    private void stream(long at, long id, XdfHeader header) throws XdfDamage {
        double channels = header.number("channel_count");
        String format = header.text("channel_format");
        if (!(channels >= 0) || channels != Math.rint(channels) || !XdfStream.isFormat(format)) {
            throw new XdfDamage(at, "begins a stream without a known format or number of channels");
        }
        if (channels > Math.min(in.size(), MOST_CHANNELS)) {
            throw new XdfDamage(
                    at,
                    String.format(
                            Locale.ROOT,
                            "begins a stream of %.0f channels, which a file of %d bytes does not hold",
                            channels,
                            in.size()));
        }
        double rate = header.number("nominal_srate");
        if (streams.putIfAbsent(id, new XdfStream(header, (int) channels, rate > 0 && 1 / rate > 0 ? rate : 0))
                != null) {
            log.warning(name, 0, "byte " + at, "describes stream " + id + " again", "the first description was taken");
        }
    }

    private void samples(long at, long id, long end) {
        if (!streams.containsKey(id)) {
            String reason = "begins samples of stream " + id + ", which was not described";
            log.warning(name, 0, "byte " + at, reason, "they were left out");
            return;
        }
        places.computeIfAbsent(id, i -> new ArrayList<>()).add(new long[] {cursor.position(), end});
    }

    /** Takes the samples of all streams. */
    interface Sink {
        /** Called with the time of a sample in the recorder's clock, the cursor standing at its values. */
        void sample(XdfStream stream, double time, XdfCursor cursor) throws IOException;
    }

    /** Walks through the samples of all streams, one stream after the other. */
    void walk(Sink sink) throws IOException {
        for (Map.Entry<Long, XdfStream> entry : streams.entrySet()) {
            XdfStream stream = entry.getValue();
            stream.fitClock();
            double[] last = {0};
            for (long[] place : places.getOrDefault(entry.getKey(), List.of())) {
                stream.addChunk(place[0], place[1], stream.samples(), last[0]);
                try {
                    stream.walk(cursor, place[0], place[1], last[0], (time, at) -> {
                        long values = at.position();
                        stream.skipValues(at);
                        long next = at.position();
                        last[0] = time;
                        double corrected = stream.time(time);
                        at.within(values, place[1]);
                        sink.sample(stream, corrected, at);
                        at.within(next, place[1]);
                    });
                } catch (XdfDamage e) {
                    damaged(e);
                }
            }
            double count = footerCounts.getOrDefault(entry.getKey(), Double.NaN);
            if (Double.isFinite(count) && count != stream.samples()) {
                log.warning(
                        name,
                        0,
                        "",
                        String.format(
                                Locale.ROOT,
                                "holds %d samples of %s, its end says %.0f",
                                stream.samples(),
                                Quote.of(stream.name()),
                                count),
                        "");
            }
        }
    }

    /** Where to go on after damage: behind the next boundary, or the end of the file. */
    private long afterBoundary(long from) throws IOException {
        for (long at = from; at + BOUNDARY.length <= in.size(); at += BLOCK) {
            byte[] block = in.bytes(at, (int) Math.min(BLOCK + BOUNDARY.length - 1L, in.size() - at));
            for (int i = 0; i + BOUNDARY.length <= block.length; i++) {
                int k = 0;
                while (k < BOUNDARY.length && block[i + k] == BOUNDARY[k]) {
                    k++;
                }
                if (k == BOUNDARY.length) {
                    return at + i + k;
                }
            }
        }
        return in.size();
    }
}
