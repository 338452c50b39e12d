package org.lacrima.io.acq;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.lacrima.core.metric.Unit;
import org.lacrima.io.Channel;
import org.lacrima.io.Loaded;
import org.lacrima.io.ReadLog;
import org.lacrima.io.Recording;
import org.lacrima.io.SampleSource;
import org.lacrima.io.Strictness;
import org.lacrima.io.binary.BinaryFile;

/**
 * Reads recordings of BIOPAC AcqKnowledge, {@code .acq}, of versions 3 to 5, packed and not: channels at their own rates,
 * markers with kind and channel, the journal (HTML from version 4.2 on, as it is). The file does not say when it was
 * recorded; where markers have dates, the earliest is told in the journal.
 *
 * <p>Packed channels are unpacked once when the recording is read, to see that they are whole, and from their first sample
 * on whenever samples are asked for. Samples that are no number, which AcqKnowledge 3.8.1 may leave at the end, are missing.
 *
 * <p>Written from descriptions of the format: BIOPAC Application Note 156; "The AcqKnowledge File Format", notes of the
 * bioread project. Immutable and thread-safe.
 */
public final class AcqReader {
    private final Strictness strictness;

    private AcqReader(Strictness strictness) {
        this.strictness = strictness;
    }

    /** A strict reader. */
    public static AcqReader withDefaults() {
        return new AcqReader(Strictness.STRICT);
    }

    /** This reader, stricter or more lenient: LENIENT leaves out channels whose samples are damaged. */
    public AcqReader with(Strictness newStrictness) {
        return new AcqReader(newStrictness);
    }

    /** Whether a file that starts with these bytes can be a recording of AcqKnowledge. */
    public static boolean matches(byte[] head) {
        return AcqHeader.byteOrder(head).isPresent();
    }

    /**
     * Reads a recording; its samples stay in the file until they are asked for.
     *
     * @throws org.lacrima.io.StudyReadException if the content cannot be accepted, with every problem that was met
     * @throws IOException if the file cannot be read
     */
    public Loaded<Recording> read(Path file) throws IOException {
        ReadLog log = new ReadLog();
        String name = file.toString();
        try (BinaryFile in = BinaryFile.open(file)) {
            AcqHeader header = AcqHeader.read(in, name, log).orElseThrow(log::failure);
            long markersAt = header.dataOffset() + (header.isCompressed() ? 0 : header.dataBytes());
            if (!header.isCompressed() && markersAt > in.size()) {
                log.error(
                        name,
                        0,
                        "byte " + in.size(),
                        String.format(Locale.ROOT, "ends the file, its samples need %d bytes", markersAt),
                        "copy it again from its source");
                throw log.failure();
            }
            AcqMarkers markers = AcqMarkers.read(in, markersAt, header, name, log);
            List<Channel> channels = new ArrayList<>();
            long at = markers.end();
            for (int i = 0; i < header.channels().size(); i++) {
                AcqChannel channel = header.channels().get(i);
                if (!header.isCompressed()) {
                    channels.add(channel(channel, header, new InterleavedData(file, header, i)));
                    continue;
                }
                OptionalLong block = PackedBlocks.find(in, at, channel, header.isBig());
                if (block.isEmpty()) {
                    log.error(name, 0, "byte " + at, "is not followed by the samples of " + channel.name(), "");
                    continue;
                }
                PackedData data = PackedBlocks.at(in, file, block.getAsLong(), channel, header.isBig());
                String problem = data.check();
                if (problem.isEmpty()) {
                    channels.add(channel(channel, header, data));
                } else {
                    log.error(name, 0, "from byte " + data.offset(), problem, "copy the file again from its source");
                }
                at = data.offset() + data.packedBytes();
            }
            if (channels.isEmpty()) {
                throw log.failure();
            }
            Recording recording = Recording.of("AcqKnowledge, revision " + header.revision(), channels)
                    .withMarkers(markers.markers())
                    .withJournal(markers.journal());
            return log.loaded(recording, strictness);
        }
    }

    private static Channel channel(AcqChannel channel, AcqHeader header, SampleSource source) {
        double rate = 1000 / header.stepMillis() / channel.divider();
        return Channel.of(channel.name(), new Unit(channel.unit()), rate, channel.size(), source);
    }
}
