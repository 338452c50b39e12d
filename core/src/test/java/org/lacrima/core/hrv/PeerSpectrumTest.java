package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.core.Corpus;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.hrv.SpectrumOptions.BandRule;
import org.lacrima.core.hrv.SpectrumOptions.Estimator;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.spectrum.Band;
import org.lacrima.core.spectrum.FftLength;
import org.lacrima.core.spectrum.LombScargle;
import org.lacrima.core.spectrum.Resampling;
import org.lacrima.core.spectrum.Resampling.Ending;
import org.lacrima.core.spectrum.SegmentLength;
import org.lacrima.core.spectrum.Spectrum.Integration;
import org.lacrima.core.spectrum.Welch;

/**
 * Each package's own numbers, under options that do what that package does. The packages' values come from
 * {@code oracles/hrv}; the figures for the made series stand here, so that a fresh clone checks them too.
 */
class PeerSpectrumTest {
    private static final Resampling JOINED = Resampling.withDefaults().withMaxStretchSeconds(Double.POSITIVE_INFINITY);
    private static final Welch SCIPY =
            Welch.withDefaults().with(Welch.Placement.FIXED_STEP).with(FftLength.ofSegment());
    private static final SpectrumOptions PLAIN = SpectrumOptions.withDefaults()
            .with(JOINED)
            .with(SCIPY)
            .with(Integration.TRAPEZOID)
            .withOneSegment(SegmentLength.ofSamples(256), 0);
    private static final LombScargle LOMB = LombScargle.withDefaults().with(LombScargle.Trend.CONSTANT);

    /** A package, where its values are, and the options that give them. */
    enum Peer {
        NEUROKIT2(
                "neurokit2",
                "welch_4hz",
                Map.of("VLF", "VLF", "LF", "LF", "HF", "HF", "LnHF", "lnHF", "LFHF", "LF/HF"),
                "ltdb14134_nn_5min1") {
            @Override
            SpectrumOptions options(BeatSeries beats) {
                return at(4, seconds(beats));
            }
        },
        NEUROKIT2_100_HZ(
                "neurokit2",
                "welch_100hz",
                Map.of("VLF", "VLF", "LF", "LF", "HF", "HF"),
                "hrvlib_noisy_f20_5min1",
                "hrvlib_noisy_f20_5min2",
                "rhrv_example_f20_5min1") {
            @Override
            SpectrumOptions options(BeatSeries beats) {
                return at(100, seconds(beats));
            }
        },
        NEUROKIT2_LOMB(
                "neurokit2",
                "lomb_events",
                Map.of("VLF", "VLF", "LF", "LF", "HF", "HF", "LFHF", "LF/HF", "LnHF", "lnHF")) {
            @Override
            SpectrumOptions options(BeatSeries beats) {
                return SpectrumProfiles.NEUROKIT2
                        .with(SpectrumProfiles.neurokit2Lomb(beats))
                        .with(Estimator.LOMB_SCARGLE);
            }
        },
        HRV_ANALYSIS(
                "hrvanalysis", "welch", Map.of("vlf", "VLF", "lf", "LF", "hf", "HF", "lfnu", "LFnu", "hfnu", "HFnu")) {
            @Override
            SpectrumOptions options(BeatSeries beats) {
                return SpectrumProfiles.HRV_ANALYSIS;
            }
        },
        HRV_ANALYSIS_CUBIC("hrvanalysis", "welch_cubic", Map.of("vlf", "VLF", "lf", "LF", "hf", "HF")) {
            @Override
            SpectrumOptions options(BeatSeries beats) {
                return SpectrumProfiles.HRV_ANALYSIS.with(JOINED);
            }
        },
        HRV_ANALYSIS_LOMB("hrvanalysis", "lomb", Map.of("vlf", "VLF", "lf", "LF", "hf", "HF")) {
            @Override
            SpectrumOptions options(BeatSeries beats) {
                return SpectrumProfiles.HRV_ANALYSIS.with(Estimator.LOMB_SCARGLE);
            }
        },
        PYHRV("pyhrv", "fft", Map.of("fft_abs.0", "VLF", "fft_abs.1", "LF", "fft_abs.2", "HF", "fft_norm.0", "LFnu")) {
            @Override
            SpectrumOptions options(BeatSeries beats) {
                return SpectrumProfiles.PYHRV;
            }
        },
        HRV_BARTELS(
                "hrv_rhenanbartels",
                "welch",
                Map.of("vlf", "VLF", "lf", "LF", "hf", "HF", "lfnu", "LFnu", "lf_hf", "LF/HF")) {
            @Override
            SpectrumOptions options(BeatSeries beats) {
                return slow(0).with(JOINED.with(Ending.EXTRAPOLATED_PAST_LAST_BEAT));
            }
        },
        SYSTOLE(
                "systole",
                "frequency",
                Map.of("vlf_power", "VLF", "lf_power", "LF", "hf_power", "HF", "lf_hf_ratio", "LF/HF")) {
            @Override
            SpectrumOptions options(BeatSeries beats) {
                return PLAIN.with(JOINED.withRateHz(5)).withOneSegment(SegmentLength.ofSeconds(256), 0);
            }
        },
        BIOSPPY(
                "biosppy2",
                "frequency",
                Map.of("vlf_pwr", "VLF", "lf_pwr", "LF", "hf_pwr", "HF", "hf_peak", "HFpeak")) {
            @Override
            SpectrumOptions options(BeatSeries beats) {
                return PLAIN.with(SCIPY.with(new FftLength(1, 256, FftLength.Rounding.POWER_OF_TWO)))
                        .with(Integration.SUM_CLOSED)
                        .withOneSegment(SegmentLength.ofShare(1 / 4.5), 0);
            }
        },
        PHYSIONET_LOMB(
                "physionet_toolbox", "", Map.of("freq_lomb.vlf", "VLF", "freq_lomb.lf", "LF", "freq_lomb.hf", "HF")) {
            @Override
            SpectrumOptions options(BeatSeries beats) {
                return SpectrumProfiles.PHYSIONET;
            }
        };

        private final String file;
        private final String group;
        /** Their name of a value, and ours. */
        private final Map<String, String> names;
        /** Recordings on which a rounding error of the package moves a bin across an edge or changes its grid. */
        private final List<String> left;

        Peer(String file, String group, Map<String, String> names, String... left) {
            this.file = file;
            this.group = group;
            this.names = names;
            this.left = List.of(left);
        }

        Workings workings(BeatSeries beats) {
            return new Workings(beats, HrvOptions.withDefaults().with(options(beats)));
        }

        JsonNode value(JsonNode values, String name) {
            if (group.isEmpty()) {
                return values.path(name);
            }
            String[] parts = name.split("\\.", 2);
            JsonNode node = values.path(group).path(parts[0]);
            return parts.length == 1 ? node : node.path(Integer.parseInt(parts[1]));
        }

        abstract SpectrumOptions options(BeatSeries beats);

        static double seconds(BeatSeries beats) {
            return beats.endSecondsAt(beats.size() - 1) - beats.endSecondsAt(0);
        }

        static SpectrumOptions at(double rate, double seconds) {
            double samples = Math.ceil(seconds * rate - 1e-9) + 1;
            // half of the samples, but where the package's own rounding makes it one less
            int segment = (int) (2 / (2 * rate / (samples / 2)) * rate);
            SpectrumOptions profile = SpectrumProfiles.NEUROKIT2;
            return profile.with(profile.resampling().withRateHz(rate))
                    .withOneSegment(SegmentLength.ofSamples(segment), 0);
        }

        static SpectrumOptions slow(double edge) {
            return PLAIN.withVlf(new BandRule(new Band("VLF", edge, 0.04), SegmentLength.ofSamples(256), 0));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NEUROKIT2, made_rest, 363.0453158362269, 535.1700823737897",
        "NEUROKIT2, made_stress, 122.18364443466047, 46.38841209316587",
        "NEUROKIT2, made_128hz, 358.6740601185881, 530.278677570488",
        "NEUROKIT2_100_HZ, made_rest, 362.9834282578717, 535.1954601201635",
        "NEUROKIT2_100_HZ, made_stress, 123.27039128128709, 45.09227898790008",
        "NEUROKIT2_100_HZ, made_128hz, 358.5880219098338, 530.2768296163733",
        "NEUROKIT2_LOMB, made_rest, 193.65636257355106, 316.6296046568474",
        "NEUROKIT2_LOMB, made_stress, 91.05575604551919, 34.120598236011816",
        "NEUROKIT2_LOMB, made_128hz, 191.26408586187753, 312.44389310870986",
        "HRV_ANALYSIS, made_rest, 336.3296525659189, 404.88895537228643",
        "HRV_ANALYSIS, made_stress, 119.48020542440756, 35.23227913252968",
        "HRV_ANALYSIS, made_128hz, 329.9363434006108, 400.72711926074413",
        "HRV_ANALYSIS_CUBIC, made_rest, 355.1135065374413, 560.1869802361133",
        "HRV_ANALYSIS_CUBIC, made_stress, 122.66465744120111, 46.19673773388046",
        "HRV_ANALYSIS_CUBIC, made_128hz, 348.4621118231721, 554.8684873158229",
        "HRV_ANALYSIS_LOMB, made_rest, 193.748474537856, 316.53526458686343",
        "HRV_ANALYSIS_LOMB, made_stress, 91.04928107233933, 34.1922929324191",
        "HRV_ANALYSIS_LOMB, made_128hz, 191.3532343024721, 312.35399905105186",
        "PYHRV, made_rest, 342.2488113201479, 539.3977240344035",
        "PYHRV, made_stress, 119.91087643974052, 45.665071326998714",
        "PYHRV, made_128hz, 335.22897729514455, 534.1372411921766",
        "HRV_BARTELS, made_rest, 351.75613137701737, 556.6748480058772",
        "HRV_BARTELS, made_stress, 121.82604868166757, 45.34333015090263",
        "HRV_BARTELS, made_128hz, 344.9801170038978, 551.4979843899386",
        "SYSTOLE, made_rest, 310.6835921718317, 619.1560400807109",
        "SYSTOLE, made_stress, 119.06797014626886, 47.748003155410245",
        "SYSTOLE, made_128hz, 307.57013684033757, 609.8681347255853"
    })
    void reproducesThePackageOnMadeSeries(Peer peer, String series, double lf, double hf) {
        Workings shared = peer.workings(MadeSeries.beats(series));

        assertThat(FrequencyDomain.LF.of(shared).orNaN()).isCloseTo(lf, within(1e-9 * lf));
        assertThat(FrequencyDomain.HF.of(shared).orNaN()).isCloseTo(hf, within(1e-9 * hf));
    }

    @Test
    void reproducesEveryPackageOnEveryRecording() throws IOException {
        StringBuilder table = new StringBuilder("""
            # Agreement in the frequency domain

            Largest relative deviation under options that do what the package does.

            | package | metric | recordings | largest deviation | left out, because rounding decides |
            |---|---|---|---|---|
            """);
        for (Peer peer : Peer.values()) {
            Map<String, Agreement> agreements = new TreeMap<>();
            for (String series : Corpus.seriesOf(peer.file)) {
                double[] rr = Corpus.rrMillis(series);
                if (rr.length <= Corpus.longest() && !peer.left.contains(series)) {
                    compare(peer, series, BeatSeries.ofMillis(rr), agreements);
                }
            }
            agreements.forEach((metric, agreement) -> table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %.1e | %s |%n",
                    peer.file + " " + peer.group,
                    metric,
                    agreement.recordings,
                    agreement.worst,
                    String.join(", ", peer.left))));
            assertThat(agreements).as(peer.name()).hasSameSizeAs(peer.names.keySet());
        }
        Path target = Files.createDirectories(Path.of("target"));
        Files.writeString(target.resolve("agreement-frequency.md"), table);
    }

    private static void compare(Peer peer, String series, BeatSeries beats, Map<String, Agreement> agreements) {
        JsonNode values = Corpus.values(series, peer.file);
        Workings shared = peer.workings(beats);
        peer.names.forEach((theirName, ourName) -> {
            JsonNode node = peer.value(values, theirName);
            if (node.isNumber()) {
                double ours = HrvMetrics.named(ourName).orElseThrow().of(shared).orNaN();
                double theirs = node.doubleValue();
                double deviation = Math.abs(ours - theirs) / Math.abs(theirs);
                assertThat(deviation)
                        .as("%s, %s of %s: %s, theirs %s", peer, ourName, series, ours, theirs)
                        .isLessThan(1e-9);
                agreements.computeIfAbsent(ourName, k -> new Agreement()).add(deviation);
            }
        });
    }

    /** Package and pointer of every value that is compared. */
    static Stream<String> compared() {
        return Stream.of(Peer.values())
                .flatMap(peer -> peer.names.keySet().stream()
                        .map(name -> peer.file + (peer.group.isEmpty() ? "" : "/" + peer.group) + "/"
                                + (peer.group.isEmpty() ? name : name.replace('.', '/'))));
    }

    private static final class Agreement {
        private int recordings;
        private double worst;

        void add(double deviation) {
            recordings++;
            worst = Math.max(worst, deviation);
        }
    }
}
