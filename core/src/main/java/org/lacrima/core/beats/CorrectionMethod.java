package org.lacrima.core.beats;

/**
 * What is done about an artifact. All methods but {@link #DELETE} treat errors of detection alike: an extra beat is taken
 * out, a missed one put in midway, lost signal becomes a gap. They differ in what happens to the rest.
 */
public enum CorrectionMethod {
    /** The beat is placed midway between its neighbours: time is kept, the two intervals share it. */
    REPAIR,
    /** The intervals that the beat spoils are taken out and leave a gap: nothing is invented. */
    DELETE,
    /** The spoilt intervals are replaced along a straight line between the nearest good ones of the run. */
    LINEAR,
    /**
     * The spoilt intervals are replaced along a natural cubic spline through the good ones of the run, held within their
     * range.
     */
    CUBIC,
    /** The spoilt intervals are replaced by the mean of the five nearest good ones on either side, within the run. */
    LOCAL_MEAN
}
