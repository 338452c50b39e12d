package org.lacrima.benchmarks.report;

import java.util.List;
import java.util.Map;

/**
 * A row of the table for every size that was measured.
 *
 * @param key work as {@link Result} names it
 * @param title what is done, in words
 * @param peers the fastest other package for the same work, by size
 * @param targetMicros what is to be reached, by size
 */
record Work(String key, String title, Map<String, Peer> peers, Map<String, Double> targetMicros) {
    private static final String PHASE = "350";
    private static final String DAY = "100000";

    /**
     * Another package's time. All were measured single-threaded on one machine with two cores (Python 3.11.7, NumPy
     * 2.4.6, R 4.2.2), as the median of CPU time per call after a warm-up, on recordings of 385 and 106,295 intervals.
     *
     * @param name package and version
     * @param what what was called, where the name of the work does not say it
     * @param micros time of a call
     */
    record Peer(String name, String what, double micros) {}

    private static final String NEUROKIT2 = "NeuroKit2 (fork of 2026-03-01)";
    private static final String ANTROPY = "antropy 0.1.9";
    private static final String HRV_ANALYSIS = "hrv-analysis 1.0.3";
    private static final String PYHRV = "pyHRV 0.4.1";
    private static final String RHRV = "RHRV 5.0.0 with nonlinearTseries 0.3.1";
    private static final String SYSTOLE = "systole";

    /** All work that has a title; whatever else was measured follows under its key. */
    static final List<Work> ALL = List.of(
            new Work(
                    "TimeDomain",
                    "time domain, all 23 metrics",
                    Map.of(
                            PHASE, new Peer(NEUROKIT2, "hrv_time", 4660.12),
                            DAY, new Peer(NEUROKIT2, "hrv_time", 920_111)),
                    Map.of(DAY, 1000.0)),
            new Work(
                    "Rmssd",
                    "SDNN, RMSSD and pNN50",
                    Map.of(
                            PHASE, new Peer("hrv-lib (Java)", "time_domain", 43.385),
                            DAY, new Peer("HeartPy 1.2.6", "calc_ts_measures", 2330.28)),
                    Map.of(DAY, 150.0)),
            new Work(
                    "Geometric",
                    "triangular index, TINN, stress index",
                    Map.of(
                            PHASE, new Peer(PYHRV, "triangular index and TINN", 636_061),
                            DAY, new Peer(HRV_ANALYSIS, "triangular index only", 2743.36)),
                    Map.of()),
            new Work(
                    "Welch",
                    "resampling at 4 Hz, Welch",
                    Map.of(
                            PHASE, new Peer(PYHRV, "welch", 700.25),
                            DAY, new Peer(SYSTOLE, "5 Hz", 61_773.2)),
                    Map.of(PHASE, 60.0, DAY, 25_000.0)),
            new Work(
                    "LombScargle",
                    "Lomb–Scargle to 0.4 Hz, oversampling 4",
                    Map.of(
                            PHASE, new Peer(HRV_ANALYSIS, "by Astropy", 2156.85),
                            DAY, new Peer(HRV_ANALYSIS, "by Astropy", 690_428)),
                    Map.of(DAY, 150_000.0)),
            new Work(
                    "Autoregressive",
                    "resampling at 4 Hz, autoregressive",
                    Map.of(
                            PHASE, new Peer(PYHRV, "Yule–Walker", 4565.7),
                            DAY, new Peer(RHRV, "Yule–Walker", 728_000)),
                    Map.of()),
            new Work(
                    "Poincare",
                    "Poincaré plot and asymmetry",
                    Map.of(
                            PHASE, new Peer(NEUROKIT2, "with fragmentation", 310.641),
                            DAY, new Peer(NEUROKIT2, "with fragmentation", 70_736.8)),
                    Map.of()),
            new Work(
                    "Dfa",
                    "DFA, scales 4 to 64",
                    Map.of(
                            PHASE, new Peer(RHRV, "38 scales, clock of 1 ms", 2000),
                            DAY, new Peer(RHRV, "38 scales", 325_000)),
                    Map.of(DAY, 10_000.0)),
            new Work(
                    "SampleEntropy",
                    "SampEn, exact",
                    Map.of(PHASE, new Peer(ANTROPY, "", 193.818), DAY, new Peer(ANTROPY, "", 6_548_370)),
                    Map.of(PHASE, 60.0, DAY, 120_000.0)),
            new Work("SampleEntropy Quantised", "SampEn, exact, beats timed at 128 Hz", Map.of(), Map.of()),
            new Work("ApproximateEntropy", "ApEn", Map.of(PHASE, new Peer(ANTROPY, "", 923.621)), Map.of()),
            new Work("FuzzyEntropy", "FuzzyEn", Map.of(PHASE, new Peer(NEUROKIT2, "", 1196.97)), Map.of()),
            new Work(
                    "MultiscaleEntropy MSE",
                    "MSE, 20 scales (10 of 350)",
                    Map.of(PHASE, new Peer(NEUROKIT2, "10 scales", 5471.22)),
                    Map.of(DAY, 250_000.0)),
            new Work(
                    "MultiscaleEntropy CMSE",
                    "CMSE, 20 scales (10 of 350)",
                    Map.of(PHASE, new Peer(NEUROKIT2, "10 scales", 24_231.7)),
                    Map.of()),
            new Work(
                    "MultiscaleEntropy RCMSE",
                    "RCMSE, 20 scales (10 of 350)",
                    Map.of(PHASE, new Peer(NEUROKIT2, "10 scales", 23_714.9)),
                    Map.of()),
            new Work("CorrelationDimension", "D2", Map.of(PHASE, new Peer(NEUROKIT2, "", 3788.33)), Map.of()),
            new Work(
                    "Recurrence", "recurrence quantification", Map.of(PHASE, new Peer(SYSTOLE, "", 3328.97)), Map.of()),
            new Work(
                    "ArtifactCorrection",
                    "Lipponen–Tarvainen, one pass",
                    Map.of(PHASE, new Peer(NEUROKIT2, "", 6097.27), DAY, new Peer(NEUROKIT2, "", 1_491_580)),
                    Map.of(DAY, 40_000.0)),
            new Work(
                    "ArtifactCorrection Iterated",
                    "Lipponen–Tarvainen, iterated",
                    Map.of(PHASE, new Peer(NEUROKIT2, "", 17_003.2), DAY, new Peer(NEUROKIT2, "", 9_703_870)),
                    Map.of(DAY, 200_000.0)),
            new Work("SmoothnessPriors", "smoothness priors at 4 Hz", Map.of(), Map.of(DAY, 60_000.0)),
            new Work("PeakToTrough", "RSA from peak to trough", Map.of(), Map.of()),
            new Work("PorgesBohrer", "RSA after Porges and Bohrer", Map.of(), Map.of()),
            new Work(
                    "SlidingRmssd",
                    "RMSSD of 60 s around every beat",
                    Map.of(DAY, new Peer("pandas", "windows of 100 beats", 1471.03)),
                    Map.of(DAY, 10_000.0)),
            new Work("SlidingHf", "lnHF of 60 s around every beat", Map.of(), Map.of(DAY, 1_000_000.0)),
            new Work(
                    "Panel",
                    "all metrics, in a heap of 256 MB",
                    Map.of(PHASE, new Peer(NEUROKIT2, "hrv", 437_357)),
                    Map.of(PHASE, 900.0, DAY, 1_500_000.0)),
            new Work(
                    "Cohort",
                    "files of 5 min read, corrected, all metrics, two threads",
                    Map.of(),
                    Map.of("200", 1_000_000.0)),
            new Work("Startup", "lacrima hrv FILE --json, whole process", Map.of(), Map.of("", 700_000.0)),
            new Work("Bootstrap", "BCa interval of a mean, 10,000 resamples", Map.of(), Map.of()),
            new Work("SimulatedPower", "power of a t test, 1000 simulated studies, all cores", Map.of(), Map.of()));
}
