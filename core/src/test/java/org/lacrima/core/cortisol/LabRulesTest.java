package org.lacrima.core.cortisol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacrima.core.cortisol.LabResult.BelowDetection;
import org.lacrima.core.cortisol.LabResult.Measured;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;

class LabRulesTest {

    private static LabSeries person(LabResult... results) {
        List<LabSeries.Sample> samples = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            samples.add(new LabSeries.Sample("S" + (i + 1), 10.0 * i, results[i]));
        }
        return new LabSeries("cortisol", Unit.NMOL_PER_L, samples);
    }

    private static SalivaSample only(LabRules rules, LabResult result) {
        return rules.of(List.of(person(result))).get(0).samples().get(0);
    }

    @Test
    void thePolicySaysWhatAValueBelowTheLimitBecomes() {
        BelowDetection below = new BelowDetection(2);

        assertThat(only(LabRules.of(LabRules.BelowDetection.LIMIT_OVER_SQRT_2), below)
                        .concentration())
                .hasValue(2 / Math.sqrt(2));
        assertThat(only(LabRules.of(LabRules.BelowDetection.HALF_LIMIT), below).concentration())
                .hasValue(1);
        assertThat(only(LabRules.of(LabRules.BelowDetection.EXCLUDE), below).missingReason())
                .isEqualTo("below the limit of detection, 2.0");
    }

    /** The example of {@link CensoredLogNormalTest}, person by person. */
    @Test
    void maximumLikelihoodLearnsFromEverybodysSample() {
        List<LabSeries> persons = new ArrayList<>();
        for (double value : new double[] {3.2, 4.8, 2.1, 7.9, 5.5, 12.4, 6.3}) {
            persons.add(person(new Measured(value)));
        }
        for (double limit : new double[] {2.0, 2.0, 1.5}) {
            persons.add(person(new BelowDetection(limit)));
        }

        List<SalivaSeries> series =
                LabRules.of(LabRules.BelowDetection.MAXIMUM_LIKELIHOOD).of(persons);

        assertThat(series.get(0).samples().get(0).concentration()).hasValue(3.2);
        assertThat(series.get(7).samples().get(0).concentration().orElseThrow())
                .isCloseTo(1.2405130555226729, within(1e-11));
        assertThat(series.get(9).samples().get(0).concentration().orElseThrow())
                .isCloseTo(0.9813718312717993, within(1e-11));
    }

    @Test
    void maximumLikelihoodNeedsSomethingToLearnFrom() {
        assertThat(only(LabRules.of(LabRules.BelowDetection.MAXIMUM_LIKELIHOOD), new BelowDetection(2))
                        .missingReason())
                .isEqualTo("below the limit of detection, 2.0, and too few persons have a value to learn from");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabRules.of(LabRules.BelowDetection.MAXIMUM_LIKELIHOOD)
                        .of(List.of(person(new Measured(1)), new LabSeries("cortisol", new Unit("µg/dL"), List.of()))))
                .withMessageContaining("nmol/L and µg/dL");
    }

    @Test
    void duplicatesThatDisagreeAreMissingWhereTheRuleSaysSo() {
        DuplicateAssay apart = new DuplicateAssay(10, 12);
        LabRules rules = LabRules.of(LabRules.BelowDetection.EXCLUDE);

        assertThat(only(rules, apart).concentration()).hasValue(11);
        assertThat(only(rules.withLargestCvPercent(10), apart).missingReason())
                .isEqualTo("duplicates differ, CV 12.9 % of at most 10.0 %");
        assertThat(only(rules, new LabResult.Missing("insufficient volume")).missingReason())
                .isEqualTo("insufficient volume");
    }

    /** CVs of 10 and 12, and of 5 and 5: √((165.289 + 0) ⁄ 2) = 9.0909 %. */
    @Test
    void anAssaysCvIsTheRootMeanSquareOfItsPairs() {
        assertThat(DuplicateAssay.cvPercent(List.of(new DuplicateAssay(10, 12), new DuplicateAssay(5, 5))))
                .isCloseTo(100.0 / 11, within(1e-12));
        assertThatIllegalArgumentException().isThrownBy(() -> DuplicateAssay.cvPercent(List.of()));
    }

    @Test
    void whatNoAssayGivesIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Measured(-1)).withMessageContaining("-1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BelowDetection(0))
                .withMessageContaining("0.0");
    }
}
