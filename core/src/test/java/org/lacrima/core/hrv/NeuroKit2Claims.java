package org.lacrima.core.hrv;

import static org.lacrima.core.hrv.PeerClaim.formula;
import static org.lacrima.core.hrv.PeerClaim.metric;
import static org.lacrima.core.hrv.PeerClaim.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.lacrima.core.Corpus;
import org.lacrima.core.hrv.PeerSpectrumTest.Peer;
import org.lacrima.core.rsa.NeuroKit2Gates;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.spectrum.Autoregressive;
import org.lacrima.core.spectrum.Band;
import org.lacrima.core.spectrum.Spectrum;
import org.lacrima.core.spectrum.Spectrum.Integration;
import org.lacrima.core.spectrum.Tachogram;

/** Claims on NeuroKit2 beyond the profile: the same metrics under its other functions and settings, and its defects. */
final class NeuroKit2Claims {
    private NeuroKit2Claims() {}

    private static final String NK = "neurokit2";
    private static final Map<String, Band> BANDS = Map.of(
            "VLF", new Band("VLF", 0.0033, 0.04), "LF", Band.LF, "HF", Band.HF, "VHF", new Band("VHF", 0.4, 0.5));
    private static final Band ULF = new Band("ULF", 0, 0.0033);

    static List<PeerClaim> all() {
        List<PeerClaim> claims = new ArrayList<>();
        addTime(claims);
        for (Peer peer : List.of(Peer.NEUROKIT2, Peer.NEUROKIT2_100_HZ, Peer.NEUROKIT2_LOMB)) {
            String group = switch (peer) {
                case NEUROKIT2 -> "welch_4hz";
                case NEUROKIT2_100_HZ -> "welch_100hz";
                default -> "lomb_events";
            };
            addSpectrum(claims, group, peer);
        }
        addDefaultSpectrum(claims);
        addGapAware(claims);
        addBurg(claims);
        addNonlinear(claims);
        addFromElectrocardiogram(claims);
        addBreaths(claims);
        addGates(claims);
        return claims;
    }

    /** The intervals between its R peaks, which are samples at 100 Hz. */
    static double[] intervals(JsonNode values) {
        JsonNode peaks = values.path("ecg_r_peaks");
        double[] rr = new double[peaks.size() - 1];
        for (int i = 0; i < rr.length; i++) {
            rr[i] = 10.0 * (peaks.get(i + 1).asInt() - peaks.get(i).asInt());
        }
        return rr;
    }

    private static double of(PeerRecording r, HrvMetric metric) {
        return r.of(metric, options(r));
    }

    private static HrvOptions options(PeerRecording r) {
        return r.shared("options", HrvOptions.class, q -> Profile.NEUROKIT2.optionsFor(q.beats()));
    }

    private static PeerClaim profiled(String peer, String pointer, HrvMetric metric) {
        return value(peer, pointer, metric.name(), r -> of(r, metric));
    }

    private static void addTime(List<PeerClaim> claims) {
        claims.add(value(NK, "/time/SDRMSSD", "SDNN over RMSSD", r -> of(r, TimeDomain.SDNN) / of(r, TimeDomain.RMSSD))
                .ofAnyLength());
        for (int minutes : new int[] {1, 2}) {
            String why =
                    "segments of " + minutes + " min, by intervals summed in seconds, each without its last interval";
            claims.add(formula(NK, "/time/SDANN" + minutes, "SDANN", r -> segments(r, minutes)[0], why));
            claims.add(formula(NK, "/time/SDNNI" + minutes, "SDNN index", r -> segments(r, minutes)[1], why));
        }
    }

    private static double[] segments(PeerRecording r, int minutes) {
        return r.shared("segments" + minutes, double[].class, q -> PeerFormulas.neuroKit2Segments(q.rr(), minutes));
    }

    private static void addSpectrum(List<PeerClaim> claims, String group, Peer peer) {
        String at = "/" + group + "/";
        int left = group.equals("lomb_events") ? 0 : 3;
        String why = left == 0 ? "" : "a rounding error moves a bin across an edge or changes the grid";
        claims.add(value(NK, at + "VHF", "power from 0.4 to 0.5 Hz", r -> power(r, peer, "VHF"))
                .except(left, why));
        claims.add(value(NK, at + "ULF", "ULF", r -> power(r, peer, ULF)).except(left, why));
        claims.add(value(NK, at + "TP", "power to 0.5 Hz", r -> total(r, peer)).except(left, why));
        claims.add(value(NK, at + "LFn", "LFnu", r -> power(r, peer, "LF") / total(r, peer))
                .except(left, why));
        claims.add(value(NK, at + "HFn", "HFnu", r -> power(r, peer, "HF") / total(r, peer))
                .except(left, why));
        if (group.equals("welch_100hz")) {
            claims.add(value(NK, at + "LFHF", "LF/HF", r -> power(r, peer, "LF") / power(r, peer, "HF"))
                    .except(left, why));
            claims.add(value(NK, at + "LnHF", "lnHF", r -> Math.log(power(r, peer, "HF")))
                    .except(left, why));
        }
    }

    private static Spectrum spectrum(PeerRecording r, Peer peer) {
        return r.shared(peer.name(), Spectrum.class, q -> {
            SpectrumOptions options = peer.options(q.beats());
            return peer == Peer.NEUROKIT2_LOMB
                    ? options.lomb().of(q.beats())
                    : options.welch()
                            .withMinimumCycles(0)
                            .with(options.hf().segment())
                            .of(tachogram(q, options));
        });
    }

    private static Tachogram tachogram(PeerRecording r, SpectrumOptions options) {
        return options.resampling().of(r.beats()).without(options.detrending());
    }

    /** Power in a band; NaN where it holds none, as there. */
    private static double power(PeerRecording r, Peer peer, Band band) {
        Spectrum spectrum = spectrum(r, peer);
        // it reads no frequency of fewer than two cycles in a segment, which is padded to twice its length
        double slowest = peer == Peer.NEUROKIT2_LOMB ? 0 : spectrum.hertzAt(4);
        if (slowest >= band.highHz()) {
            return Double.NaN;
        }
        Band read = new Band(band.name(), Math.max(band.lowHz(), slowest), band.highHz());
        double power = spectrum.power(read, Integration.TRAPEZOID);
        return power > 0 ? power : Double.NaN;
    }

    private static double power(PeerRecording r, Peer peer, String band) {
        return power(r, peer, BANDS.get(band));
    }

    private static double total(PeerRecording r, Peer peer) {
        return Stream.concat(Stream.of(ULF), BANDS.values().stream())
                .mapToDouble(band -> power(r, peer, band))
                .filter(Double::isFinite)
                .sum();
    }

    private static void addBurg(List<PeerClaim> claims) {
        String why = "twice the power of Burg's model of order 16: the factor of a one-sided density is applied twice"
                + " (rounding moves a bin across an edge on 1 or 2)";
        Map<String, Band> bands = new TreeMap<>(BANDS);
        bands.forEach((name, band) -> claims.add(formula(NK, "/burg_4hz/" + name, name + "_AR", r -> burg(r, band), why)
                .within(1e-6, why)
                .except(2, why)));
        claims.add(formula(NK, "/burg_4hz/TP", "power to 0.5 Hz", NeuroKit2Claims::burgTotal, why)
                .within(1e-6, why)
                .except(2, why));
        claims.add(formula(NK, "/burg_4hz/LFHF", "LF/HF_AR", r -> burg(r, Band.LF) / burg(r, Band.HF), why)
                .within(1e-6, why)
                .except(2, why));
        claims.add(formula(NK, "/burg_4hz/LFn", "LFnu_AR", r -> burg(r, Band.LF) / burgTotal(r), why)
                .within(1e-6, why)
                .except(2, why));
        claims.add(formula(NK, "/burg_4hz/HFn", "HFnu_AR", r -> burg(r, Band.HF) / burgTotal(r), why)
                .within(1e-6, why)
                .except(2, why));
        claims.add(formula(NK, "/burg_4hz/LnHF", "lnHF_AR", r -> Math.log(burg(r, Band.HF)), why)
                .within(1e-6, why)
                .except(2, why));
    }

    /** The whole spectrum of its default, which is a share of its highest density. */
    private static void addDefaultSpectrum(List<PeerClaim> claims) {
        String why = "a rounding error moves a bin across an edge or changes the grid";
        for (String[] at : new String[][] {{NK, "/welch_default/"}, {"neurokit2_rsa", "/hrv_with_rsa/HRV_"}}) {
            claims.add(value(at[0], at[1] + "VHF", "power from 0.4 to 0.5 Hz", r -> share(r, BANDS.get("VHF")))
                    .except(3, why));
            claims.add(value(at[0], at[1] + "TP", "power to 0.5 Hz", r -> total(r, Peer.NEUROKIT2_100_HZ) / highest(r))
                    .except(3, why));
        }
        claims.add(value(NK, "/welch_default/ULF", "ULF", r -> share(r, ULF)).except(3, why));
    }

    private static double share(PeerRecording r, Band band) {
        return power(r, Peer.NEUROKIT2_100_HZ, band) / highest(r);
    }

    /** The highest density at any frequency, those below the slowest that it reads included. */
    private static double highest(PeerRecording r) {
        return r.shared(
                "highest",
                Double.class,
                q -> Arrays.stream(spectrum(q, Peer.NEUROKIT2_100_HZ).toDensity())
                        .max()
                        .orElse(Double.NaN));
    }

    private static double burgTotal(PeerRecording r) {
        return BANDS.values().stream()
                .mapToDouble(band -> burg(r, band))
                .filter(Double::isFinite)
                .sum();
    }

    private static double burg(PeerRecording r, Band band) {
        SpectrumOptions options = Peer.NEUROKIT2.options(r.beats());
        Tachogram tachogram = r.shared("burg", Tachogram.class, q -> tachogram(q, options));
        int samples = tachogram.longestRunSamples();
        double lowest = 16.0 / samples;
        if (lowest >= band.highHz()) {
            return Double.NaN;
        }
        Band seen = new Band(band.name(), Math.max(band.lowHz(), lowest), band.highHz());
        int transform = 2 * (int) options.hf().segment().amount();
        return 2
                * r.shared(
                                "model",
                                Spectrum.class,
                                q -> Autoregressive.withDefaults()
                                        .withBinHz(4.0 / transform)
                                        .of(tachogram))
                        .power(seen, Integration.TRAPEZOID);
    }

    private static void addNonlinear(List<PeerClaim> claims) {
        Map<String, HrvMetric> metrics = poincareAndRuns();
        metrics.forEach((name, metric) -> claims.add(profiled(NK, "/nonlinear_all/" + name, metric)
                .times(fraction(metric) ? 0.01 : 1, fraction(metric) ? "a fraction there" : "")));
        claims.add(profiled(NK, "/nonlinear_all/ApEn", Entropy.APPROXIMATE));
        claims.add(profiled(NK, "/nonlinear_all/SampEn", Entropy.SAMPLE));
        claims.add(profiled(NK, "/nonlinear_all/HFD", Fractal.HFD));
        claims.add(profiled(NK, "/nonlinear_all/KFD", Fractal.KFD));
        claims.add(value(NK, "/sampen_apen/tolerance", "tolerance of SampEn", r -> 0.2 * of(r, TimeDomain.SDNN)));
        String why = "its 64 radii are ½·(1 + r), evenly spaced in the logarithm, where r runs from 2.5 to 50 % of the"
                + " largest distance: 1 is taken off in the exponent";
        for (String pointer : List.of("/nonlinear_all/CD", "/lyapunov_cd/CD_d2")) {
            claims.add(formula(NK, pointer, "D2", NeuroKit2Claims::correlationDimension, why));
        }
        MultiscaleOptions ten = MultiscaleOptions.withDefaults()
                .withScales(10)
                .withShare(1)
                .withTolerance(0.2)
                .with(MultiscaleOptions.Grain.EVERY_NTH)
                .with(MultiscaleOptions.Undefined.LEAVE_OUT)
                .with(MultiscaleOptions.Summary.TRAPEZOID_OVER_COUNT);
        HrvOptions scales =
                HrvOptions.withDefaults().with(NonlinearOptions.withDefaults().with(ten));
        claims.add(metric(NK, "/msen_scales/index", MultiscaleEntropy.MSE, scales));
        claims.add(metric(NK, "/cmsen_scales/index", MultiscaleEntropy.CMSE, scales));
        claims.add(metric(NK, "/rcmsen_scales/index", MultiscaleEntropy.RCMSE, scales));
    }

    private static boolean fraction(HrvMetric metric) {
        return metric == Fragmentation.PIP || metric == Fragmentation.PSS || metric == Fragmentation.PAS;
    }

    private static Map<String, HrvMetric> poincareAndRuns() {
        Map<String, HrvMetric> metrics = new TreeMap<>(Map.of(
                "SD1", Poincare.SD1,
                "SD2", Poincare.SD2,
                "SD1SD2", Poincare.SD1_SD2,
                "S", Poincare.ELLIPSE_AREA,
                "CSI", Poincare.CSI,
                "CVI", Poincare.CVI,
                "CSI_Modified", Poincare.CSI_MODIFIED));
        Asymmetry.all().forEach(metric -> metrics.put(metric.name(), metric));
        Fragmentation.all().forEach(metric -> metrics.put(metric.name(), metric));
        return metrics;
    }

    private static double correlationDimension(PeerRecording r) {
        return r.shared("CD", Double.class, q -> {
            double[] distances = PeerFormulas.distances(q.rr(), 2);
            double largest = distances[distances.length - 1];
            double from = Math.log(1 + 0.025 * largest);
            double to = Math.log(1 + 0.5 * largest);
            List<Double> x = new ArrayList<>();
            List<Double> y = new ArrayList<>();
            for (int k = 0; k < 64; k++) {
                double radius = Math.exp(from + (to - from) * k / 63) / 2;
                int below = PeerFormulas.below(distances, radius);
                if (below > 0) {
                    x.add(Math.log(radius));
                    y.add(Math.log((double) below / distances.length));
                }
            }
            return PeerFormulas.slope(
                    x.stream().mapToDouble(v -> v).toArray(),
                    y.stream().mapToDouble(v -> v).toArray());
        });
    }

    private static void addFromElectrocardiogram(List<PeerClaim> claims) {
        String peer = "neurokit2_rsa";
        String at = "/hrv_with_rsa/HRV_";
        Map<String, HrvMetric> metrics = poincareAndRuns();
        for (HrvMetric metric : List.of(
                TimeDomain.MEAN_NN,
                TimeDomain.SDNN,
                TimeDomain.RMSSD,
                TimeDomain.SDSD,
                TimeDomain.CVNN,
                TimeDomain.CVSD,
                TimeDomain.MEDIAN_NN,
                TimeDomain.MAD_NN,
                TimeDomain.MCV_NN,
                TimeDomain.IQR_NN,
                TimeDomain.PNN50,
                TimeDomain.PNN20,
                TimeDomain.HTI)) {
            metrics.put(metric.name(), metric);
        }
        metrics.putAll(Map.of(
                "VLF", FrequencyDomain.VLF,
                "LF", FrequencyDomain.LF,
                "HF", FrequencyDomain.HF,
                "LFHF", FrequencyDomain.LF_HF,
                "LnHF", FrequencyDomain.LN_HF,
                "ShanEn", Entropy.SHANNON,
                "DFA_alpha1", Dfa.ALPHA1,
                "DFA_alpha2", Dfa.ALPHA2,
                "ApEn", Entropy.APPROXIMATE,
                "SampEn", Entropy.SAMPLE));
        metrics.putAll(Map.of(
                "FuzzyEn", Entropy.FUZZY,
                "MSEn", MultiscaleEntropy.MSE,
                "CMSEn", MultiscaleEntropy.CMSE,
                "RCMSEn", MultiscaleEntropy.RCMSE,
                "HFD", Fractal.HFD,
                "KFD", Fractal.KFD,
                "LZC", Fractal.LZC));
        metrics.forEach((name, metric) -> claims.add(profiled(peer, at + name, metric)
                .times(fraction(metric) ? 0.01 : 1, fraction(metric) ? "a fraction there" : "")));
        claims.add(profiled(peer, at + "LFn", FrequencyDomain.LF_NU).times(0.01, "a fraction there"));
        claims.add(profiled(peer, at + "HFn", FrequencyDomain.HF_NU).times(0.01, "a fraction there"));
        claims.add(
                value(peer, at + "SDRMSSD", "SDNN over RMSSD", r -> of(r, TimeDomain.SDNN) / of(r, TimeDomain.RMSSD)));
        claims.add(formula(
                peer,
                at + "CD",
                "D2",
                NeuroKit2Claims::correlationDimension,
                "radii as under neurokit2 /nonlinear_all/CD"));
    }

    /** Peak to trough as its function of RSA alone has it. */
    private static void addBreaths(List<PeerClaim> claims) {
        String why = "each interval counts in the phase in which it begins; on one of the two recordings its beats are"
                + " others";
        String at = "/rsa/RSA_P2T_";
        claims.add(formula("neurokit2_rsa", at + "Mean", "peak to trough", r -> PeerFormulas.mean(swings(r)), why)
                .except(1, why));
        claims.add(formula(
                        "neurokit2_rsa",
                        at + "Mean_log",
                        "ln of peak to trough",
                        r -> Math.log(PeerFormulas.mean(swings(r))),
                        why)
                .except(1, why));
        claims.add(formula("neurokit2_rsa", at + "SD", "SD of peak to trough", r -> PeerFormulas.sd(swings(r), 1), why)
                .except(1, why));
        claims.add(formula(
                        "neurokit2_rsa",
                        at + "NoRSA",
                        "breaths without",
                        r -> (double) r.values().path("inspiration_onsets").size() - 1 - swings(r).length,
                        why)
                .except(1, why));
    }

    private static void addGates(List<PeerClaim> claims) {
        String why =
                "four of the eight windows, under weights that sum to 1 over eight; the mean heart period is not taken"
                        + " off and leaks into the band; densities at 4/32 to 12/32 Hz summed and divided by 64; Mean_log is the"
                        + " logarithm of a mean of logarithms; a quadratic spline";
        for (String at : List.of("/rsa/RSA_Gates_", "/hrv_with_rsa/RSA_Gates_")) {
            claims.add(gates(at + "Mean", "RSAgates", r -> PeerFormulas.mean(gates(r)), why));
            claims.add(gates(at + "Mean_log", "ln of RSAgates", r -> Math.log(PeerFormulas.mean(gates(r))), why));
            claims.add(gates(at + "SD", "SD of RSAgates", r -> PeerFormulas.sd(gates(r), 1), why));
        }
    }

    private static PeerClaim gates(String pointer, String what, ToDoubleFunction<PeerRecording> value, String why) {
        return formula("neurokit2_rsa", pointer, what, value, why).within(1e-6, why);
    }

    private static double[] gates(PeerRecording r) {
        return r.shared(
                "Gates",
                double[].class,
                q -> NeuroKit2Gates.seconds(Peer.NEUROKIT2
                        .options(q.beats())
                        .resampling()
                        .of(q.beats())
                        .toSignals()
                        .get(0)));
    }

    /** Longest interval that begins while a breath is let out less the shortest that begins while it is drawn, in ms. */
    private static double[] swings(PeerRecording r) {
        int[] peaks = samples(r, "ecg_r_peaks");
        int[] onsets = samples(r, "inspiration_onsets");
        int[] turns = samples(r, "rsp_peaks");
        List<Double> swings = new ArrayList<>();
        for (int b = 0; b + 1 < onsets.length; b++) {
            int from = onsets[b];
            int turn = Arrays.stream(turns).filter(t -> t > from).findFirst().orElseThrow();
            int least = Integer.MAX_VALUE;
            int most = Integer.MIN_VALUE;
            for (int k = 0; k + 1 < peaks.length; k++) {
                int interval = peaks[k + 1] - peaks[k];
                if (peaks[k] >= from && peaks[k] < turn) {
                    least = Math.min(least, interval);
                } else if (peaks[k] >= turn && peaks[k] < onsets[b + 1]) {
                    most = Math.max(most, interval);
                }
            }
            if (least < Integer.MAX_VALUE && most > Integer.MIN_VALUE) {
                swings.add(10.0 * (most - least));
            }
        }
        return swings.stream().mapToDouble(v -> v).toArray();
    }

    private static int[] samples(PeerRecording r, String name) {
        JsonNode node = r.values().path(name);
        int[] samples = new int[node.size()];
        Arrays.setAll(samples, i -> node.get(i).asInt());
        return samples;
    }

    /** Differences across a gap are left out where the times of the beats are known; all else is as without them. */
    private static void addGapAware(List<PeerClaim> claims) {
        Map<String, HrvMetric> metrics = new TreeMap<>(Map.of(
                "MeanNN", TimeDomain.MEAN_NN,
                "SDNN", TimeDomain.SDNN,
                "CVNN", TimeDomain.CVNN,
                "MedianNN", TimeDomain.MEDIAN_NN,
                "MadNN", TimeDomain.MAD_NN,
                "MCVNN", TimeDomain.MCV_NN,
                "IQRNN", TimeDomain.IQR_NN,
                "HTI", TimeDomain.HTI));
        metrics.putAll(Map.of("RMSSD", TimeDomain.RMSSD, "SDSD", TimeDomain.SDSD, "CVSD", TimeDomain.CVSD));
        metrics.forEach((name, metric) -> claims.add(value(
                NK,
                "/time_gapaware/" + name,
                metric.name(),
                r -> metric.with(options(r)).of(gapAware(r)).orNaN())));
        String note = "over one more than the differences";
        claims.add(value(NK, "/time_gapaware/pNN50", "pNN50", r -> pnn(r, TimeDomain.NN50))
                .within(1e-9, note));
        claims.add(value(NK, "/time_gapaware/pNN20", "pNN20", r -> pnn(r, TimeDomain.NN20))
                .within(1e-9, note));
        claims.add(value(
                NK,
                "/time_gapaware/SDRMSSD",
                "SDNN over RMSSD",
                r -> of(r, TimeDomain.SDNN) / TimeDomain.RMSSD.of(gapAware(r)).orNaN()));
    }

    private static double pnn(PeerRecording r, HrvMetric count) {
        BeatSeries beats = gapAware(r);
        int differences = beats.size() - 1 - beats.gapCount();
        return 100 * count.of(beats).orNaN() / (differences + 1);
    }

    /** A recording whose gaps are known, as the package takes them: beyond 10 ms, intervals do not follow each other. */
    private static BeatSeries gapAware(PeerRecording r) {
        return r.shared("gaps", BeatSeries.class, q -> {
            double[] ends = Corpus.endSeconds(q.series());
            double[] rr = q.rr();
            boolean[] contiguous = new boolean[rr.length];
            for (int i = 1; i < rr.length; i++) {
                contiguous[i] = Math.abs((ends[i] - ends[i - 1]) * 1000 - rr[i]) <= 10;
            }
            BeatLabel[] labels = new BeatLabel[rr.length];
            Arrays.fill(labels, BeatLabel.NORMAL);
            return BeatSeries.of(ends, rr, contiguous, labels);
        });
    }
}
