package org.lacrima.core.hrv;

import static org.lacrima.core.hrv.PeerClaim.formula;
import static org.lacrima.core.hrv.PeerClaim.metric;
import static org.lacrima.core.hrv.PeerClaim.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lacrima.core.hrv.EntropyOptions.Match;
import org.lacrima.core.hrv.EntropyOptions.ToleranceSd;
import org.lacrima.core.hrv.PeerSpectrumTest.Peer;
import org.lacrima.core.hrv.TimeOptions.Divisor;
import org.lacrima.core.hrv.TimeOptions.MeanHr;
import org.lacrima.core.hrv.TimeOptions.PnnDivisor;
import org.lacrima.core.hrv.TimeOptions.Sd2Formula;
import org.lacrima.core.hrv.TimeOptions.SdsdOf;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.spectrum.Autoregressive;
import org.lacrima.core.spectrum.Band;
import org.lacrima.core.spectrum.Detrending;
import org.lacrima.core.spectrum.Interpolation;
import org.lacrima.core.spectrum.Resampling.Ending;
import org.lacrima.core.spectrum.Spectrum;
import org.lacrima.core.spectrum.Spectrum.Integration;
import org.lacrima.core.spectrum.Tachogram;

/** Claims on packages in Python that have no profile, and on what the profiles of the others leave out. */
final class PythonClaims {
    private PythonClaims() {}

    private static final HrvOptions DEFAULTS = HrvOptions.withDefaults();
    private static final TimeOptions TIME = TimeOptions.withDefaults();
    private static final HrvOptions OF_BEATS = DEFAULTS.with(TIME.with(MeanHr.MEAN_OF_BEATS));
    /** HeartPy: divisor n throughout, SDSD of absolute differences. */
    private static final HrvOptions HEARTPY = DEFAULTS.with(TIME.withSdDivisor(Divisor.N)
            .withSdsdDivisor(Divisor.N)
            .withPoincareDivisor(Divisor.N)
            .with(SdsdOf.ABSOLUTE_DIFFERENCES)
            .with(Sd2Formula.ROTATED_PAIRS));

    private static final List<Band> BANDS = List.of(Band.VLF, Band.LF, Band.HF);
    private static final Band VHF = new Band("VHF", 0.4, 0.5);

    static List<PeerClaim> all() {
        List<PeerClaim> claims = new ArrayList<>();
        addHeartPy(claims);
        addSystole(claims);
        addBioSppy(claims);
        addBartels(claims);
        addHrvAnalysis(claims);
        addPyHrv(claims);
        addAntropy(claims);
        addReference(claims);
        return claims;
    }

    /** Power of another band than the four, under options. */
    static double power(PeerRecording r, SpectrumOptions options, Band band) {
        return r.of(FrequencyDomain.HF, DEFAULTS.with(options.withHf(band)));
    }

    private static double peak(PeerRecording r, SpectrumOptions options, Band band) {
        return r.of(FrequencyDomain.HF_PEAK, DEFAULTS.with(options.withHf(band)));
    }

    private static double[] triangle(PeerRecording r) {
        return r.shared("triangle", double[].class, q -> PeerFormulas.triangleFromShortest(q.rr()));
    }

    private static void addHeartPy(List<PeerClaim> claims) {
        String peer = "heartpy";
        String at = "/process_rr/";
        claims.add(metric(peer, at + "ibi", TimeDomain.MEAN_NN, HEARTPY));
        claims.add(metric(peer, at + "bpm", TimeDomain.MEAN_HR, HEARTPY));
        claims.add(metric(peer, at + "sdnn", TimeDomain.SDNN, HEARTPY));
        claims.add(metric(peer, at + "sdsd", TimeDomain.SDSD, HEARTPY));
        claims.add(metric(peer, at + "rmssd", TimeDomain.RMSSD, HEARTPY));
        claims.add(metric(peer, at + "pnn50", TimeDomain.PNN50, HEARTPY).times(0.01, "a fraction there"));
        claims.add(metric(peer, at + "pnn20", TimeDomain.PNN20, HEARTPY).times(0.01, "a fraction there"));
        claims.add(metric(peer, at + "hr_mad", TimeDomain.MAD_NN, HEARTPY).times(1 / 1.4826, "unscaled there"));
        claims.add(metric(peer, at + "sd1", Poincare.SD1, HEARTPY));
        claims.add(metric(peer, at + "sd2", Poincare.SD2, HEARTPY));
        claims.add(metric(peer, at + "sd1~1sd2", Poincare.SD1_SD2, HEARTPY));
        claims.add(metric(peer, at + "s", Poincare.ELLIPSE_AREA, HEARTPY));
    }

    private static void addSystole(List<PeerClaim> claims) {
        String peer = "systole";
        String at = "/time/";
        claims.add(metric(peer, at + "MeanRR", TimeDomain.MEAN_NN, OF_BEATS).rounded(6));
        claims.add(metric(peer, at + "MeanBPM", TimeDomain.MEAN_HR, OF_BEATS).rounded(6));
        claims.add(metric(peer, at + "MedianRR", TimeDomain.MEDIAN_NN, OF_BEATS).rounded(6));
        claims.add(metric(peer, at + "MinBPM", TimeDomain.MIN_HR, OF_BEATS).rounded(6));
        claims.add(metric(peer, at + "MaxBPM", TimeDomain.MAX_HR, OF_BEATS).rounded(6));
        claims.add(metric(peer, at + "SDNN", TimeDomain.SDNN, OF_BEATS).rounded(6));
        claims.add(metric(peer, at + "SDSD", TimeDomain.SDSD, OF_BEATS).rounded(6));
        claims.add(metric(peer, at + "RMSSD", TimeDomain.RMSSD, OF_BEATS).rounded(6));
        claims.add(metric(peer, at + "nn50", TimeDomain.NN50, OF_BEATS));
        claims.add(metric(peer, at + "pnn50", TimeDomain.PNN50, OF_BEATS).rounded(6));
        Map<String, Band> bands = new TreeMap<>(Map.of("vlf", Band.VLF, "lf", Band.LF, "hf", Band.HF));
        bands.forEach((name, band) -> {
            claims.add(value(peer, "/frequency/" + name + "_peak", name + " peak", r -> peak(r, systole(r), band))
                    .rounded(6));
            claims.add(value(
                    peer,
                    "/frequency/" + name + "_power_per",
                    name,
                    r -> 100 * power(r, systole(r), band) / sum(r, systole(r), bands.values())));
        });
        claims.add(value(peer, "/frequency/total_power", "TotalPower", r -> sum(r, systole(r), bands.values())));
        claims.add(value(
                peer, "/frequency/lf_power_nu", "LFnu", r -> r.of(FrequencyDomain.LF_NU, DEFAULTS.with(systole(r)))));
        claims.add(value(
                peer, "/frequency/hf_power_nu", "HFnu", r -> r.of(FrequencyDomain.HF_NU, DEFAULTS.with(systole(r)))));
        String why =
                "adds the main diagonal to the recurrences, not to the pairs; looks at half of the diagonals only, and"
                        + " at lines of 3 or more; standard deviation over n";
        String[] names = {"recurrence_rate", "l_max", "l_mean", "determinism_rate", "shannon_entropy"};
        String[] ours = {"REC", "Lmax", "Lmean", "DET", "RecEn"};
        for (int i = 0; i < names.length; i++) {
            int which = i;
            claims.add(formula(
                    peer,
                    "/nonlinear/" + names[i],
                    ours[i],
                    r -> r.shared("recurrence", double[].class, q -> PeerFormulas.systoleRecurrence(q.rr()))[which],
                    why));
        }
    }

    private static SpectrumOptions systole(PeerRecording r) {
        return Peer.SYSTOLE.options(r.beats());
    }

    private static double sum(PeerRecording r, SpectrumOptions options, Iterable<Band> bands) {
        double sum = 0;
        for (Band band : bands) {
            sum += power(r, options, band);
        }
        return sum;
    }

    private static void addBioSppy(List<PeerClaim> claims) {
        for (String suffix : List.of("", "_detrended")) {
            boolean flat = !suffix.isEmpty();
            String peer = "biosppy2";
            String time = "/time" + suffix + "/";
            String trend = flat ? "of intervals without their trend, λ = 500" : "";
            claims.add(metric(peer, time + "hr_min", TimeDomain.MIN_HR, OF_BEATS));
            claims.add(metric(peer, time + "hr_max", TimeDomain.MAX_HR, OF_BEATS));
            claims.add(metric(peer, time + "hr_mean", TimeDomain.MEAN_HR, OF_BEATS));
            claims.add(metric(peer, time + "rr_mean", TimeDomain.MEAN_NN, OF_BEATS));
            claims.add(metric(peer, time + "rr_median", TimeDomain.MEDIAN_NN, OF_BEATS));
            claims.add(bioSppy(time + "rmssd", TimeDomain.RMSSD, flat).within(flat ? 1e-6 : 1e-9, trend));
            claims.add(bioSppy(time + "nn50", TimeDomain.NN50, flat));
            claims.add(bioSppy(time + "pnn50", TimeDomain.PNN50, flat));
            claims.add(bioSppy(time + "sdnn", TimeDomain.SDNN, flat).within(flat ? 1e-6 : 1e-9, trend));
            claims.add(formula(peer, time + "hti", "HTI", r -> triangle(r)[0], "bins begin at the shortest interval"));
            claims.add(formula(
                    peer,
                    time + "tinn",
                    "TINN",
                    r -> triangle(r)[1],
                    "bins begin at the shortest interval, feet of the triangle lie on lower edges of bins"));
            String nonlinear = "/nonlinear" + suffix + "/";
            claims.add(bioSppy(nonlinear + "sd1", Poincare.SD1, flat).within(flat ? 1e-6 : 1e-9, trend));
            claims.add(bioSppy(nonlinear + "sd2", Poincare.SD2, flat).within(flat ? 1e-6 : 1e-9, trend));
            claims.add(bioSppy(nonlinear + "sd12", Poincare.SD1_SD2, flat).within(flat ? 1e-6 : 1e-9, trend));
            claims.add(bioSppy(nonlinear + "sd21", Poincare.CSI, flat).within(flat ? 1e-6 : 1e-9, trend));
            claims.add(bioSppy(nonlinear + "s", Poincare.ELLIPSE_AREA, flat).within(flat ? 1e-6 : 1e-9, trend));
            claims.add(formula(
                    peer,
                    nonlinear + "sampen",
                    "SampEn",
                    r -> PeerFormulas.unevenSampleEntropy(flat ? flat(r.rr()) : r.rr()),
                    "its pairs of 2 intervals are uneven: n − m templates against n − m + 1"));
            claims.add(bioSppy(nonlinear + "appen", Entropy.APPROXIMATE, flat));
            addBioSppySpectrum(claims, suffix);
        }
    }

    private static void addBioSppySpectrum(List<PeerClaim> claims, String suffix) {
        String peer = "biosppy2";
        String at = "/frequency" + suffix + "/";
        Map<String, Band> bands = Map.of("ulf", Band.ULF, "vlf", Band.VLF, "lf", Band.LF, "hf", Band.HF, "vhf", VHF);
        boolean flat = !suffix.isEmpty();
        double tolerance = flat ? 1e-6 : 1e-9;
        String note = flat ? "samples without their trend, λ = 500" : "";
        new TreeMap<>(bands).forEach((name, band) -> {
            claims.add(value(
                            peer,
                            at + name + "_pwr",
                            name,
                            r -> spectrum(r, flat).power(band, Integration.SUM_CLOSED))
                    .within(tolerance, note));
            claims.add(value(peer, at + name + "_rpwr", name, r -> {
                        Spectrum spectrum = spectrum(r, flat);
                        return spectrum.power(band, Integration.SUM_CLOSED) / spectrum.totalPower();
                    })
                    .within(tolerance, note));
            claims.add(value(peer, at + name + "_peak", name + " peak", r -> closedPeak(spectrum(r, flat), band)));
        });
        claims.add(value(peer, at + "lf_hf", "LF/HF", r -> r.of(FrequencyDomain.LF_HF, DEFAULTS.with(bioSppy(r, flat))))
                .within(tolerance, note));
        claims.add(value(
                        peer,
                        at + "lf_nu",
                        "LFnu",
                        r -> r.of(FrequencyDomain.LF_NU, DEFAULTS.with(bioSppy(r, flat))) / 100)
                .within(tolerance, note));
        claims.add(value(
                        peer,
                        at + "hf_nu",
                        "HFnu",
                        r -> r.of(FrequencyDomain.HF_NU, DEFAULTS.with(bioSppy(r, flat))) / 100)
                .within(tolerance, note));
    }

    /** Frequency of the highest density, a bin exactly at the upper edge included. */
    private static double closedPeak(Spectrum spectrum, Band band) {
        int peak = -1;
        for (int k = 0; k < spectrum.size(); k++) {
            boolean inside = spectrum.hertzAt(k) >= band.lowHz() && spectrum.hertzAt(k) <= band.highHz();
            if (inside && (peak < 0 || spectrum.densityAt(k) > spectrum.densityAt(peak))) {
                peak = k;
            }
        }
        return spectrum.hertzAt(peak);
    }

    private static Spectrum spectrum(PeerRecording r, boolean flat) {
        return r.shared("spectrum " + flat, Spectrum.class, q -> {
            SpectrumOptions options = bioSppy(q, flat);
            return options.welch()
                    .with(options.hf().segment())
                    .of(options.resampling().of(q.beats()).without(options.detrending()));
        });
    }

    private static SpectrumOptions bioSppy(PeerRecording r, boolean flat) {
        SpectrumOptions options = Peer.BIOSPPY.options(r.beats());
        return flat ? options.with(Detrending.smoothnessPriors(500)) : options;
    }

    private static PeerClaim bioSppy(String pointer, HrvMetric metric, boolean flat) {
        HrvOptions options = DEFAULTS.with(TIME.withSdDivisor(Divisor.N)
                        .withPoincareDivisor(Divisor.N)
                        .with(Sd2Formula.ROTATED_PAIRS))
                .with(NonlinearOptions.withDefaults()
                        .with(EntropyOptions.withDefaults().withTolerance(0.2, ToleranceSd.N)));
        return flat
                ? value(
                        "biosppy2",
                        pointer,
                        metric.name(),
                        r -> metric.with(options)
                                .of(BeatSeries.ofMillis(flat(r.rr())))
                                .orNaN())
                : metric("biosppy2", pointer, metric, options);
    }

    /** Intervals without their smooth trend, raised so that all are positive; none of the metrics minds. */
    private static double[] flat(double[] rr) {
        double[] flat = Detrending.smoothnessPriors(500).applyTo(rr);
        return Arrays.stream(flat).map(v -> v + 10_000).toArray();
    }

    private static void addBartels(List<PeerClaim> claims) {
        String peer = "hrv_rhenanbartels";
        HrvOptions options = DEFAULTS.with(TIME.with(MeanHr.MEAN_OF_BEATS).with(PnnDivisor.INTERVALS));
        claims.add(metric(peer, "/time/rmssd", TimeDomain.RMSSD, options));
        claims.add(metric(peer, "/time/sdnn", TimeDomain.SDNN, options));
        claims.add(metric(peer, "/time/sdsd", TimeDomain.SDSD, options));
        claims.add(metric(peer, "/time/nn50", TimeDomain.NN50, options));
        claims.add(metric(peer, "/time/pnn50", TimeDomain.PNN50, options));
        claims.add(metric(peer, "/time/mrri", TimeDomain.MEAN_NN, options));
        claims.add(metric(peer, "/time/mhr", TimeDomain.MEAN_HR, options));
        claims.add(metric(peer, "/nonlinear/sd1", Poincare.SD1, options));
        claims.add(metric(peer, "/nonlinear/sd2", Poincare.SD2, options));
        for (String group : List.of("welch", "welch_linear")) {
            boolean linear = group.endsWith("linear");
            claims.add(bartels(group, "total_power", FrequencyDomain.TOTAL_POWER, linear));
            claims.add(bartels(group, "vlf", FrequencyDomain.VLF, linear));
            claims.add(bartels(group, "lf", FrequencyDomain.LF, linear));
            claims.add(bartels(group, "hf", FrequencyDomain.HF, linear));
            claims.add(bartels(group, "lf_hf", FrequencyDomain.LF_HF, linear));
            claims.add(bartels(group, "lfnu", FrequencyDomain.LF_NU, linear));
            claims.add(bartels(group, "hfnu", FrequencyDomain.HF_NU, linear));
        }
        String note = "its line is fitted over the sums of the samples, not over time";
        Band vlf = new Band("VLF", 0, 0.04);
        claims.add(value(peer, "/ar/vlf", "VLF_AR", r -> bartelsAr(r, vlf)).within(1e-6, note));
        claims.add(value(peer, "/ar/lf", "LF_AR", r -> bartelsAr(r, Band.LF)).within(1e-6, note));
        claims.add(value(peer, "/ar/hf", "HF_AR", r -> bartelsAr(r, Band.HF)).within(1e-6, note));
        claims.add(value(
                        peer,
                        "/ar/total_power",
                        "TotalPower_AR",
                        r -> bartelsAr(r, vlf) + bartelsAr(r, Band.LF) + bartelsAr(r, Band.HF))
                .within(1e-6, note));
        claims.add(value(peer, "/ar/lf_hf", "LF/HF_AR", r -> bartelsAr(r, Band.LF) / bartelsAr(r, Band.HF))
                .within(1e-6, note));
        claims.add(value(
                        peer,
                        "/ar/lfnu",
                        "LFnu_AR",
                        r -> 100 * bartelsAr(r, Band.LF) / (bartelsAr(r, Band.LF) + bartelsAr(r, Band.HF)))
                .within(1e-6, note));
        claims.add(value(
                        peer,
                        "/ar/hfnu",
                        "HFnu_AR",
                        r -> 100 * bartelsAr(r, Band.HF) / (bartelsAr(r, Band.LF) + bartelsAr(r, Band.HF)))
                .within(1e-6, note));
    }

    private static SpectrumOptions bartels(PeerRecording r, boolean linear) {
        SpectrumOptions options = Peer.HRV_BARTELS.options(r.beats());
        return linear
                ? options.with(options.resampling().with(Interpolation.LINEAR).with(Ending.HELD_PAST_LAST_BEAT))
                : options;
    }

    private static PeerClaim bartels(String group, String name, HrvMetric metric, boolean linear) {
        return value(
                "hrv_rhenanbartels",
                "/" + group + "/" + name,
                metric.name(),
                r -> r.of(metric, DEFAULTS.with(bartels(r, linear))));
    }

    /** Burg of order 16 at as many frequencies as samples; the regressor of its line is the running sum of the samples. */
    private static double bartelsAr(PeerRecording r, Band band) {
        return r.shared("ar", Spectrum.class, PythonClaims::bartelsAr).power(band, Integration.TRAPEZOID);
    }

    private static Spectrum bartelsAr(PeerRecording r) {
        double[] x =
                bartels(r, false).resampling().of(r.beats()).toSignals().get(0).toArray();
        double[] sums = x.clone();
        Arrays.parallelPrefix(sums, Double::sum);
        double slope = PeerFormulas.slope(sums, x);
        double meanX = PeerFormulas.mean(x);
        double meanSum = PeerFormulas.mean(sums);
        for (int i = 0; i < x.length; i++) {
            x[i] -= meanX + slope * (sums[i] - meanSum);
        }
        return Autoregressive.withDefaults()
                .with(Detrending.none())
                .withBinHz(4.0 / x.length)
                .of(Tachogram.of(SampledSignal.of("RR", Unit.MS, 4, 0, x)));
    }

    private static void addHrvAnalysis(List<PeerClaim> claims) {
        String peer = "hrvanalysis";
        HrvOptions plain = DEFAULTS;
        claims.add(metric(peer, "/time/nni_20", TimeDomain.NN20, plain));
        claims.add(metric(peer, "/poincare/ratio_sd2_sd1", Poincare.CSI, plain));
        HrvOptions welch = DEFAULTS.with(SpectrumProfiles.HRV_ANALYSIS);
        claims.add(value(peer, "/welch/total_power", "VLF + LF + HF", r -> sum(r, welch.spectrum(), BANDS)));
        HrvOptions cubic = DEFAULTS.with(SpectrumProfiles.HRV_ANALYSIS.with(
                SpectrumProfiles.HRV_ANALYSIS.resampling().with(Interpolation.CUBIC_NOT_A_KNOT)));
        claims.add(value(peer, "/welch_cubic/total_power", "VLF + LF + HF", r -> sum(r, cubic.spectrum(), BANDS)));
        claims.add(metric(peer, "/welch_cubic/lf_hf_ratio", FrequencyDomain.LF_HF, cubic));
        claims.add(metric(peer, "/welch_cubic/lfnu", FrequencyDomain.LF_NU, cubic));
        claims.add(metric(peer, "/welch_cubic/hfnu", FrequencyDomain.HF_NU, cubic));
        SpectrumOptions lomb = welch.spectrum().with(SpectrumOptions.Estimator.LOMB_SCARGLE);
        claims.add(value(peer, "/lomb/total_power", "VLF + LF + HF by Lomb–Scargle", r -> sum(r, lomb, BANDS)));
    }

    private static void addPyHrv(List<PeerClaim> claims) {
        String peer = "pyhrv";
        HrvOptions options = Profile.PYHRV.optionsFor(BeatSeries.ofMillis(800, 800));
        claims.add(metric(peer, "/hr_parameters/hr_min", TimeDomain.MIN_HR, options));
        claims.add(metric(peer, "/hr_parameters/hr_max", TimeDomain.MAX_HR, options));
        claims.add(metric(peer, "/nn50/nn50", TimeDomain.NN50, options));
        claims.add(metric(peer, "/nn20/nn20", TimeDomain.NN20, options));
        claims.add(metric(peer, "/fft/fft_norm/1", FrequencyDomain.HF_NU, options));
        List<Band> bands = List.of(new Band("VLF", 0, 0.04), Band.LF, Band.HF);
        claims.add(value(peer, "/fft/fft_total", "VLF + LF + HF", r -> sum(r, options.spectrum(), bands)));
        for (int b = 0; b < bands.size(); b++) {
            Band band = bands.get(b);
            claims.add(
                    value(peer, "/fft/fft_peak/" + b, band.name() + " peak", r -> peak(r, options.spectrum(), band)));
            claims.add(value(
                    peer, "/fft/fft_log/" + b, "ln " + band.name(), r -> Math.log(power(r, options.spectrum(), band))));
            claims.add(value(
                    peer,
                    "/fft/fft_rel/" + b,
                    band.name(),
                    r -> 100 * power(r, options.spectrum(), band) / sum(r, options.spectrum(), bands)));
        }
    }

    private static void addAntropy(List<PeerClaim> claims) {
        String peer = "antropy";
        HrvOptions options = DEFAULTS.with(NonlinearOptions.withDefaults()
                .with(EntropyOptions.withDefaults().with(Match.BELOW).withTolerance(0.2, ToleranceSd.N)));
        claims.add(metric(peer, "/sampen", Entropy.SAMPLE, options));
        claims.add(value(peer, "/lziv_mean/count", "LZC", r -> {
            int n = r.rr().length;
            return r.of(Fractal.LZC, DEFAULTS) * n / (Math.log(n) / Math.log(2));
        }));
        claims.add(formula(
                peer,
                "/fractal/higuchi10",
                "HFD",
                r -> PeerFormulas.higuchiWithoutLastStep(r.rr(), 10),
                "leaves out the last step of every curve and does not correct its norm for that"));
        claims.add(formula(
                        peer,
                        "/fractal/dfa",
                        "DFA",
                        r -> PeerFormulas.dfaOfGrowingScales(r.rr()),
                        "one exponent over the scales 4·1.2^k up to a tenth of the intervals")
                .within(
                        1e-7,
                        "one exponent over the scales 4·1.2^k up to a tenth of the intervals, lines in closed sums"));
    }

    private static void addReference(List<PeerClaim> claims) {
        String peer = "reference";
        String at = "/basic/";
        HrvOptions overN = DEFAULTS.with(TIME.withSdDivisor(Divisor.N));
        claims.add(metric(peer, at + "mean", TimeDomain.MEAN_NN, DEFAULTS));
        claims.add(metric(peer, at + "sdnn_ddof1", TimeDomain.SDNN, DEFAULTS));
        claims.add(metric(peer, at + "sdnn_ddof0", TimeDomain.SDNN, overN));
        claims.add(metric(peer, at + "rmssd", TimeDomain.RMSSD, DEFAULTS));
        claims.add(metric(peer, at + "sdsd_ddof1", TimeDomain.SDSD, DEFAULTS));
        claims.add(metric(peer, at + "nn50_gt", TimeDomain.NN50, DEFAULTS));
        claims.add(metric(peer, at + "nn20_gt", TimeDomain.NN20, DEFAULTS));
        claims.add(metric(peer, at + "median", TimeDomain.MEDIAN_NN, DEFAULTS));
        claims.add(metric(peer, at + "mad_raw", TimeDomain.MAD_NN, DEFAULTS).times(1 / 1.4826, "unscaled there"));
        claims.add(metric(peer, at + "iqr_linear", TimeDomain.IQR_NN, DEFAULTS));
        claims.add(metric(peer, at + "mean_hr_of_means", TimeDomain.MEAN_HR, DEFAULTS));
        claims.add(metric(peer, at + "mean_hr_instant", TimeDomain.MEAN_HR, OF_BEATS));
        for (String counts : List.of("m2_r0.2", "m2_r0.15", "m1_r0.2", "m3_r0.2")) {
            claims.add(value(
                    peer,
                    "/sampen_counts_" + counts + "/tolerance",
                    "tolerance of SampEn",
                    r -> Double.parseDouble(counts.substring(counts.indexOf('r') + 1))
                            * r.of(TimeDomain.SDNN, DEFAULTS)));
        }
    }
}
