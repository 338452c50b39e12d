package org.lacrima.io.edits;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lacrima.core.beats.BeatEdit;
import org.lacrima.core.beats.Correction;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.io.AtomicFile;
import org.lacrima.io.Loaded;
import org.lacrima.io.ReadLog;
import org.lacrima.io.Strictness;
import org.lacrima.io.text.SourceText;

/**
 * The corrections of one recording as a file of JSON Lines: a heading, then one line per edit in the order in which they
 * were made. Numbers are written so that they are read back bit by bit; lines may be added or taken out by hand as long as
 * each still fits the intervals that it names.
 *
 * <pre>{@code
 * {"lacrima":"beat edits","version":1,"recording":"p07_rr.txt","method":"…","intervals":360,"before":"…","after":"…"}
 * {"step":0,"action":"MOVE_BEAT","class":"ECTOPIC","interval":50,"beat_s":45.1,"new_s":45.3,"statistic_ms":…,
 *  "threshold_ms":…,"old_ms":[630,1170],"new_ms":[900,900]}
 * }</pre>
 *
 * @param recording name of the recording, for the reader's eye
 * @param method how the edits came about, such as {@link org.lacrima.core.beats.Corrector#name()} or {@code by hand}
 * @param intervals number of intervals before the edits
 * @param before fingerprint of the series before the edits
 * @param after fingerprint of the series after them
 * @param edits the edits
 */
public record EditLog(
        String recording, String method, int intervals, String before, String after, List<BeatEdit> edits) {

    /** Copies the edits. */
    public EditLog {
        edits = List.copyOf(edits);
    }

    /** The log of a correction. */
    public static EditLog of(String recording, String method, BeatSeries before, Correction correction) {
        return new EditLog(
                recording,
                method,
                before.size(),
                fingerprint(before),
                fingerprint(correction.series()),
                correction.edits());
    }

    /**
     * Reads a log. A log is taken whole or not at all: half of the edits would be another correction.
     *
     * @throws org.lacrima.io.StudyReadException if a line cannot be understood, with all such lines
     * @throws IOException if the file cannot be read
     */
    public static Loaded<EditLog> read(Path file) throws IOException {
        ReadLog log = new ReadLog();
        Path name = file.getFileName();
        Optional<SourceText> text = SourceText.read(file, name == null ? file.toString() : name.toString(), log);
        Optional<EditLog> edits = text.flatMap(lines -> EditLines.read(lines, log));
        return log.loaded(edits.orElseThrow(log::failure), Strictness.STRICT);
    }

    /** Writes the log; the file appears when it is complete. */
    public void write(Path file) throws IOException {
        AtomicFile.writeText(file, EditLines.write(this));
    }

    /**
     * Makes the edits again.
     *
     * @param original the recording as it was measured
     * @return the series that the log was made from, bit by bit
     * @throws IllegalArgumentException if this is another recording, or the log was changed so that the outcome is another
     */
    public BeatSeries replay(BeatSeries original) {
        if (original.size() != intervals || !fingerprint(original).equals(before)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the edits were made on %s with %d intervals and fingerprint %s; this recording has %d and %s",
                    recording,
                    intervals,
                    before,
                    original.size(),
                    fingerprint(original)));
        }
        BeatSeries result = Correction.replay(original, edits);
        if (!fingerprint(result).equals(after)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the edits of %s lead to fingerprint %s, but the log promises %s: it was changed;"
                            + " replay its edits without the promise, or write it anew",
                    recording,
                    fingerprint(result),
                    after));
        }
        return result;
    }

    /**
     * What tells two series apart: the first 16 hexadecimal digits of the SHA-256 of all intervals, times, gaps and labels.
     */
    public static String fingerprint(BeatSeries beats) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        for (int i = 0; i < beats.size(); i++) {
            String entry = Double.toHexString(beats.millisAt(i))
                    + ' '
                    + Double.toHexString(beats.endSecondsAt(i))
                    + ' '
                    + beats.isContiguousAt(i)
                    + ' '
                    + beats.labelAt(i)
                    + '\n';
            digest.update(entry.getBytes(StandardCharsets.US_ASCII));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }
}
