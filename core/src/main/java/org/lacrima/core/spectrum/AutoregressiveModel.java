package org.lacrima.core.spectrum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * An all-pole model {@code xᵢ + a₁xᵢ₋₁ + … + aₚxᵢ₋ₚ = eᵢ} with innovations of variance σ². Each pole {@code zₖ} carries a
 * share cₖ of the power, so that the autocovariance is {@code R(τ) = Σ cₖ·zₖ^|τ|} and power in a band has a closed form
 * (Johnsen &amp; Andersen 1978, doi:10.1109/TBME.1978.326343). Immutable and thread-safe.
 */
public final class AutoregressiveModel {
    private final double[] coefficients;
    private final double variance;
    private final double rateHz;
    private final Poles poles;

    /**
     * One oscillation of the model.
     *
     * @param hertz its centre frequency in Hz: 0 for a decay
     * @param power its share of the variance in ms²; may be negative where poles lie close together
     * @param damping distance of its pole from the unit circle: 0 never dies away
     */
    public record Component(double hertz, double power, double damping) {}

    AutoregressiveModel(double[] coefficients, double variance, double rateHz) {
        this.coefficients = coefficients;
        this.variance = variance;
        this.rateHz = rateHz;
        this.poles = Poles.of(coefficients, variance);
    }

    /** Number of coefficients. */
    public int order() {
        return coefficients.length;
    }

    /** The coefficients a₁ … aₚ, as a new array. */
    public double[] toCoefficients() {
        return coefficients.clone();
    }

    /** Variance of the innovations, in ms². */
    public double innovationVariance() {
        return variance;
    }

    /** Density at a frequency in Hz, in ms²/Hz. */
    public double densityAt(double hertz) {
        double angle = 2 * Math.PI * hertz / rateHz;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        // Horner's scheme in e^(−iω)
        double re = 0;
        double im = 0;
        for (int j = coefficients.length - 1; j >= 0; j--) {
            double above = re + coefficients[j];
            re = above * cos + im * sin;
            im = im * cos - above * sin;
        }
        re += 1;
        return 2 * variance / rateHz / (re * re + im * im);
    }

    /** Densities at the multiples of a bin; by one transform where the bins divide the rate. */
    double[] densities(double[] hertz, double binHz) {
        double[] densities = new double[hertz.length];
        int length = (int) Math.rint(rateHz / binHz);
        if (length * binHz == rateHz && length > coefficients.length) {
            double[] polynomial = new double[length];
            polynomial[0] = 1;
            System.arraycopy(coefficients, 0, polynomial, 1, coefficients.length);
            Fft.of(length).addSquares(polynomial, densities);
            for (int k = 0; k < hertz.length; k++) {
                densities[k] = 2 * variance / rateHz / densities[k];
            }
            return densities;
        }
        for (int k = 0; k < hertz.length; k++) {
            densities[k] = densityAt(hertz[k]);
        }
        return densities;
    }

    /** Power between two frequencies in Hz, in ms²; frequencies above half the rate hold none. */
    public double power(double lowHz, double highHz) {
        double low = Math.min(lowHz / rateHz, 0.5);
        double high = Math.min(highHz / rateHz, 0.5);
        return Math.max(0, poles.powerBelow(high) - poles.powerBelow(low));
    }

    /** The oscillations of the model, the strongest first. */
    public List<Component> components() {
        List<Component> components = new ArrayList<>();
        for (int k = 0; k < poles.size(); k++) {
            if (poles.imaginary(k) >= 0) {
                boolean pair = poles.imaginary(k) > 0;
                double angle = Math.atan2(poles.imaginary(k), poles.real(k));
                components.add(new Component(
                        angle / (2 * Math.PI) * rateHz,
                        (pair ? 2 : 1) * poles.sharedPower(k),
                        1 - Math.hypot(poles.real(k), poles.imaginary(k))));
            }
        }
        components.sort(Comparator.comparingDouble(Component::power).reversed());
        return List.copyOf(components);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "all-pole model of order %d at %s Hz", coefficients.length, rateHz);
    }
}
