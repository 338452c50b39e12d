package org.lacrima.core.metric;

/**
 * A named number that can be computed from a subject: beats, a signal, saliva samples.
 *
 * <p>A metric of one's own is one class (or one lambda in a family) with these methods; readers, recovery, comparison,
 * report and charts take any metric. Implementations are immutable and pure: the same subject gives the bit-equal value.
 *
 * @param <S> what it is computed from
 */
public interface Metric<S> {

    /** The field's standard name, such as {@code RMSSD}. */
    String name();

    /** Unit of the value. */
    Unit unit();

    /** The formula in one line, in Unicode, with estimator and options stated. */
    String definition();

    /** What the subject must offer for the metric to be estimable, such as {@code 2 contiguous intervals}. */
    String minimumData();

    /** How gaps are treated, such as {@code differences never cross a gap}. */
    String gapRule();

    /** Source of the definition. */
    Citation source();

    /** The value for a subject, or the reason why it cannot be computed. */
    MetricValue of(S subject);
}
