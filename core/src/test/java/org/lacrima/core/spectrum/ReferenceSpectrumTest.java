package org.lacrima.core.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.core.Corpus;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.spectrum.Spectrum.Integration;
import org.lacrima.core.spectrum.Welch.Placement;
import org.lacrima.core.spectrum.Welch.SegmentTrend;

/**
 * Tachograms and spectra against NumPy 2.4.6 and SciPy 1.17.1 with explicit parameters: 4 Hz from the time of the beat
 * that ends the first interval, periodic Hann, half overlapping segments at fixed steps, mean of each segment removed,
 * VLF from 0.0033 Hz.
 */
class ReferenceSpectrumTest {
    private static final Resampling AS_SCIPY =
            Resampling.withDefaults().withMaxStretchSeconds(Double.POSITIVE_INFINITY);
    private static final Welch SCIPY_WELCH =
            Welch.withDefaults().with(Placement.FIXED_STEP).with(Taper.HANN).with(SegmentTrend.CONSTANT);
    private static final Welch PERIODOGRAM = SCIPY_WELCH
            .with(SegmentLength.whole())
            .with(FftLength.ofSegment())
            .with(Taper.RECTANGULAR)
            .with(SegmentTrend.LINEAR);
    private static final Map<Interpolation, String> NAMES = Map.of(
            Interpolation.LINEAR, "linear",
            Interpolation.CUBIC_NOT_A_KNOT, "cubic_notaknot",
            Interpolation.CUBIC_NATURAL, "cubic_natural",
            Interpolation.PCHIP, "pchip",
            Interpolation.AKIMA, "akima");
    private static final List<Band> BANDS =
            List.of(new Band("ULF", 0, 0.0033), new Band("VLF", 0.0033, 0.04), Band.LF, Band.HF);

    /** Everything that the reference has of one series, as label, ours, theirs. */
    private record Pair(String label, double ours, double theirs) {
        double relative() {
            return theirs == 0 ? Math.abs(ours) : Math.abs(ours - theirs) / Math.abs(theirs);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "made_rest, LINEAR, 1292, 899.8519009881152, 27.649214870903833, 904.2601279317697, 888.37655016911",
        "made_rest, CUBIC_NOT_A_KNOT, 1292, 900.0357682771294, 30.747242007281024, 911.0312570260352, 886.6868904724495",
        "made_rest, CUBIC_NATURAL, 1292, 900.0395818263565, 30.74053925455732, 907.2157461791523, 888.1441298450397",
        "made_rest, PCHIP, 1292, 899.9548442309595, 29.492691194289375, 910.1761386003703, 888.4194626584055",
        "made_rest, AKIMA, 1292, 899.9840157218887, 29.905941965950003, 909.5704487160173, 888.4187303601439",
        "made_stress, LINEAR, 1185, 659.9713080676133, 12.678595656632265, 656.5180722891566, 655.7507645259938",
        "made_stress, CUBIC_NOT_A_KNOT, 1185, 659.9968525188576, 13.372929769954412, 655.9524122490469, 652.4030020137486",
        "made_stress, CUBIC_NATURAL, 1185, 659.9996121361879, 13.371329485899762, 656.5572370321573, 654.6220190680092",
        "made_stress, PCHIP, 1185, 659.9874659784564, 13.098705907594315, 657.0338432746207, 654.8249388953526",
        "made_stress, AKIMA, 1185, 659.9899502783857, 13.155860756317306, 656.9237852981852, 654.7569591049433",
        "made_128hz, LINEAR, 1292, 899.8502925214837, 27.473521603369104, 903.125, 891.9956140350877",
        "made_128hz, CUBIC_NOT_A_KNOT, 1292, 900.0296180391792, 30.563049699614496, 909.4456363280419, 889.5709586647415",
        "made_128hz, CUBIC_NATURAL, 1292, 900.0358780425701, 30.555922777999367, 905.9196664363949, 891.6028335004214",
        "made_128hz, PCHIP, 1292, 899.9506670896268, 29.30643083406835, 908.9305555555555, 891.8624043657662",
        "made_128hz, AKIMA, 1292, 899.9809834268434, 29.715093208699514, 908.1019303201507, 891.8648256059688",
        "made_artifacts, LINEAR, 1293, 902.9388540879123, 60.904297026631085, 887.6974972796518, 891.8707865168557",
        "made_artifacts, CUBIC_NOT_A_KNOT, 1293, 904.0055128067297, 71.89089828723748, 889.2215217176166, 891.5815708947646",
        "made_artifacts, CUBIC_NATURAL, 1293, 904.0077167349128, 71.89074298848503, 889.0038689574037, 892.0184352301501",
        "made_artifacts, PCHIP, 1293, 903.0982089275896, 64.92451787931425, 891.1088715195234, 892.5403231813877",
        "made_artifacts, AKIMA, 1293, 903.1348352163546, 65.19433747362193, 890.5803403504913, 892.5295244426808"
    })
    void resamplesMadeSeries(
            String series, Interpolation how, int n, double mean, double sd, double second, double last) {
        double[] x = AS_SCIPY.with(how)
                .of(MadeSeries.beats(series))
                .toSignals()
                .get(0)
                .toArray();

        double ours = Arrays.stream(x).average().orElseThrow();
        double squares = Arrays.stream(x).map(v -> (v - ours) * (v - ours)).sum();
        assertThat(x).hasSize(n);
        assertThat(ours).isCloseTo(mean, withinRelative(mean));
        assertThat(Math.sqrt(squares / n)).isCloseTo(sd, withinRelative(sd));
        assertThat(x[1]).isCloseTo(second, withinRelative(second));
        assertThat(x[n - 1]).isCloseTo(last, withinRelative(last));
    }

    @ParameterizedTest
    @CsvSource({
        "made_rest, LINEAR, 336.4929807489764, 405.0545664721108, 336.3296525659189, 404.88895537228643, 331.7333210824458, 403.02199773444795",
        "made_rest, CUBIC_NOT_A_KNOT, 355.2923657571844, 560.4319402331645, 355.11350653744114, 560.1869802361139, 350.5562989772319, 556.7666892084633",
        "made_rest, CUBIC_NATURAL, 355.29240306971417, 560.4319510562412, 355.11353837526366, 560.1869905017682, 350.7280119649121, 556.2880624709244",
        "made_rest, PCHIP, 349.4143695368987, 489.04863599164275, 349.2404035465594, 488.8448745858133, 345.4977511131367, 485.16460905776887",
        "made_rest, AKIMA, 354.6481756456284, 509.14234663148716, 354.4695982227403, 508.9213397377853, 350.4113792507167, 505.56350421867137",
        "made_stress, LINEAR, 119.51748685214959, 35.279479081001256, 119.48020542440756, 35.23227913252968, 117.0516656790848, 34.38535399575871",
        "made_stress, CUBIC_NOT_A_KNOT, 122.70390262407497, 46.25751634082368, 122.66465744120111, 46.196737733880546, 120.15893900848965, 44.919341975639334",
        "made_stress, CUBIC_NATURAL, 122.70390104980721, 46.25751652489745, 122.66465585406529, 46.19673790357294, 120.19354796096752, 44.85360023914891",
        "made_stress, PCHIP, 121.70118550298048, 41.13657768652932, 121.6629176884145, 41.08269861747462, 119.3070692917849, 39.98657196560236",
        "made_stress, AKIMA, 122.49066247732182, 42.033714696693906, 122.45246472646473, 41.97870938430436, 120.07731041456898, 40.89739708918426",
        "made_128hz, LINEAR, 330.0991733692856, 400.8854947195587, 329.9363434006108, 400.72711926074413, 327.7196390087996, 397.6738968500462",
        "made_128hz, CUBIC_NOT_A_KNOT, 348.640500567502, 555.099235752581, 348.4621118231719, 554.8684873158224, 346.1163082546021, 550.1874100101314",
        "made_128hz, CUBIC_NATURAL, 348.6405261793834, 555.0992461982098, 348.46213405281867, 554.8684971034659, 346.38668500138954, 549.560290077334",
        "made_128hz, PCHIP, 343.02820965749066, 483.15818553302125, 342.85521286776964, 482.96670456420884, 341.3507657775632, 478.3871989506639",
        "made_128hz, AKIMA, 348.0236702240596, 502.962909592455, 347.8454381460772, 502.75051531521126, 346.3027358504108, 498.1421033534381"
    })
    void readsPowerOfMadeSeries(
            String series,
            Interpolation how,
            double lfSum,
            double hfSum,
            double lfTrapezoid,
            double hfTrapezoid,
            double lfPeriodogram,
            double hfPeriodogram) {
        Tachogram tachogram = AS_SCIPY.with(how).of(MadeSeries.beats(series));
        Spectrum welch = SCIPY_WELCH
                .with(SegmentLength.ofSamples(256))
                .with(FftLength.atLeast(4096))
                .of(tachogram);
        Spectrum periodogram = PERIODOGRAM.of(tachogram);

        assertThat(welch.power(Band.LF, Integration.SUM)).isCloseTo(lfSum, withinRelative(lfSum));
        assertThat(welch.power(Band.HF, Integration.SUM)).isCloseTo(hfSum, withinRelative(hfSum));
        assertThat(welch.power(Band.LF, Integration.TRAPEZOID)).isCloseTo(lfTrapezoid, withinRelative(lfTrapezoid));
        assertThat(welch.power(Band.HF, Integration.TRAPEZOID)).isCloseTo(hfTrapezoid, withinRelative(hfTrapezoid));
        assertThat(periodogram.power(Band.LF, Integration.TRAPEZOID))
                .isCloseTo(lfPeriodogram, withinRelative(lfPeriodogram));
        assertThat(periodogram.power(Band.HF, Integration.TRAPEZOID))
                .isCloseTo(hfPeriodogram, withinRelative(hfPeriodogram));
    }

    private static Offset<Double> withinRelative(double expected) {
        return within(1e-9 * Math.abs(expected));
    }

    @Test
    void agreesOnEveryRecording() {
        int compared = 0;
        for (String series : Corpus.seriesOf("reference")) {
            for (Pair pair : pairs(series, BeatSeries.ofMillis(Corpus.rrMillis(series)))) {
                assertThat(pair.relative()).as(series + " " + pair).isLessThan(1e-9);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(5000);
    }

    private static List<Pair> pairs(String series, BeatSeries beats) {
        JsonNode values = Corpus.values(series, "reference");
        List<Pair> pairs = new ArrayList<>();
        NAMES.forEach((how, name) -> {
            JsonNode node = values.path("resample4_" + name);
            if (node.has("n_resampled")) {
                SampledSignal signal = AS_SCIPY.with(how).of(beats).toSignals().get(0);
                tachogram(pairs, name, node, signal);
                spectra(pairs, name, node, Tachogram.of(signal));
            }
        });
        return pairs;
    }

    private static void tachogram(List<Pair> pairs, String name, JsonNode node, SampledSignal signal) {
        double[] x = signal.toArray();
        int n = node.path("n_resampled").asInt();
        pairs.add(new Pair(name + " n", x.length, n));
        for (int i = 0; i < 5; i++) {
            pairs.add(new Pair(
                    name + " first", x[i], Corpus.number(node.path("first5").get(i))));
            pairs.add(new Pair(
                    name + " last",
                    x[x.length - 5 + i],
                    Corpus.number(node.path("last5").get(i))));
        }
        double mean = Arrays.stream(x).average().orElseThrow();
        double squares = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
        pairs.add(new Pair(name + " mean", mean, Corpus.number(node.path("mean"))));
        pairs.add(new Pair(name + " std", Math.sqrt(squares / n), Corpus.number(node.path("std"))));
    }

    private static void spectra(List<Pair> pairs, String name, JsonNode node, Tachogram tachogram) {
        for (String key : List.of("welch_hann_256_256", "welch_hann_256_4096", "welch_hann_512_512")) {
            JsonNode welch = node.path(key);
            if (welch.isObject()) {
                String[] parts = key.split("_");
                Spectrum spectrum = SCIPY_WELCH
                        .with(SegmentLength.ofSamples(Integer.parseInt(parts[2])))
                        .with(FftLength.atLeast(Integer.parseInt(parts[3])))
                        .of(tachogram);
                bands(pairs, name + " " + key, spectrum, Integration.TRAPEZOID, welch.path("trapz_halfopen"));
                bands(pairs, name + " " + key, spectrum, Integration.SUM, welch.path("sum_halfopen"));
                bands(pairs, name + " " + key, spectrum, Integration.SUM_CLOSED, welch.path("sum_closed"));
            }
        }
        Spectrum periodogram = PERIODOGRAM.of(tachogram);
        bands(
                pairs,
                name + " periodogram",
                periodogram,
                Integration.TRAPEZOID,
                node.path("periodogram_linear_detrend"));
    }

    private static void bands(List<Pair> pairs, String name, Spectrum spectrum, Integration rule, JsonNode node) {
        for (Band band : BANDS) {
            if (node.has(band.name())) {
                pairs.add(new Pair(
                        name + " " + rule + " " + band,
                        spectrum.power(band, rule),
                        Corpus.number(node.path(band.name()))));
            }
        }
    }
}
