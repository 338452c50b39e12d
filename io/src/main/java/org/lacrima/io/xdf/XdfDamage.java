package org.lacrima.io.xdf;

import java.io.IOException;

/** Bytes that cannot be what they should be, and where. */
final class XdfDamage extends IOException {
    private static final long serialVersionUID = 1L;

    private final long position;

    XdfDamage(long position, String reason) {
        super(reason);
        this.position = position;
    }

    long position() {
        return position;
    }
}
