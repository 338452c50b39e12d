package org.lacrima.core.hrv;

import java.util.function.ToDoubleFunction;

/**
 * That a value of a package comes out: of a metric under options, or of the package's own formula where that explains why
 * no metric gives it.
 *
 * @param peer the package
 * @param pointer where its value stands among its values
 * @param what the metric, or what the formula is of
 * @param how whether it is a metric or a formula
 * @param value the value of a recording, in the package's unit; NaN where there is none
 * @param tolerance largest relative deviation
 * @param exceptions on how many recordings it may deviate further
 * @param note why it deviates or is a formula; what makes the unit; empty where there is nothing to say
 */
record PeerClaim(
        String peer,
        String pointer,
        String what,
        How how,
        ToDoubleFunction<PeerRecording> value,
        double tolerance,
        int exceptions,
        String note) {

    /** Where the value comes from. */
    enum How {
        /** A metric of the library, or its estimator, under options. */
        METRIC,
        /** As {@link #METRIC}, quick enough for a recording of a day. */
        METRIC_OF_ANY_LENGTH,
        /** The package's own formula, in the tests: what it does otherwise than the library, shown by doing it. */
        FORMULA
    }

    /** Closed forms: rounding is all that may differ. */
    static final double CLOSED_FORM = 1e-9;

    /** A metric under options. */
    static PeerClaim metric(String peer, String pointer, HrvMetric metric, HrvOptions options) {
        How how = TimeDomain.all().contains(metric) || Poincare.all().contains(metric)
                ? How.METRIC_OF_ANY_LENGTH
                : How.METRIC;
        return new PeerClaim(peer, pointer, metric.name(), how, r -> r.of(metric, options), CLOSED_FORM, 0, "");
    }

    /** What a metric or an estimator of the library gives in another way. */
    static PeerClaim value(String peer, String pointer, String what, ToDoubleFunction<PeerRecording> value) {
        return new PeerClaim(peer, pointer, what, How.METRIC, value, CLOSED_FORM, 0, "");
    }

    /** The package's own formula, and why the library has another. */
    static PeerClaim formula(
            String peer, String pointer, String what, ToDoubleFunction<PeerRecording> value, String why) {
        return new PeerClaim(peer, pointer, what, How.FORMULA, value, CLOSED_FORM, 0, why);
    }

    PeerClaim times(double factor, String why) {
        return new PeerClaim(
                peer, pointer, what, how, r -> factor * value.applyAsDouble(r), tolerance, exceptions, why);
    }

    PeerClaim within(double other, String why) {
        return new PeerClaim(peer, pointer, what, how, value, other, exceptions, why);
    }

    PeerClaim except(int recordings, String why) {
        return new PeerClaim(peer, pointer, what, how, value, tolerance, recordings, why);
    }

    PeerClaim rounded(int decimals) {
        double unit = Math.pow(10, decimals);
        return new PeerClaim(
                peer,
                pointer,
                what,
                how,
                r -> Math.rint(value.applyAsDouble(r) * unit) / unit,
                tolerance,
                exceptions,
                "rounded to " + decimals + " decimals there");
    }

    PeerClaim ofAnyLength() {
        return new PeerClaim(peer, pointer, what, How.METRIC_OF_ANY_LENGTH, value, tolerance, exceptions, note);
    }
}
