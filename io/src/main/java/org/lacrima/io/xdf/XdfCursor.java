package org.lacrima.io.xdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.lacrima.io.binary.BinaryFile;
import org.lacrima.io.binary.Encoding;

/** Reads forward through a part of a file, with a buffer of its own. */
final class XdfCursor {
    private static final int BUFFER = 1 << 15;

    private final BinaryFile in;
    private final byte[] buffer = new byte[BUFFER];
    private long bufferAt;
    private int buffered;
    private long position;
    private long end;

    XdfCursor(BinaryFile in) {
        this.in = in;
        end = in.size();
    }

    /** Goes to a place; what follows may be read up to another. */
    void within(long from, long newEnd) {
        position = from;
        end = newEnd;
    }

    long position() {
        return position;
    }

    long left() {
        return end - position;
    }

    private int need(int bytes) throws IOException {
        if (bytes > left()) {
            throw new XdfDamage(position, "should be followed by " + bytes + " bytes, there are " + left());
        }
        if (position < bufferAt || position + bytes > bufferAt + buffered) {
            bufferAt = position;
            buffered = (int) Math.min(BUFFER, in.size() - position);
            in.read(position, buffer, buffered);
        }
        int at = (int) (position - bufferAt);
        position += bytes;
        return at;
    }

    int uint8() throws IOException {
        return buffer[need(1)] & 0xFF;
    }

    int uint16() throws IOException {
        int at = need(2);
        return (buffer[at] & 0xFF) | ((buffer[at + 1] & 0xFF) << 8);
    }

    long uint32() throws IOException {
        return (long) Encoding.INT32_LITTLE.decode(buffer, need(4)) & 0xFFFF_FFFFL;
    }

    double number(Encoding encoding) throws IOException {
        return encoding.decode(buffer, need(encoding.bytes()));
    }

    /** A length: how many bytes it has (1, 4 or 8), then itself. */
    long length() throws IOException {
        long at = position;
        int bytes = uint8();
        if (bytes != 1 && bytes != 4 && bytes != 8) {
            throw new XdfDamage(at, "is no length: it says that it has " + bytes + " bytes");
        }
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) uint8() << (8 * i);
        }
        if (value < 0) {
            throw new XdfDamage(at, "is a length beyond any file");
        }
        return value;
    }

    void skip(long bytes) throws XdfDamage {
        if (bytes > left()) {
            throw new XdfDamage(position, "should be followed by " + bytes + " bytes, there are " + left());
        }
        position += bytes;
    }

    /** Text of so many bytes, all of which are there. */
    String text(long bytes) throws IOException {
        long at = position;
        skip(bytes);
        if (bytes > Integer.MAX_VALUE - 8) {
            throw new XdfDamage(at, "is a text of " + bytes + " bytes");
        }
        return new String(in.bytes(at, (int) bytes), StandardCharsets.UTF_8);
    }
}
