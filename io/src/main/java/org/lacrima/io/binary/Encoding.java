package org.lacrima.io.binary;

/** How a number lies in bytes. */
public enum Encoding {
    /** Unsigned 8 bit. */
    UINT8(1),
    /** Two's complement, 8 bit. */
    INT8(1),
    /** Two's complement, 16 bit, low byte first. */
    INT16_LITTLE(2),
    /** Two's complement, 16 bit, high byte first. */
    INT16_BIG(2),
    /** Two's complement, 24 bit, low byte first. */
    INT24_LITTLE(3),
    /** Two's complement, 32 bit, low byte first. */
    INT32_LITTLE(4),
    /** Two's complement, 64 bit, low byte first. */
    INT64_LITTLE(8),
    /** IEEE 754 single precision, low byte first. */
    FLOAT32_LITTLE(4),
    /** IEEE 754 double precision, low byte first. */
    FLOAT64_LITTLE(8),
    /** IEEE 754 double precision, high byte first. */
    FLOAT64_BIG(8);

    private final int bytes;

    Encoding(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one number. */
    public int bytes() {
        return bytes;
    }

    /** The number that begins at a place. */
    public double decode(byte[] in, int at) {
        return switch (this) {
            case UINT8 -> in[at] & 0xFF;
            case INT8 -> in[at];
            case INT16_LITTLE -> (short) ((in[at] & 0xFF) | (in[at + 1] << 8));
            case INT16_BIG -> (short) ((in[at] << 8) | (in[at + 1] & 0xFF));
            case INT24_LITTLE -> (in[at] & 0xFF) | ((in[at + 1] & 0xFF) << 8) | (in[at + 2] << 16);
            case INT32_LITTLE -> intAt(in, at);
            case INT64_LITTLE -> longAt(in, at);
            case FLOAT32_LITTLE -> Float.intBitsToFloat(intAt(in, at));
            case FLOAT64_LITTLE -> Double.longBitsToDouble(longAt(in, at));
            case FLOAT64_BIG -> Double.longBitsToDouble(Long.reverseBytes(longAt(in, at)));
        };
    }

    private static int intAt(byte[] in, int at) {
        return (in[at] & 0xFF) | ((in[at + 1] & 0xFF) << 8) | ((in[at + 2] & 0xFF) << 16) | (in[at + 3] << 24);
    }

    private static long longAt(byte[] in, int at) {
        return (intAt(in, at) & 0xFFFF_FFFFL) | ((long) intAt(in, at + 4) << 32);
    }
}
