package org.lacrima.io.acq;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.lacrima.io.binary.BinaryFile;

/**
 * Finds the packed samples of a channel. Before them stand the lengths of the channel's name and unit, of its samples
 * unpacked and packed, then name and unit; what stands before that differs between revisions, so the lengths themselves
 * are searched.
 */
final class PackedBlocks {
    private static final int BLOCK = 1 << 16;
    private static final int LENGTHS = 16;
    private static final int LONGEST_TEXT = 1024;

    private PackedBlocks() {}

    /** Byte at which the lengths of a channel stand. */
    static OptionalLong find(BinaryFile in, long from, AcqChannel channel, boolean isBig) throws IOException {
        long unpacked = channel.size() * channel.sampleBytes();
        for (long at = from; in.has(at, LENGTHS); at += BLOCK) {
            int length = (int) Math.min(BLOCK + LENGTHS - 1L, in.size() - at);
            ByteBuffer block =
                    ByteBuffer.wrap(in.bytes(at, length)).order(isBig ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i + LENGTHS <= length; i++) {
                if (block.getInt(i + 8) == unpacked && isAt(in, at + i, block, i)) {
                    return OptionalLong.of(at + i);
                }
            }
        }
        return OptionalLong.empty();
    }

    private static boolean isAt(BinaryFile in, long at, ByteBuffer block, int i) throws IOException {
        int name = block.getInt(i);
        int unit = block.getInt(i + 4);
        int packed = block.getInt(i + 12);
        if (name < 0 || name > LONGEST_TEXT || unit < 0 || unit > LONGEST_TEXT || packed < 2) {
            return false;
        }
        long samples = at + LENGTHS + name + unit;
        if (!in.has(samples, packed)) {
            return false;
        }
        byte[] start = in.bytes(samples, 2);
        // RFC 1950: method 8, and a header that is a multiple of 31.
        return (start[0] & 0x0F) == 8 && (((start[0] & 0xFF) << 8) | (start[1] & 0xFF)) % 31 == 0;
    }

    static PackedData at(BinaryFile in, Path file, long at, AcqChannel channel, boolean isBig) throws IOException {
        AcqBytes lengths = new AcqBytes(in.bytes(at, LENGTHS), isBig);
        long offset = at + LENGTHS + lengths.int32(0) + lengths.int32(4);
        return new PackedData(file, channel, offset, lengths.int32(12));
    }
}
