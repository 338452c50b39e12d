package org.lacrima.io.acq;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lacrima.io.Marker;
import org.lacrima.io.ReadLog;
import org.lacrima.io.binary.BinaryFile;

/**
 * The markers and the journal.
 *
 * @param journal what was written, and when the first marker was made where the file tells
 * @param end byte after both, or after what could be read of them
 */
record AcqMarkers(List<Marker> markers, List<String> journal, long end) {
    private static final int WITH_SELECTION = 36;
    private static final int WITH_JOURNAL_OF_HTML = 108;
    private static final int WITH_DATES = 121;
    private static final int WITH_MORE = 128;
    private static final int MOST_SCANNED = 1 << 16;
    private static final byte[] JOURNAL_TAG = {0x44, 0x33, 0x22, 0x11};

    static AcqMarkers read(BinaryFile in, long offset, AcqHeader header, String name, ReadLog log) throws IOException {
        Reading reading = new Reading(in, header, name, log);
        long end = reading.markers(offset);
        return end < 0
                ? new AcqMarkers(reading.markers, List.of(), offset)
                : header.revision() >= AcqHeader.FIRST_OF_VERSION_4
                        ? reading.journalOfVersion4(end)
                        : reading.oldJournal(end);
    }

    private static final class Reading {
        private final BinaryFile in;
        private final AcqHeader header;
        private final String name;
        private final ReadLog log;
        private final List<Marker> markers = new ArrayList<>();
        private final List<String> journal = new ArrayList<>();
        private long firstMade = Long.MAX_VALUE;

        Reading(BinaryFile in, AcqHeader header, String name, ReadLog log) {
            this.in = in;
            this.header = header;
            this.name = name;
            this.log = log;
        }

        private AcqBytes bytes(long at, int count) throws IOException {
            return new AcqBytes(in.bytes(at, count), header.isBig());
        }

        /** Reads the markers; returns where they end, −1 where that is unknown. */
        long markers(long offset) throws IOException {
            boolean isOld = header.revision() < AcqHeader.FIRST_OF_VERSION_4;
            int headBytes = isOld ? 8 : 25 + later(8);
            if (!in.has(offset, headBytes)) {
                log.warning(name, 0, "byte " + in.size(), "ends the file before its markers", "");
                return -1;
            }
            AcqBytes head = bytes(offset, headBytes);
            long count = isOld ? head.int32(4) : head.int32(4) - 1L;
            long at = offset + headBytes;
            for (long i = 0; i < count; i++) {
                long next = isOld ? oldMarker(at) : marker(at);
                if (next < 0) {
                    log.warning(
                            name,
                            0,
                            "byte " + Math.min(at, in.size()),
                            String.format(Locale.ROOT, "does not begin marker %d of %d", i + 1, count),
                            "the markers from there on are lost");
                    return -1;
                }
                at = next;
            }
            return at;
        }

        private int later(int bytes) {
            return (header.revision() >= WITH_DATES ? bytes : 0) + (header.revision() >= WITH_MORE ? bytes : 0);
        }

        private long oldMarker(long at) throws IOException {
            boolean hasSelection = header.revision() >= WITH_SELECTION;
            int bytes = hasSelection ? 12 : 10;
            if (!in.has(at, bytes)) {
                return -1;
            }
            AcqBytes item = bytes(at, bytes);
            int length = item.int16(bytes - 2) + (hasSelection ? 1 : 0);
            if (length < 0 || !in.has(at + bytes, length)) {
                return -1;
            }
            add(item.int32(0), "", bytes(at + bytes, length).text(0, length), -1);
            return at + bytes + length;
        }

        private long marker(long at) throws IOException {
            int bytes = 16 + later(8);
            if (!in.has(at, bytes)) {
                return -1;
            }
            AcqBytes item = bytes(at, bytes);
            int length = item.int16(bytes - 2);
            if (length < 0 || !in.has(at + bytes, length)) {
                return -1;
            }
            long made = header.revision() >= WITH_DATES ? item.int64(14) : 0;
            if (made > 0) {
                firstMade = Math.min(firstMade, made);
            }
            add(item.int32(0), item.text(10, 4), bytes(at + bytes, length).text(0, length), item.int16(8));
            return at + bytes + length;
        }

        private void add(int sample, String kind, String text, int order) {
            String channel = header.channels().stream()
                    .filter(c -> order >= 0 && c.order() == order)
                    .map(AcqChannel::name)
                    .findFirst()
                    .orElse("");
            if (sample < 0 && markers.stream().allMatch(m -> m.onsetSeconds() >= 0)) {
                log.warning(
                        name,
                        0,
                        "",
                        "has markers before the first sample, from sample " + sample + " on",
                        "compare them with the journal; the recording may have been cut");
            }
            markers.add(new Marker(sample * header.stepMillis() / 1000, 0, kind, text, channel));
        }

        AcqMarkers journalOfVersion4(long at) throws IOException {
            if (!in.has(at, 4)) {
                return done(at);
            }
            long length = bytes(at, 4).int32(0);
            int textAt = header.revision() < WITH_JOURNAL_OF_HTML ? 560 : header.revision() < WITH_MORE ? 594 : 598;
            int lengthAt = header.revision() < WITH_JOURNAL_OF_HTML ? 266 : textAt - 4;
            if (length < textAt || !in.has(at, textAt)) {
                return done(at);
            }
            int textLength = bytes(at + lengthAt, 4).int32(0);
            addJournal(at + textAt, textLength);
            return done(in.has(at, length) ? at + length : at);
        }

        AcqMarkers oldJournal(long at) throws IOException {
            byte[] near = in.bytes(at, (int) Math.min(MOST_SCANNED, in.size() - at));
            for (int i = 0; i + 10 <= near.length; i++) {
                boolean isTag = true;
                for (int k = 0; k < 4; k++) {
                    isTag &= near[i + k] == JOURNAL_TAG[header.isBig() ? 3 - k : k];
                }
                if (isTag) {
                    addJournal(at + i + 10, new AcqBytes(near, header.isBig()).int32(i + 6));
                    break;
                }
            }
            return done(at);
        }

        private void addJournal(long at, int length) throws IOException {
            if (length < 0 || !in.has(at, length)) {
                log.warning(name, 0, "byte " + at, "begins a journal that the file does not finish", "");
                return;
            }
            String text = bytes(at, length).text(0, length);
            if (!text.isEmpty()) {
                journal.add(text);
            }
        }

        private AcqMarkers done(long end) {
            if (firstMade != Long.MAX_VALUE) {
                journal.add("first marker made at " + Instant.ofEpochMilli(firstMade));
            }
            return new AcqMarkers(markers, journal, end);
        }
    }
}
