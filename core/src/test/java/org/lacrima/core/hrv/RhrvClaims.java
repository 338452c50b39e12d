package org.lacrima.core.hrv;

import static org.lacrima.core.hrv.PeerClaim.formula;
import static org.lacrima.core.hrv.PeerClaim.metric;
import static org.lacrima.core.hrv.PeerClaim.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lacrima.core.hrv.EntropyOptions.ApproximateMean;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.spectrum.Band;
import org.lacrima.core.spectrum.FftLength;
import org.lacrima.core.spectrum.ShortTimeFourier;
import org.lacrima.core.spectrum.Spectrogram;
import org.lacrima.core.spectrum.Tachogram;
import org.lacrima.core.spectrum.Taper;
import org.lacrima.core.spectrum.Welch;

/** Claims on RHRV 5.0.0 and nonlinearTseries 0.3.1 beyond the profile. */
final class RhrvClaims {
    private RhrvClaims() {}

    private static final String RHRV = "rhrv";

    static List<PeerClaim> all() {
        List<PeerClaim> claims = new ArrayList<>();
        claims.add(formula(
                RHRV,
                "/time.MADRR",
                "MADRR",
                r -> PeerFormulas.median(Arrays.stream(PeerFormulas.differences(twice(r).toMillis()))
                        .map(Math::abs)
                        .toArray()),
                "the median of the absolute differences, another quantity than a median absolute deviation"));
        claims.add(value(RHRV, "/interp4.n", "samples at 4 Hz", r -> samples(r).length));
        claims.add(value(
                RHRV,
                "/interp4.mean_hr",
                "mean of the resampled heart rate",
                r -> PeerFormulas.mean(
                        Arrays.stream(samples(r)).map(v -> 60_000 / v).toArray())));
        addTimeFrequency(claims);
        claims.add(value(RHRV, "/apen_niHR_m2_r.2", "ApEn", RhrvClaims::entropyOfHeartRate)
                .within(
                        PeerClaim.CLOSED_FORM,
                        "of heart rates in place of intervals, the first twice, 1000 in the middle"));
        addNonlinear(claims);
        return claims;
    }

    private static void addTimeFrequency(List<PeerClaim> claims) {
        String fourier = "/stft.n_LFmean_HFmean/";
        String why =
                "times 1.586 over the padded length in place of the sum of squared weights, each bin a little above"
                        + " its frequency, the last window left out, two-sided";
        claims.add(formula(RHRV, fourier + 0, "windows", r -> fourier(r)[0], why));
        claims.add(formula(RHRV, fourier + 1, "LF over time", r -> fourier(r)[1], why));
        claims.add(formula(RHRV, fourier + 2, "HF over time", r -> fourier(r)[2], why));
        String wavelet = "/wavelet_la8.n_LFmean_HFmean/";
        String packets =
                "wavelet packets within 0.01 Hz of the edges of a band, wrapped round at the ends, in place of octaves";
        claims.add(value(RHRV, wavelet + 0, "samples at 4 Hz", r -> samples(r).length));
        claims.add(formula(
                RHRV,
                wavelet + 1,
                "LF over time",
                r -> WaveletPackets.meanPower(samples(r), new int[][] {{6, 1}, {5, 1}, {6, 4}}),
                packets));
        claims.add(formula(
                RHRV,
                wavelet + 2,
                "HF over time",
                r -> WaveletPackets.meanPower(samples(r), new int[][] {{6, 5}, {5, 3}, {4, 2}, {6, 12}}),
                packets));
    }

    private static void addNonlinear(List<PeerClaim> claims) {
        HrvOptions strict = HrvOptions.withDefaults()
                .with(NonlinearOptions.withDefaults()
                        .with(EntropyOptions.withDefaults().with(EntropyOptions.Match.BELOW)));
        claims.add(metric(RHRV, "/nltseries_sampen_at_r.2sd", Entropy.SAMPLE, strict));
        claims.add(formula(
                RHRV,
                "/nltseries_dfa_16_64.alpha",
                "DFAalpha2",
                r -> exponent(r, "nltseries_dfa_16_64"),
                "25 of the scales from 16 to 64, evenly spaced in their logarithm"));
        for (int m = 2; m <= 3; m++) {
            int of = m;
            claims.add(formula(
                    RHRV,
                    "/nltseries_corrsum_r.2sd.m2_m3/" + (m - 2),
                    "correlation sum",
                    r -> correlationSum(r, of),
                    "not a metric: what its sample entropy is made of"));
        }
        RecurrenceOptions plain = RecurrenceOptions.withDefaults()
                .withDimension(2)
                .withRadius(0.5, RecurrenceOptions.RadiusUnit.SD)
                .with(RecurrenceOptions.Norm.MAXIMUM)
                .with(RecurrenceOptions.MainDiagonal.COUNTED);
        HrvOptions rqa =
                HrvOptions.withDefaults().with(NonlinearOptions.withDefaults().with(plain));
        String key = "/rqa_m2_r.5sd.REC_DET_RATIO_Lmax_DIV_Lmean_ENTR_LAM_Vmax_Vmean/";
        claims.add(value(RHRV, key + 2, "DET over REC", r -> r.of(Recurrence.DET, rqa) / r.of(Recurrence.REC, rqa)));
        claims.add(value(RHRV, key + 4, "DivL", r -> 1 / r.of(Recurrence.LINE_MAX, rqa)));
    }

    /** The beats with the first interval twice. */
    private static BeatSeries twice(PeerRecording r) {
        return new Workings(r.beats(), Profile.RHRV.optionsFor(r.beats())).beats();
    }

    private static Tachogram tachogram(PeerRecording r) {
        return r.shared(
                "tachogram",
                Tachogram.class,
                q -> SpectrumProfiles.RHRV.resampling().of(twice(q)));
    }

    /** Linearly joined heart rates at 4 Hz, as intervals in ms. */
    private static double[] samples(PeerRecording r) {
        return tachogram(r).toSignals().get(0).toArray();
    }

    /** Number of windows and their mean power in LF and HF, from this library's short-time transform. */
    private static double[] fourier(PeerRecording r) {
        return r.shared("fourier", double[].class, q -> {
            double seconds = Arrays.stream(q.rr()).sum() / 1000;
            double window = Math.min(300, Math.floor(0.6 * seconds));
            int length = (int) (4 * window);
            Spectrogram spectrogram = ShortTimeFourier.withDefaults()
                    .withWindowSeconds(window)
                    .withStepSeconds(30)
                    .with(Welch.SegmentTrend.CONSTANT)
                    .with(Taper.HAMMING_SYMMETRIC)
                    .with(new FftLength(1, 0, FftLength.Rounding.POWER_OF_TWO))
                    .of(tachogram(q));
            int half = Integer.highestOneBit(length - 1);
            // a window that would end with the last sample is left out, but for the first
            int windows = 1;
            for (int from = 120; from + length < samples(q).length; from += 120) {
                windows++;
            }
            double weights = 0;
            for (int i = 0; i < length; i++) {
                weights += Math.pow(0.54 - 0.46 * Math.cos(2 * Math.PI * i / (length - 1)), 2);
            }
            double[] mean = new double[2];
            for (int i = 0; i < windows; i++) {
                for (int k = 0; k < half; k++) {
                    double hertz = 2.0 * k / (half - 1);
                    double squares = spectrogram.densityAt(i, k) * 4 * weights / (k == 0 ? 1 : 2);
                    double power = 1.586 * squares / (2.0 * half * half) / windows;
                    mean[0] += Band.LF.contains(hertz) ? power : 0;
                    mean[1] += Band.HF.contains(hertz) ? power : 0;
                }
            }
            return new double[] {windows, mean[0], mean[1]};
        });
    }

    private static double entropyOfHeartRate(PeerRecording r) {
        double[] rates = Arrays.stream(twice(r).toMillis()).map(v -> 60_000 / v).toArray();
        int n = rates.length;
        double[] middle = n > 1000 ? Arrays.copyOfRange(rates, n / 2 - 501, n / 2 + 500) : rates;
        HrvOptions options = HrvOptions.withDefaults()
                .with(NonlinearOptions.withDefaults()
                        .with(EntropyOptions.withDefaults().with(ApproximateMean.LOGARITHM_OF_MEAN)));
        return Entropy.APPROXIMATE.with(options).of(BeatSeries.ofMillis(middle)).orNaN();
    }

    /** Slope over the scales that the package names. */
    private static double exponent(PeerRecording r, String key) {
        double[] walk = new double[r.rr().length];
        double mean = PeerFormulas.mean(r.rr());
        for (int i = 0; i < walk.length; i++) {
            walk[i] = (i > 0 ? walk[i - 1] : 0) + r.rr()[i] - mean;
        }
        int n = r.values().path(key + ".window").size();
        double[] logN = new double[n];
        double[] logF = new double[n];
        for (int k = 0; k < n; k++) {
            int scale = r.values().path(key + ".window").get(k).asInt();
            logN[k] = Math.log(scale);
            logF[k] = Math.log(PeerFormulas.fluctuation(walk, scale));
        }
        return PeerFormulas.slope(logN, logF);
    }

    /** Share of the pairs of points nearer than 0.2·SD in the maximum norm. */
    private static double correlationSum(PeerRecording r, int m) {
        // the points of the larger dimension, for both
        int points = r.rr().length - 2;
        long pairs = PeerFormulas.pairs(r.rr(), m, points, i -> true, 0.2 * PeerFormulas.sd(r.rr(), 1));
        return pairs / ((double) points * (points - 1));
    }
}
