package org.lacrima.core.hrv;

/**
 * Choices on which packages differ in the nonlinear metrics, family by family.
 *
 * @param fragmentation what PSS and PAS are a share of
 * @param dfa choices of detrended fluctuation analysis
 * @param entropy choices of the entropies
 * @param multiscale choices of multiscale entropy
 * @param fractal choices of fractal dimensions and Lempel–Ziv complexity
 * @param recurrence choices of recurrence quantification
 * @param prsa choices of phase-rectified signal averaging
 */
public record NonlinearOptions(
        FragmentationShare fragmentation,
        DfaOptions dfa,
        EntropyOptions entropy,
        MultiscaleOptions multiscale,
        FractalOptions fractal,
        RecurrenceOptions recurrence,
        PrsaOptions prsa) {

    /** What short and alternating segments are a share of. */
    public enum FragmentationShare {
        /** Intervals in such segments of all intervals, Costa et al. 2017. */
        INTERVALS,
        /** Such segments of all segments, or of all runs of inflection points (NeuroKit2). */
        SEGMENTS
    }

    private static final NonlinearOptions DEFAULTS = new NonlinearOptions(
            FragmentationShare.INTERVALS,
            DfaOptions.withDefaults(),
            EntropyOptions.withDefaults(),
            MultiscaleOptions.withDefaults(),
            FractalOptions.withDefaults(),
            RecurrenceOptions.withDefaults(),
            PrsaOptions.withDefaults());

    /** The choices of the primary sources, which each family cites. */
    public static NonlinearOptions withDefaults() {
        return DEFAULTS;
    }

    /** These options with another share of fragmentation. */
    public NonlinearOptions with(FragmentationShare other) {
        return new NonlinearOptions(other, dfa, entropy, multiscale, fractal, recurrence, prsa);
    }

    /** These options with other choices of detrended fluctuation analysis. */
    public NonlinearOptions with(DfaOptions other) {
        return new NonlinearOptions(fragmentation, other, entropy, multiscale, fractal, recurrence, prsa);
    }

    /** These options with other choices of the entropies. */
    public NonlinearOptions with(EntropyOptions other) {
        return new NonlinearOptions(fragmentation, dfa, other, multiscale, fractal, recurrence, prsa);
    }

    /** These options with other choices of multiscale entropy. */
    public NonlinearOptions with(MultiscaleOptions other) {
        return new NonlinearOptions(fragmentation, dfa, entropy, other, fractal, recurrence, prsa);
    }

    /** These options with other choices of fractal dimensions and Lempel–Ziv complexity. */
    public NonlinearOptions with(FractalOptions other) {
        return new NonlinearOptions(fragmentation, dfa, entropy, multiscale, other, recurrence, prsa);
    }

    /** These options with other choices of recurrence quantification. */
    public NonlinearOptions with(RecurrenceOptions other) {
        return new NonlinearOptions(fragmentation, dfa, entropy, multiscale, fractal, other, prsa);
    }

    /** These options with other choices of phase-rectified signal averaging. */
    public NonlinearOptions with(PrsaOptions other) {
        return new NonlinearOptions(fragmentation, dfa, entropy, multiscale, fractal, recurrence, other);
    }
}
