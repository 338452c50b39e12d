package org.lacrima.core.simulate;

import java.util.Locale;

/**
 * The concentration of a hormone in saliva by a one-compartment model, {@code dC ⁄ dt = s(t) − k · (C − C_b)}: an excess
 * on arrival fades, and a secretion of constant rate for a while adds to the baseline.
 *
 * @param baseline concentration at rest, {@code C_b}
 * @param arrivalMinutes time of arrival, in min
 * @param arrivalExcess concentration above the baseline on arrival
 * @param onsetMinutes onset of the secretion, in min
 * @param secretionMinutes length of the secretion, in min
 * @param secreted all that is secreted, as concentration
 * @param halfLifeMinutes half-life {@code ln 2 ⁄ k}, in min
 */
public record HormoneCourse(
        double baseline,
        double arrivalMinutes,
        double arrivalExcess,
        double onsetMinutes,
        double secretionMinutes,
        double secreted,
        double halfLifeMinutes) {
    /** Refuses a half-life or a length of secretion that is not positive. */
    public HormoneCourse {
        if (!(halfLifeMinutes > 0) || !(secretionMinutes > 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "half-life and secretion must last a positive time, got %s min and %s min",
                    halfLifeMinutes,
                    secretionMinutes));
        }
    }

    /** Concentration at a time. */
    public double at(double minutes) {
        double k = ratePerMinute();
        double excess = minutes < arrivalMinutes ? 0 : arrivalExcess * StrictMath.exp(-k * (minutes - arrivalMinutes));
        double since = minutes - onsetMinutes;
        double during = Math.max(0, Math.min(since, secretionMinutes));
        double after = Math.max(0, since - secretionMinutes);
        double response = secreted / secretionMinutes / k * -StrictMath.expm1(-k * during) * StrictMath.exp(-k * after);
        return baseline + excess + response;
    }

    /** End of the secretion, in min: where the response is highest. */
    public double peakMinutes() {
        return onsetMinutes + secretionMinutes;
    }

    /** The true area under the curve with respect to ground from one time to another, in concentration × min. */
    public double areaBetween(double fromMinutes, double toMinutes) {
        return areaUntil(toMinutes) - areaUntil(fromMinutes);
    }

    /** Integral from the arrival or the onset of the secretion, whichever each part begins with. */
    private double areaUntil(double minutes) {
        double k = ratePerMinute();
        double arrived = Math.max(0, minutes - arrivalMinutes);
        double excess = arrivalExcess * -StrictMath.expm1(-k * arrived) / k;
        double since = minutes - onsetMinutes;
        double during = Math.max(0, Math.min(since, secretionMinutes));
        double after = Math.max(0, since - secretionMinutes);
        double rate = secreted / secretionMinutes;
        double built = -StrictMath.expm1(-k * during);
        double response = rate / k * (during - built / k) + rate / k * built * -StrictMath.expm1(-k * after) / k;
        return baseline * minutes + excess + response;
    }

    private double ratePerMinute() {
        return StrictMath.log(2) / halfLifeMinutes;
    }
}
