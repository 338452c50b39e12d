package org.lacrima.io.acq;

import org.lacrima.io.binary.Encoding;

/**
 * The header of a channel.
 *
 * @param order number by which markers refer to it
 * @param size number of samples
 * @param scale physical units per step, of channels of whole numbers
 * @param divider how many steps of the recording there are per sample
 * @param isFloat whether samples are doubles in physical units, not steps of 16 bit
 */
record AcqChannel(
        String name, String unit, int order, long size, double scale, double offset, int divider, boolean isFloat) {

    static AcqChannel of(AcqBytes header, int revision) {
        int dividerAt = revision >= AcqHeader.FIRST_OF_VERSION_4 ? 152 : 250;
        int divider = header.size() >= dividerAt + 2 ? header.int16(dividerAt) : 1;
        return new AcqChannel(
                header.text(6, 40).strip(),
                header.text(68, 20).strip(),
                header.int16(108),
                Math.max(0, header.int32(88)),
                header.float64(92),
                header.float64(100),
                Math.max(1, divider),
                false);
    }

    AcqChannel with(boolean newIsFloat) {
        return new AcqChannel(name, unit, order, size, scale, offset, divider, newIsFloat);
    }

    int sampleBytes() {
        return isFloat ? 8 : 2;
    }

    double physical(double stored) {
        return isFloat ? stored : stored * scale + offset;
    }

    Encoding encoding(boolean isBig) {
        if (isFloat) {
            return isBig ? Encoding.FLOAT64_BIG : Encoding.FLOAT64_LITTLE;
        }
        return isBig ? Encoding.INT16_BIG : Encoding.INT16_LITTLE;
    }
}
