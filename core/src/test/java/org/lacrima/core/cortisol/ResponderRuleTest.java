package org.lacrima.core.cortisol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.core.cortisol.ResponderRule.Edge;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;

class ResponderRuleTest {
    private static final double[] MINUTES = {0, 20, 40};

    @Test
    void anIncreaseOfOneAndAHalfMakesAResponder() {
        assertThat(judge(ResponderRule.MILLER_2013, SalivaMetricsTest.cortisol(MINUTES, 5, 6.6, 5)))
                .isEqualTo(1);
        assertThat(judge(ResponderRule.MILLER_2013, SalivaMetricsTest.cortisol(MINUTES, 5, 6.4, 5)))
                .isZero();
        assertThat(judge(ResponderRule.CLASSIC, SalivaMetricsTest.cortisol(MINUTES, 5, 6.6, 5)))
                .isZero();
    }

    @Test
    void theThresholdItselfCountsUnlessExcluded() {
        SalivaSeries atTheEdge = SalivaMetricsTest.cortisol(MINUTES, 5, 6.5, 5);

        assertThat(judge(ResponderRule.MILLER_2013, atTheEdge)).isEqualTo(1);
        assertThat(judge(ResponderRule.MILLER_2013.withEdge(Edge.EXCLUDED), atTheEdge))
                .isZero();
    }

    @Test
    void aShareOfTheBaselineIsJudgedByShare() {
        assertThat(judge(ResponderRule.MILLER_2013_PERCENT, SalivaMetricsTest.cortisol(MINUTES, 2, 2.4, 2)))
                .isEqualTo(1);
        assertThat(judge(ResponderRule.MILLER_2013_PERCENT, SalivaMetricsTest.cortisol(MINUTES, 20, 23, 20)))
                .isZero();
    }

    /** The molar mass decides: 0.06 µg/dL are 1.655 nmol/L. */
    @Test
    void otherUnitsAreConvertedBeforeTheyAreJudged() {
        SalivaSeries micrograms = new SalivaSeries(
                "cortisol", new Unit("µg/dL"), List.of(SalivaSample.of("a", 0, 0.2), SalivaSample.of("b", 20, 0.26)));
        SalivaSeries unknown = new SalivaSeries("cortisol", new Unit("U/mL"), micrograms.samples());

        assertThat(judge(ResponderRule.MILLER_2013, micrograms)).isEqualTo(1);
        assertThat(ResponderRule.MILLER_2013.of(SalivaPlan.CORTISOL).of(unknown).reason())
                .isEqualTo("a threshold in nmol/L cannot judge U/mL");
    }

    /** Conversions of metrics in use: M = 362.46 g/mol. */
    @ParameterizedTest
    @CsvSource({
        "nmol/L, 1",
        "nmol/l, 1",
        "µg/dL, 27.58925",
        "ug/dl, 27.58925",
        "ng/mL, 2.758925",
        "µg/L, 2.758925",
        "pg/mL, 0.002758925",
    })
    void unitsOfCortisol(String unit, double factor) {
        SalivaSeries series = new SalivaSeries(
                "cortisol",
                new Unit(unit),
                List.of(SalivaSample.of("a", 0, 2), SalivaSample.missing("b", 20, "empty")));

        SalivaSeries converted = CortisolUnits.toNmolPerLitre(series);

        assertThat(converted.unit()).isEqualTo(Unit.NMOL_PER_L);
        assertThat(converted.samples().get(0).concentration().orElseThrow())
                .isCloseTo(2 * factor, within(2e-7 * 2 * factor));
        assertThat(converted.samples().get(1).missingReason()).isEqualTo("empty");
    }

    @Test
    void aUnitThatIsNoneOfCortisolsIsRefused() {
        SalivaSeries series = new SalivaSeries("cortisol", new Unit("U/mL"), List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CortisolUnits.toNmolPerLitre(series))
                .withMessageContaining("cannot convert U/mL");
    }

    /** 10 and 12: mean 11, SD √2, CV 12.8565 %. */
    @Test
    void duplicatesHaveAMeanAndACoefficientOfVariation() {
        DuplicateAssay duplicate = new DuplicateAssay(10, 12);

        assertThat(duplicate.mean()).isEqualTo(11);
        assertThat(duplicate.cvPercent()).isCloseTo(100 * Math.sqrt(2) / 11, within(1e-12));
        assertThat(new DuplicateAssay(0, 0).cvPercent()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DuplicateAssay(-1, 2))
                .withMessageContaining("-1.0");
    }

    private static double judge(ResponderRule rule, SalivaSeries series) {
        return rule.of(SalivaPlan.CORTISOL).of(series).orNaN();
    }
}
