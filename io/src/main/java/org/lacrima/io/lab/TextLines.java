package org.lacrima.io.lab;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The lines of a text, one at a time, from any place where a line begins: UTF-8, Latin-1, or UTF-16 with a byte order
 * mark; line ends LF and CR LF.
 */
final class TextLines implements Closeable {
    private static final int LONGEST_LINE = 1 << 24;

    private final InputStream in;
    private final Wide wide;
    private byte[] line = new byte[256];
    private int length;
    private long position;
    private long lineAt;

    /** How many bytes a character has, and in which order. */
    private enum Wide {
        NO,
        LITTLE,
        BIG
    }

    private TextLines(InputStream in, Wide wide, long position) {
        this.in = in;
        this.wide = wide;
        this.position = position;
    }

    /** Opens a text at its beginning. */
    static TextLines open(Path file) throws IOException {
        return open(file, 0);
    }

    /** Opens a text at a place where a line begins. */
    static TextLines open(Path file, long offset) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        try {
            ByteBuffer mark = ByteBuffer.allocate(3);
            for (int n = 0; mark.hasRemaining() && n >= 0; ) {
                n = channel.read(mark);
            }
            byte[] bytes = mark.array();
            Wide wide = is(bytes, 0xFF, 0xFE) ? Wide.LITTLE : is(bytes, 0xFE, 0xFF) ? Wide.BIG : Wide.NO;
            int skipped = wide != Wide.NO ? 2 : is(bytes, 0xEF, 0xBB) && (bytes[2] & 0xFF) == 0xBF ? 3 : 0;
            long from = Math.max(offset, skipped);
            channel.position(from);
            return new TextLines(new BufferedInputStream(Channels.newInputStream(channel), 1 << 16), wide, from);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean is(byte[] bytes, int first, int second) {
        return (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /** Goes to the next line; false at the end of the text. */
    boolean next() throws IOException {
        length = 0;
        lineAt = position;
        int c = character();
        if (c < 0) {
            return false;
        }
        for (; c >= 0 && c != '\n'; c = character()) {
            if (length == LONGEST_LINE) {
                continue;
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, 2 * length);
            }
            line[length++] = (byte) c;
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return true;
    }

    /** The next character as Latin-1 has it, or the bytes of UTF-8 one by one; −1 at the end. */
    private int character() throws IOException {
        int first = in.read();
        if (first < 0) {
            return -1;
        }
        position++;
        if (wide == Wide.NO) {
            return first;
        }
        int second = in.read();
        if (second < 0) {
            return -1;
        }
        position++;
        int c = wide == Wide.LITTLE ? first | (second << 8) : second | (first << 8);
        return c < 256 ? c : '?';
    }

    /** Byte at which the line begins. */
    long offset() {
        return lineAt;
    }

    int length() {
        return length;
    }

    char charAt(int i) {
        return (char) (line[i] & 0xFF);
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** A part of the line as text. */
    String text(int from, int to) {
        Charset charset = wide == Wide.NO ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(line, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(line, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }

    String text() {
        return text(0, length);
    }

    /** The digits and marks of a part of the line, without copying; other characters come as Latin-1. */
    CharSequence view() {
        return new CharSequence() {
            @Override
            public int length() {
                return length;
            }

            @Override
            public char charAt(int i) {
                return TextLines.this.charAt(i);
            }

            @Override
            public CharSequence subSequence(int from, int to) {
                return text(from, to);
            }
        };
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
