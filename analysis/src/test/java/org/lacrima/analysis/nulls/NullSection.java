package org.lacrima.analysis.nulls;

import java.util.List;

/**
 * Tests of one kind of study.
 *
 * @param title heading
 * @param studies what is simulated
 * @param unit what n counts
 * @param cases the tests
 */
record NullSection(String title, String studies, String unit, List<NullCase> cases) {

    /** All sections of the page. */
    static List<NullSection> all() {
        return List.of(
                TwoSampleNulls.independent(),
                TwoSampleNulls.paired(),
                SeveralGroupNulls.section(),
                ModelNulls.section(),
                SurvivalNulls.section(),
                MetaNulls.section(),
                SelfSelectionNulls.section(),
                AgreementNulls.section());
    }
}
