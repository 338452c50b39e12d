package org.lacrima.io.wfdb;

/**
 * One annotation.
 *
 * @param sample time in ticks of the annotation file, usually sample numbers
 * @param code number of its type, 1 to 49
 * @param symbol what the type is printed as, such as {@code N} for a normal beat
 * @param subtype number that the type may be refined by
 * @param channel signal that it belongs to, counted from 0
 * @param number number that the annotator may have given
 * @param text what was written; may be empty
 */
public record WfdbAnnotation(long sample, int code, String symbol, int subtype, int channel, int number, String text) {}
