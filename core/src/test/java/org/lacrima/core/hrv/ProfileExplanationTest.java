package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.ResultTable;

class ProfileExplanationTest {
    private static final BeatSeries BEATS = MadeSeries.beats("made_rest");

    @Test
    void aProfileDoesNotDifferFromItself() {
        for (Profile profile : Profile.values()) {
            assertThat(OptionDifference.between(profile.optionsFor(BEATS), profile.optionsFor(BEATS)))
                    .isEmpty();
        }
    }

    @Test
    void eachDifferenceMovesOneParameterAndAllOfThemMakeTheOtherProfile() {
        for (Profile from : Profile.values()) {
            for (Profile to : Profile.values()) {
                HrvOptions options = from.optionsFor(BEATS);
                for (OptionDifference difference :
                        OptionDifference.between(from.optionsFor(BEATS), to.optionsFor(BEATS))) {
                    assertThat(OptionDifference.between(from.optionsFor(BEATS), difference.moved()))
                            .as("%s to %s: %s", from, to, difference.parameter())
                            .hasSize(1);
                    options = OptionDifference.between(options, to.optionsFor(BEATS))
                            .get(0)
                            .moved();
                }
                assertThat(options).as("%s to %s", from, to).isEqualTo(to.optionsFor(BEATS));
            }
        }
    }

    @Test
    void theDenominatorExplainsPnn50() {
        ResultTable table = ProfileExplanation.of(
                MadeSeries.beats("made_rest"),
                Profile.HRV_ANALYSIS,
                Profile.NEUROKIT2,
                List.of(TimeDomain.PNN50, TimeDomain.RMSSD));

        assertThat(table.rows()).as("RMSSD is the same in both").hasSize(1);
        assertThat(table.cell(0, "parameter")).isEqualTo(Cell.of("time.pnnDivisor"));
        assertThat(table.cell(0, "from")).isEqualTo(Cell.of("DIFFERENCES"));
        assertThat(table.cell(0, "to")).isEqualTo(Cell.of("INTERVALS"));
        assertThat(table.cell(0, "value_moved")).isEqualTo(table.cell(0, "value_to"));
    }

    @Test
    void aShareAndAPowerAreNotGivenOneUnit() {
        ResultTable table = ProfileExplanation.of(
                BEATS, Profile.NEUROKIT2, Profile.PHYSIONET, List.of(FrequencyDomain.HF, TimeDomain.PNN50));

        assertThat(table.cell(0, "metric")).isEqualTo(Cell.of("HF"));
        assertThat(table.cell(0, "unit")).isEqualTo(Cell.of("Hz → ms²"));
        assertThat(table.cell(table.rows().size() - 1, "unit")).isEqualTo(Cell.of("%"));
    }
}
