package org.lacrima.io.text;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.lacrima.io.ReadLog;

/**
 * The text of a file, cut into lines. Understands UTF-8 with and without byte order mark, UTF-16 with one, Latin-1 as a
 * fall-back that is reported, and the line ends LF, CR LF and CR.
 */
public final class SourceText {
    /** Most bytes of text that are read, after decompression: ten times a day of beats with all columns. */
    public static final int MOST_BYTES = 256 * 1024 * 1024;

    private final String name;
    private final String text;
    private final int[] starts;
    private final int[] ends;

    private SourceText(String name, String text) {
        this.name = name;
        this.text = text;
        int[] from = new int[Math.max(16, text.length() / 8)];
        int[] to = new int[from.length];
        int lines = 0;
        int start = 0;
        while (start < text.length()) {
            int end = lineEnd(text, start);
            if (lines == from.length) {
                from = Arrays.copyOf(from, lines * 2);
                to = Arrays.copyOf(to, lines * 2);
            }
            from[lines] = start;
            to[lines++] = end;
            start = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        starts = Arrays.copyOf(from, lines);
        ends = Arrays.copyOf(to, lines);
    }

    private static int lineEnd(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                return i;
            }
        }
        return text.length();
    }

    /** Text that is at hand, under the name that messages give it. */
    public static SourceText of(String name, String text) {
        return new SourceText(name, text);
    }

    /**
     * The text of a file; a name that ends in {@code .gz} is decompressed.
     *
     * @param file what to read
     * @param name what messages call it
     * @param log takes what is wrong with its bytes
     * @return the text, or empty where the content is not text or too long, which is then in the log
     * @throws IOException if the file cannot be read
     */
    public static Optional<SourceText> read(Path file, String name, ReadLog log) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".gz") && bytes.length <= MOST_BYTES) {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                bytes = in.readNBytes(MOST_BYTES + 1);
            } catch (ZipException | EOFException e) {
                log.error(name, 0, "", "is a damaged or truncated gzip file", "copy it again from its source");
                return Optional.empty();
            }
        }
        return of(bytes, name, log);
    }

    /**
     * The text of bytes that are at hand, such as an entry of an archive.
     *
     * @return the text, or empty where it is none or too long, which is then in the log
     */
    public static Optional<SourceText> of(byte[] bytes, String name, ReadLog log) {
        if (bytes.length > MOST_BYTES) {
            log.error(
                    name,
                    0,
                    "",
                    String.format(Locale.ROOT, "holds more than %d MB of text", MOST_BYTES >> 20),
                    "split the recording");
            return Optional.empty();
        }
        return decode(bytes, name, log).map(text -> new SourceText(name, text));
    }

    private static Optional<String> decode(byte[] bytes, String name, ReadLog log) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(utf8OrLatin1(Arrays.copyOfRange(bytes, 3, bytes.length), name, log));
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            log.note(name + ": text is UTF-16");
            return Optional.of(new String(bytes, StandardCharsets.UTF_16));
        }
        if (startsWith(bytes, 'P', 'K')) {
            log.error(name, 0, "", "is a zip archive or a spreadsheet, not text", "save it as CSV or TSV");
            return Optional.empty();
        }
        for (byte b : bytes) {
            if (b == 0) {
                log.error(name, 0, "", "is a binary file, not text", "export it as text");
                return Optional.empty();
            }
        }
        return Optional.of(utf8OrLatin1(bytes, name, log));
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static String utf8OrLatin1(byte[] bytes, String name, ReadLog log) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int replaced = text.indexOf('\uFFFD');
        if (replaced < 0 || isValid(bytes, StandardCharsets.UTF_8)) {
            return text;
        }
        int line = 1
                + (int) text.substring(0, replaced)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        log.warning(name, line, "", "is not UTF-8; the file was read as Latin-1", "save it as UTF-8");
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static boolean isValid(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** What messages call the file. */
    public String name() {
        return name;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** Number of lines; an end of line at the end of the text begins no further one. */
    public int lineCount() {
        return starts.length;
    }

    /** Line {@code i}, counted from 0, without its end. */
    public String line(int i) {
        return text.substring(starts[i], ends[i]);
    }

    /** Where line {@code i} begins in the text. */
    public int start(int i) {
        return starts[i];
    }

    /** Where line {@code i} ends in the text, its line end excluded. */
    public int end(int i) {
        return ends[i];
    }
}
