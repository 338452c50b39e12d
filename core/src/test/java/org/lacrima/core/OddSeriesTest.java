package org.lacrima.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacrima.core.beats.BeatClassifier;
import org.lacrima.core.beats.BeatQuality;
import org.lacrima.core.beats.Berntson1990;
import org.lacrima.core.beats.Correction;
import org.lacrima.core.beats.CorrectionMethod;
import org.lacrima.core.beats.Corrector;
import org.lacrima.core.beats.LipponenTarvainen;
import org.lacrima.core.beats.Passes;
import org.lacrima.core.beats.PlausibleRange;
import org.lacrima.core.beats.RelativeRule;
import org.lacrima.core.beats.RepeatedBeats;
import org.lacrima.core.beats.ThresholdRule;
import org.lacrima.core.hrv.HrvMetric;
import org.lacrima.core.hrv.HrvMetrics;
import org.lacrima.core.hrv.HrvPanel;
import org.lacrima.core.hrv.MetricTrace;
import org.lacrima.core.hrv.Profile;
import org.lacrima.core.hrv.ProfileExplanation;
import org.lacrima.core.hrv.SlidingMetric;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.rsa.Breath;
import org.lacrima.core.rsa.HeartPanel;
import org.lacrima.core.rsa.MeasuredRespiration;
import org.lacrima.core.rsa.RecordedBreathing;
import org.lacrima.core.rsa.RsaMetrics;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;
import org.lacrima.core.spectrum.Band;
import org.lacrima.core.spectrum.Detrending;
import org.lacrima.core.spectrum.Interpolation;
import org.lacrima.core.spectrum.Modwt;
import org.lacrima.core.spectrum.MorletWavelet;
import org.lacrima.core.spectrum.Resampling;
import org.lacrima.core.spectrum.ShortTimeFourier;
import org.lacrima.core.spectrum.Tachogram;

/** Whatever the series, everything that takes beats answers with finite values or with a reason, and never fails. */
class OddSeriesTest {
    private static final List<BeatClassifier> CLASSIFIERS = List.of(
            LipponenTarvainen.withDefaults(),
            ThresholdRule.of(ThresholdRule.Level.MEDIUM),
            PlausibleRange.withDefaults(),
            RelativeRule.malik(),
            RelativeRule.kamath(),
            RelativeRule.karlsson(),
            RelativeRule.acar(),
            RelativeRule.acar().with(RelativeRule.AfterRejection.HRV_ANALYSIS),
            Berntson1990.withDefaults());

    /** A series and what is odd about it. */
    private record Odd(String name, BeatSeries beats) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Odd> series() {
        return OddSeries.all().entrySet().stream().map(e -> new Odd(e.getKey(), e.getValue()));
    }

    @ParameterizedTest
    @MethodSource("series")
    void everyMetricOfThePanelAnswersUnderEveryProfile(Odd odd) {
        for (Profile profile : Profile.values()) {
            List<MetricValue> values = HrvPanel.withDefaults()
                    .with(profile.optionsFor(odd.beats()))
                    .of(odd.beats());

            assertThat(values)
                    .extracting(MetricValue::name)
                    .containsExactlyElementsOf(
                            HrvMetrics.all().stream().map(HrvMetric::name).toList());
            values.forEach(value -> assertAnswers(value, odd + " under " + profile));
        }
    }

    @ParameterizedTest
    @MethodSource("series")
    void everyParameterMovedAloneLeavesAnAnswer(Odd odd) {
        List<HrvMetric> metrics = Stream.of("SDNN", "HTI", "ULF", "HF", "HF_Lomb", "ULF_AR", "DFAalpha1", "SampEn")
                .map(name -> HrvMetrics.named(name).orElseThrow())
                .toList();
        for (Profile profile : Profile.values()) {
            assertThat(ProfileExplanation.of(odd.beats(), Profile.LACRIMA, profile, metrics))
                    .isNotNull();
        }
    }

    /** Rounding decides whether the poles of so smooth a model lie on the circle; the power is finite or has a reason. */
    @Test
    void aModelWithoutFinitePowerIsAReason() {
        BeatSeries beats = BeatSeries.ofMillis(900e3, 901e3, 899e3, 900e3);

        MetricValue power = HrvMetrics.named("ULF_AR")
                .orElseThrow()
                .with(Profile.PHYSIONET.optionsFor(beats))
                .of(beats);

        if (power.isEstimable()) {
            assertThat(power.orNaN()).isFinite().isNotNegative();
        } else {
            assertThat(power.reason()).contains("so smooth");
        }
    }

    @ParameterizedTest
    @MethodSource("series")
    void everyMetricOfHeartAndBreathAnswers(Odd odd) {
        for (RecordedBreathing breathing : List.of(RecordedBreathing.none(), breathing(odd.beats()))) {
            HeartPanel.withDefaults()
                    .of(odd.beats(), breathing)
                    .forEach(value -> assertAnswers(value, odd + " with " + breathing.reason()));
        }
    }

    @ParameterizedTest
    @MethodSource("series")
    void everyCorrectionIsASeriesThatItsEditsMakeAgain(Odd odd) {
        for (BeatClassifier rule : CLASSIFIERS) {
            assertThat(rule.classify(odd.beats()).size()).isEqualTo(odd.beats().size());
            for (CorrectionMethod method : CorrectionMethod.values()) {
                for (Passes passes : Passes.values()) {
                    String what = String.join(", ", odd.name(), rule.name(), method.name(), passes.name());
                    Correction correction =
                            Corrector.of(rule, method).with(passes).correct(odd.beats());

                    assertThat(Correction.replay(odd.beats(), correction.edits()))
                            .as(what)
                            .isEqualTo(correction.series());
                    assertThat(correction.correctedPercent()).as(what).isBetween(0.0, 100.0);
                    BeatQuality quality = BeatQuality.of(correction.series());
                    assertThat(quality.correctedPercent()).as(what).isBetween(0.0, 100.0);
                    assertThat(quality.coveredPercent()).as(what).isFinite();
                    assertThat(RepeatedBeats.of(correction.series()).toString()).doesNotContain("NaN");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("series")
    void everyMetricOverTimeAnswersInEveryWindow(Odd odd) {
        BeatSeries beats =
                odd.beats().extent().lengthSeconds() > 4000 ? odd.beats().subSeries(0, 2) : odd.beats();
        Stream<Metric<BeatSeries>> metrics = Stream.concat(
                HrvMetrics.all().stream().map(m -> (Metric<BeatSeries>) m), RsaMetrics.ofBeats().stream());
        metrics.forEach(metric -> {
            MetricTrace trace = SlidingMetric.of(metric)
                    .withWindow(Duration.ofSeconds(60))
                    .withStep(Duration.ofSeconds(60))
                    .withMinimumCoverage(0)
                    .of(beats);
            trace.points().forEach(point -> {
                assertAnswers(point.value(), odd + " at " + point.window());
                assertThat(point.coverage()).isBetween(0.0, 1.0);
            });
        });
    }

    @ParameterizedTest
    @MethodSource("series")
    void powerOverTimeIsFinite(Odd odd) {
        for (Interpolation interpolation : Interpolation.values()) {
            Tachogram tachogram = Resampling.withDefaults()
                    .with(interpolation)
                    .of(odd.beats())
                    .without(Detrending.smoothnessPriors(500));
            Map<String, TimedValues> powers = Map.of(
                    "short-time Fourier",
                            ShortTimeFourier.withDefaults().of(tachogram).power(Band.HF),
                    "Morlet", MorletWavelet.withDefaults().power(tachogram, Band.HF),
                    "wavelet octaves", Modwt.withDefaults().power(tachogram, Band.HF));

            powers.forEach((name, power) -> assertThat(power.toArray())
                    .as("%s of %s, %s", name, odd, interpolation)
                    .doesNotContain(Double.NaN, Double.POSITIVE_INFINITY));
        }
    }

    private static void assertAnswers(MetricValue value, String what) {
        if (value instanceof MetricValue.Estimate estimate) {
            assertThat(estimate.value()).as("%s of %s", value.name(), what).isFinite();
            assertThat(estimate.n()).as("n of %s of %s", value.name(), what).isPositive();
        } else {
            assertThat(value.reason())
                    .as("%s of %s", value.name(), what)
                    .isNotBlank()
                    .doesNotContain("NaN");
        }
    }

    /** A breath every 4 s for as long as the beats last, and for five minutes at the most. */
    private static RecordedBreathing breathing(BeatSeries beats) {
        Window extent = beats.extent();
        List<Breath> breaths = Stream.iterate(
                        extent.startSeconds(),
                        t -> t < Math.min(extent.endSeconds(), extent.startSeconds() + 300),
                        t -> t + 4)
                .map(t -> Breath.ofSeconds(t, t + 1.5, t + 4))
                .toList();
        return RecordedBreathing.of(new MeasuredRespiration(breaths, Unit.ONE, "belt"));
    }
}
