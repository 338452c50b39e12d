package org.lacrima.io.binary;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** A file read at places. Nothing is allocated beyond what the file holds. */
public final class BinaryFile implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final long size;

    private BinaryFile(Path path, FileChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
        size = channel.size();
    }

    /**
     * Opens a file.
     *
     * @throws IOException if it cannot be opened
     */
    public static BinaryFile open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new BinaryFile(path, channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Bytes in the file. */
    public long size() {
        return size;
    }

    /** Whether the bytes from a place on are all there. */
    public boolean has(long offset, long bytes) {
        return offset >= 0 && bytes >= 0 && offset <= size && bytes <= size - offset;
    }

    /**
     * Bytes from a place on.
     *
     * @throws EOFException if they are not all there
     */
    public byte[] bytes(long offset, int count) throws IOException {
        requireThere(offset, count);
        byte[] bytes = new byte[count];
        read(offset, bytes, count);
        return bytes;
    }

    /**
     * Fills the first bytes of an array.
     *
     * @throws EOFException if they are not all there
     */
    public void read(long offset, byte[] into, int count) throws IOException {
        requireThere(offset, count);
        ByteBuffer buffer = ByteBuffer.wrap(into, 0, count);
        long at = offset;
        while (buffer.hasRemaining()) {
            int n = channel.read(buffer, at);
            if (n < 0) {
                throw ended(at);
            }
            at += n;
        }
    }

    private void requireThere(long offset, long count) throws EOFException {
        if (!has(offset, count)) {
            throw ended(Math.max(0, Math.min(size, offset)));
        }
    }

    private EOFException ended(long at) {
        return new EOFException(String.format(Locale.ROOT, "%s: ends at byte %d, within what was asked for", path, at));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
