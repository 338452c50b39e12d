package org.lacrima.core.hrv;

import static org.lacrima.core.hrv.PeerClaim.formula;
import static org.lacrima.core.hrv.PeerClaim.metric;
import static org.lacrima.core.hrv.PeerClaim.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.lacrima.core.Corpus;
import org.lacrima.core.hrv.TimeOptions.SegmentRule;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.spectrum.Autoregressive;
import org.lacrima.core.spectrum.Autoregressive.OrderRule;
import org.lacrima.core.spectrum.Band;
import org.lacrima.core.spectrum.Detrending;
import org.lacrima.core.spectrum.FftLength;
import org.lacrima.core.spectrum.LombScargle;
import org.lacrima.core.spectrum.Resampling;
import org.lacrima.core.spectrum.Resampling.Ending;
import org.lacrima.core.spectrum.SegmentLength;
import org.lacrima.core.spectrum.Spectrum;
import org.lacrima.core.spectrum.Spectrum.Integration;
import org.lacrima.core.spectrum.Tachogram;
import org.lacrima.core.spectrum.Taper;
import org.lacrima.core.spectrum.Welch;

/** Claims on PhysioNet's toolbox (Octave 7.3), its toolkit in C, and hrv-lib in Java. */
final class PhysioNetClaims {
    private PhysioNetClaims() {}

    private static final String TOOLBOX = "physionet_toolbox";
    private static final String TOOLKIT = "physionet_hrv_c";
    private static final HrvOptions DEFAULTS = HrvOptions.withDefaults();
    private static final Band ULF = new Band("ULF", 0, 0.0033);
    private static final Band VLF = new Band("VLF", 0.0033, 0.04);
    private static final Map<String, Band> BANDS =
            new TreeMap<>(Map.of("ulf", ULF, "vlf", VLF, "lf", Band.LF, "hf", Band.HF));

    static List<PeerClaim> all() {
        List<PeerClaim> claims = new ArrayList<>();
        addToolbox(claims);
        addToolkit(claims);
        addHrvLib(claims);
        return claims;
    }

    private static void addToolbox(List<PeerClaim> claims) {
        claims.add(metric(TOOLBOX, "/poincare.SD1SD2", Poincare.SD1_SD2, DEFAULTS));
        claims.add(value(
                TOOLBOX, "/time.NNvariance", "SDNN squared", r -> Math.pow(r.of(TimeDomain.SDNN, DEFAULTS), 2)));
        String boundary = "a beat on the boundary of two segments counts in the later one";
        claims.add(metric(TOOLBOX, "/sdann_5min", TimeDomain.SDANN, DEFAULTS).except(6, boundary));
        claims.add(
                metric(TOOLBOX, "/sdnni_5min", TimeDomain.SDNN_INDEX, DEFAULTS).except(6, boundary));
        SpectrumOptions lomb = SpectrumProfiles.PHYSIONET;
        claims.add(value(TOOLBOX, "/freq_lomb.ulf", "ULF", r -> PythonClaims.power(r, lomb, ULF)));
        claims.add(value(TOOLBOX, "/freq_lomb.lfhf", "LF/HF", r -> r.of(FrequencyDomain.LF_HF, DEFAULTS.with(lomb)))
                .rounded(2));
        claims.add(value(
                TOOLBOX,
                "/freq_lomb.ttlpwr",
                "ULF + VLF + LF + HF",
                r -> BANDS.values().stream()
                        .mapToDouble(band -> PythonClaims.power(r, lomb, band))
                        .sum()));
        for (Map.Entry<String, Method> method : METHODS.entrySet()) {
            String at = "/freq_" + method.getKey() + ".";
            Method spectrum = method.getValue();
            String note = spectrum.note();
            double tolerance = method.getKey().equals("burg") ? 1e-6 : 1e-9;
            BANDS.forEach((name, band) -> claims.add(value(
                            TOOLBOX,
                            at + name,
                            name + " by " + method.getKey(),
                            r -> power(r, method.getKey(), spectrum, band))
                    .within(tolerance, note)));
            claims.add(value(
                            TOOLBOX,
                            at + "ttlpwr",
                            "ULF + VLF + LF + HF",
                            r -> BANDS.values().stream()
                                    .mapToDouble(band -> power(r, method.getKey(), spectrum, band))
                                    .sum())
                    .within(tolerance, note));
            claims.add(value(
                            TOOLBOX,
                            at + "lfhf",
                            "LF/HF",
                            r -> power(r, method.getKey(), spectrum, Band.LF)
                                    / power(r, method.getKey(), spectrum, Band.HF))
                    .rounded(2));
        }
    }

    /** How the toolbox makes a spectrum of samples at 7 Hz, and what that multiplies powers by. */
    private record Method(String note, double factor, Function<double[], Spectrum> of) {}

    private static final Map<String, Method> METHODS = new TreeMap<>(Map.of(
            "fft",
            new Method(
                    "|FFT|² over n in place of a density: 3.5 times at 7 Hz",
                    3.5,
                    x -> Welch.withDefaults()
                            .with(SegmentLength.whole())
                            .with(FftLength.ofSegment())
                            .with(Taper.RECTANGULAR)
                            .with(Welch.SegmentTrend.NONE)
                            .of(tachogram(x))),
            "burg",
            new Method(
                    "order 100 at 7 Hz",
                    1,
                    x -> Autoregressive.withDefaults()
                            .withOrder(100, OrderRule.FIXED)
                            .with(Detrending.none())
                            .withBinHz(3.5 / powerOfTwo(x.length))
                            .of(tachogram(x))),
            "welch",
            new Method("segments of Octave: the power of two above √(2n) samples", 1, PhysioNetClaims::octaveWelch)));

    private static Spectrum octaveWelch(double[] x) {
        int segment = powerOfTwo(Math.sqrt(2.0 * x.length));
        int used = (x.length - segment) / (segment / 2) * (segment / 2) + segment;
        double[] y = Arrays.copyOf(x, used);
        double mean = PeerFormulas.mean(y);
        return Welch.withDefaults()
                .with(SegmentLength.ofSamples(segment))
                .with(Welch.Placement.FIXED_STEP)
                .with(Taper.HAMMING_SYMMETRIC)
                .with(Welch.SegmentTrend.NONE)
                .with(FftLength.atLeast(powerOfTwo(x.length)))
                .of(tachogram(Arrays.stream(y).map(v -> v - mean).toArray()));
    }

    private static int powerOfTwo(double atLeast) {
        int power = 1;
        while (power < atLeast) {
            power *= 2;
        }
        return power;
    }

    private static Tachogram tachogram(double[] x) {
        return Tachogram.of(SampledSignal.of("RR", Unit.MS, 7, 0, x));
    }

    private static double power(PeerRecording r, String name, Method method, Band band) {
        Spectrum spectrum = r.shared(name, Spectrum.class, q -> {
            double mean = PeerFormulas.mean(q.rr());
            double[] x = Resampling.withDefaults()
                    .withRateHz(7)
                    .withMaxStretchSeconds(Double.POSITIVE_INFINITY)
                    .with(Ending.AT_LAST_BEAT)
                    .of(q.beats())
                    .toSignals()
                    .get(0)
                    .toArray();
            return method.of().apply(Arrays.stream(x).map(v -> v - mean).toArray());
        });
        // a transform in place of a density does not know that the bin at 0 Hz is there once only
        double once = name.equals("fft") && band == ULF ? spectrum.densityAt(0) * spectrum.binHz() : 0;
        return method.factor() * (spectrum.power(band, Integration.SUM_CLOSED) + once);
    }

    private static void addToolkit(List<PeerClaim> claims) {
        HrvOptions withRest = DEFAULTS.with(TimeOptions.withDefaults().with(SegmentRule.WITH_REST));
        Map<String, HrvMetric> inSeconds = new TreeMap<>(Map.of(
                "AVNN", TimeDomain.MEAN_NN,
                "SDNN", TimeDomain.SDNN,
                "rMSSD", TimeDomain.RMSSD,
                "SDANN", TimeDomain.SDANN,
                "SDNNIDX", TimeDomain.SDNN_INDEX));
        inSeconds.forEach((name, metric) -> claims.add(ofNormal("/statnn/" + name, metric, withRest, 1e-3, "in s there")
                .except(
                        name.startsWith("SDANN") || name.startsWith("SDNNI") ? 2 : 0,
                        "in s there; segments begin with the first beat, be it normal or not")));
        claims.add(ofNormal("/statnn/pNN50", TimeDomain.PNN50, withRest, 1e-2, "a fraction there"));
        claims.add(ofNormal("/statnn/pNN20", TimeDomain.PNN20, withRest, 1e-2, "a fraction there"));
        claims.add(value(
                        TOOLKIT,
                        "/statnn/NN~1RR",
                        "share of normal intervals",
                        r -> (double) normal(r).size() / r.rr().length)
                .ofAnyLength());
        String note =
                "its sums are extirpolated in single precision: to 2e-4 on short recordings, 4e-4 on some of a day";
        Map<String, Band> bands = Map.of(
                "0 - 0.0033",
                ULF,
                "0.0033 - 0.040000000000000001",
                VLF,
                "0.040000000000000001 - 0.14999999999999999",
                Band.LF,
                "0.14999999999999999 - 0.40000000000000002",
                Band.HF);
        new TreeMap<>(bands)
                .forEach((name, band) ->
                        claims.add(value(TOOLKIT, "/lomb_pwr/pwr/" + name, band.name() + "_Lomb", r -> lomb(r, band))
                                .within(4e-4, note)));
        claims.add(value(
                        TOOLKIT,
                        "/lomb_pwr/pwr/Total",
                        "power to 0.4 Hz",
                        r -> bands.values().stream()
                                .mapToDouble(band -> lomb(r, band))
                                .sum())
                .within(1e-4, note));
        claims.add(value(
                TOOLKIT, "/lomb_pwr/n_freq", "frequencies", r -> 2.0 * normal(r).size()));
    }

    private static PeerClaim ofNormal(
            String pointer, HrvMetric metric, HrvOptions options, double factor, String note) {
        return value(
                        TOOLKIT,
                        pointer,
                        metric.name(),
                        r -> factor * metric.with(options).of(normal(r)).orNaN())
                .within(PeerClaim.CLOSED_FORM, note)
                .ofAnyLength();
    }

    /** What its statistics count: intervals between beats labelled normal, the first interval only for its time. */
    private static BeatSeries normal(PeerRecording r) {
        return r.shared("normal", BeatSeries.class, q -> {
            double[] known = Corpus.endSeconds(q.series());
            double[] ends = known.length == 0 ? q.beats().toEndSeconds() : known;
            List<String> labels = Corpus.labels(q.series());
            List<Integer> kept = new ArrayList<>();
            for (int i = 1; i < q.rr().length; i++) {
                if (labels.isEmpty()
                        || labels.get(i).equals("N") && labels.get(i + 1).equals("N")) {
                    kept.add(i);
                }
            }
            int n = kept.size();
            double[] rr = new double[n];
            double[] t = new double[n];
            boolean[] contiguous = new boolean[n];
            BeatLabel[] normal = new BeatLabel[n];
            Arrays.fill(normal, BeatLabel.NORMAL);
            for (int k = 0; k < n; k++) {
                rr[k] = q.rr()[kept.get(k)];
                t[k] = ends[kept.get(k)];
                contiguous[k] = k > 0 && kept.get(k) == kept.get(k - 1) + 1;
            }
            return BeatSeries.of(t, rr, contiguous, normal);
        });
    }

    /** The periodogram at a quarter of 1 ⁄ T up to n ⁄ (2T), each value over 2n, in s². */
    private static double lomb(PeerRecording r, Band band) {
        Spectrum spectrum = r.shared("lomb", Spectrum.class, q -> {
            BeatSeries beats = normal(q);
            double extent = beats.endSecondsAt(beats.size() - 1) - beats.endSecondsAt(0);
            double step = 1 / (4 * extent);
            return LombScargle.withDefaults()
                    .with(LombScargle.Trend.CONSTANT)
                    .with(new LombScargle.Grid(step, step, 0, beats.size() / (2 * extent)))
                    .with(LombScargle.Scale.PERIODOGRAM)
                    .of(beats);
        });
        double sum = 0;
        for (int k = 0; k < spectrum.size(); k++) {
            boolean inside = spectrum.hertzAt(k) >= band.lowHz() && spectrum.hertzAt(k) <= band.highHz();
            sum += inside ? spectrum.densityAt(k) : 0;
        }
        return sum / (2.0 * normal(r).size()) / 1e6;
    }

    private static void addHrvLib(List<PeerClaim> claims) {
        String peer = "hrvlib_java";
        claims.add(metric(peer, "/MEAN", TimeDomain.MEAN_NN, DEFAULTS).times(1e-3, "in s there"));
        claims.add(metric(peer, "/SDNN", TimeDomain.SDNN, DEFAULTS).times(1e-3, "in s there"));
        claims.add(metric(peer, "/RMSSD", TimeDomain.RMSSD, DEFAULTS).times(1e-3, "in s there"));
        claims.add(metric(peer, "/SDSD", TimeDomain.SDSD, DEFAULTS).times(1e-3, "in s there"));
        String equal = "differences of exactly 50 ms fall on either side of the threshold in its arithmetic of seconds";
        claims.add(metric(peer, "/NN50", TimeDomain.NN50, DEFAULTS).except(19, equal));
        claims.add(metric(peer, "/PNN50", TimeDomain.PNN50, DEFAULTS).except(19, equal));
        String why = "SDNN and SDSD exchanged";
        claims.add(formula(peer, "/SD1", "SD1", r -> 1e-3 * Math.sqrt(0.5) * r.of(TimeDomain.SDNN, DEFAULTS), why));
        claims.add(formula(peer, "/SD2", "SD2", PhysioNetClaims::exchangedSd2, why));
        claims.add(formula(
                peer,
                "/SD1SD2",
                "SD1/SD2",
                r -> 1e-3 * Math.sqrt(0.5) * r.of(TimeDomain.SDNN, DEFAULTS) / exchangedSd2(r),
                why));
    }

    private static double exchangedSd2(PeerRecording r) {
        double sdnn = r.of(TimeDomain.SDNN, DEFAULTS);
        double sdsd = r.of(TimeDomain.SDSD, DEFAULTS);
        return 1e-3 * Math.sqrt(2 * sdsd * sdsd - sdnn * sdnn / 2);
    }
}
