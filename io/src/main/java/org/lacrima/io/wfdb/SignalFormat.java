package org.lacrima.io.wfdb;

import java.util.Arrays;
import java.util.Optional;

/**
 * How samples are packed in a signal file: groups of samples in groups of bytes. Facts: signal(5), WFDB Applications
 * Guide (G. B. Moody, MIT).
 */
enum SignalFormat {
    /** First differences of 8 bit. */
    DIFFERENCES_8(8, 1, 1, Integer.MIN_VALUE),
    /** Two's complement, 16 bit, low byte first. */
    LITTLE_16(16, 1, 2, -32768),
    /** Two's complement, 24 bit, low byte first. */
    LITTLE_24(24, 1, 3, -8_388_608),
    /** Two's complement, 32 bit, low byte first. */
    LITTLE_32(32, 1, 4, Integer.MIN_VALUE),
    /** Two's complement, 16 bit, high byte first. */
    BIG_16(61, 1, 2, -32768),
    /** Offset binary, 8 bit. */
    OFFSET_8(80, 1, 1, -128),
    /** Offset binary, 16 bit, low byte first. */
    OFFSET_16(160, 1, 2, -32768),
    /** Two samples of 12 bit in three bytes. */
    PACKED_212(212, 2, 3, -2048),
    /** Three samples of 10 bit in two words: two in the low bits, the third spread over the high ones. */
    PACKED_310(310, 3, 4, -512),
    /** Three samples of 10 bit in one word, the first in the lowest bits. */
    PACKED_311(311, 3, 4, -512);

    private final int number;
    private final int groupSamples;
    private final int groupBytes;
    private final int missing;

    SignalFormat(int number, int groupSamples, int groupBytes, int missing) {
        this.number = number;
        this.groupSamples = groupSamples;
        this.groupBytes = groupBytes;
        this.missing = missing;
    }

    static Optional<SignalFormat> of(int number) {
        return Arrays.stream(values()).filter(f -> f.number == number).findFirst();
    }

    int groupSamples() {
        return groupSamples;
    }

    int groupBytes() {
        return groupBytes;
    }

    /** The sample that says that nothing was recorded. */
    boolean isMissing(int sample) {
        return sample == missing && this != DIFFERENCES_8;
    }

    /** How many samples so many bytes hold; the last group may be cut where its last sample ends. */
    long samplesIn(long bytes) {
        long rest = bytes % groupBytes;
        long started = switch (this) {
            case PACKED_212 -> rest == 2 ? 1 : 0;
            case PACKED_310 -> rest >= 2 ? 1 : 0;
            case PACKED_311 -> rest == 3 ? 2 : rest == 2 ? 1 : 0;
            default -> 0;
        };
        return bytes / groupBytes * groupSamples + started;
    }

    /** Sample {@code k} of bytes that begin with a group; for differences the difference. */
    int decode(byte[] in, int k) {
        int at = k / groupSamples * groupBytes;
        int place = k % groupSamples;
        return switch (this) {
            case DIFFERENCES_8 -> in[at];
            case LITTLE_16 -> (short) word(in, at);
            case LITTLE_24 -> word(in, at) | (in[at + 2] << 16);
            case LITTLE_32 -> word(in, at) | (word(in, at + 2) << 16);
            case BIG_16 -> (in[at] << 8) | (in[at + 1] & 0xFF);
            case OFFSET_8 -> (in[at] & 0xFF) - 128;
            case OFFSET_16 -> word(in, at) - 32768;
            case PACKED_212 ->
                place == 0
                        ? signed((in[at] & 0xFF) | ((in[at + 1] & 0x0F) << 8), 12)
                        : signed((in[at + 2] & 0xFF) | ((in[at + 1] & 0xF0) << 4), 12);
            case PACKED_310 ->
                place < 2
                        ? signed(word(in, at + 2 * place) >> 1, 10)
                        : signed((word(in, at) >> 11) | ((word(in, at + 2) >> 11) << 5), 10);
            case PACKED_311 -> signed((word(in, at) | (word(in, at + 2) << 16)) >> (10 * place), 10);
        };
    }

    private static int word(byte[] in, int at) {
        return (in[at] & 0xFF) | ((in[at + 1] & 0xFF) << 8);
    }

    private static int signed(int bits, int width) {
        return (bits << (32 - width)) >> (32 - width);
    }
}
