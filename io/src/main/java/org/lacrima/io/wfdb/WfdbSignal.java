package org.lacrima.io.wfdb;

/**
 * A signal line of a header.
 *
 * @param line line of the header, counted from 1
 * @param file name of the signal file; {@code ~} where there is none
 * @param format number of the format
 * @param perFrame samples per frame
 * @param skewFrames frames by which the signal is late
 * @param byteOffset bytes of the file before the first sample
 * @param gain steps of the converter per physical unit, not 0
 * @param baseline step that is physical zero
 * @param unit physical unit
 * @param initial first sample, from which differences count
 * @param checksum sum of all samples, of which 16 bit count
 * @param name what the signal is
 */
record WfdbSignal(
        int line,
        String file,
        int format,
        int perFrame,
        int skewFrames,
        long byteOffset,
        double gain,
        int baseline,
        String unit,
        int initial,
        int checksum,
        String name) {
    static final String NO_FILE = "~";
}
