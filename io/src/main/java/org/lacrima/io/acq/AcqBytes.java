package org.lacrima.io.acq;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Fields of a header in the byte order of its file. */
final class AcqBytes {
    private final byte[] bytes;
    private final boolean isBig;

    AcqBytes(byte[] bytes, boolean isBig) {
        this.bytes = bytes;
        this.isBig = isBig;
    }

    boolean isBig() {
        return isBig;
    }

    int size() {
        return bytes.length;
    }

    private ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).order(isBig ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    int int16(int at) {
        return buffer().getShort(at);
    }

    int int32(int at) {
        return buffer().getInt(at);
    }

    long int64(int at) {
        return buffer().getLong(at);
    }

    double float64(int at) {
        return buffer().getDouble(at);
    }

    /** Text up to its end or the first NUL, in UTF-8 or else Latin-1. */
    String text(int at, int length) {
        int end = at;
        while (end < at + length && bytes[end] != 0) {
            end++;
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, end - at));
            return text.toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
        }
    }
}
