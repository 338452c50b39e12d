package org.lacrima.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HormoneCourseTest {
    private static final HormoneCourse COURSE = new HormoneCourse(6, -5, 2, 17, 15, 9, 45);

    /** Rate constants ln 2 ⁄ T½ as tabulated to seven digits for half-lives in use. */
    @ParameterizedTest(name = "half-life {0} min: k = {1} per min")
    @CsvSource({"60, 0.0115525", "66, 0.0105022", "75, 0.0092420", "90, 0.0077016"})
    void anExcessFadesAtTheRateOfItsHalfLife(double halfLife, double rate) {
        HormoneCourse course = new HormoneCourse(6, 0, 4, 1000, 1, 0, halfLife);

        assertThat(course.at(halfLife)).isCloseTo(6 + 2, within(1e-12));
        assertThat(-Math.log((course.at(10) - 6) / 4) / 10).isCloseTo(rate, within(5e-8));
    }

    @Test
    void theConcentrationSolvesTheOneCompartmentEquation() {
        double k = Math.log(2) / 45;
        double h = 1e-4;

        for (double t : new double[] {-4, 0, 16, 18, 25, 31, 33, 50, 90}) {
            double secretion = t > 17 && t < 32 ? 9.0 / 15 : 0;
            double slope = (COURSE.at(t + h) - COURSE.at(t - h)) / (2 * h);
            assertThat(slope).as("at %s min", t).isCloseTo(secretion - k * (COURSE.at(t) - 6), within(1e-7));
        }
    }

    @Test
    void theAreaIsTheIntegralOfTheConcentration() {
        IterativeLegendreGaussIntegrator integrator = new IterativeLegendreGaussIntegrator(20, 1e-10, 1e-12);
        double area = 0;
        double[] knots = {-5, 17, 32, 80};
        for (int i = 1; i < knots.length; i++) {
            area += integrator.integrate(10_000, COURSE::at, knots[i - 1], knots[i]);
        }

        assertThat(COURSE.areaBetween(-5, 80)).isCloseTo(area, within(1e-8));
    }

    @Test
    void theResponseIsHighestWhenTheSecretionEnds() {
        HormoneCourse course = new HormoneCourse(6, -5, 0, 17, 15, 9, 45);

        assertThat(course.peakMinutes()).isEqualTo(32);
        assertThat(course.at(32)).isGreaterThan(course.at(31.9)).isGreaterThan(course.at(32.1));
        assertThat(course.at(16)).isEqualTo(6);
    }

    @Test
    void refusesAHalfLifeThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HormoneCourse(6, 0, 0, 0, 15, 9, 0))
                .withMessageContaining("0.0 min");
    }
}
