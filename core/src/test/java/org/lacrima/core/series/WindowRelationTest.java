package org.lacrima.core.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowRelationTest {

    /** The thirteen of Allen 1983, against the window from 10 s to 20 s. */
    @ParameterizedTest
    @CsvSource({
        "BEFORE, 0, 5",
        "MEETS, 0, 10",
        "OVERLAPS, 5, 15",
        "STARTS, 10, 15",
        "DURING, 12, 15",
        "FINISHES, 15, 20",
        "EQUALS, 10, 20",
        "FINISHED_BY, 5, 20",
        "CONTAINS, 5, 25",
        "STARTED_BY, 10, 25",
        "OVERLAPPED_BY, 15, 25",
        "MET_BY, 20, 25",
        "AFTER, 21, 25"
    })
    void eachRelationHasItsPicture(WindowRelation relation, double start, double end) {
        Window window = Window.ofSeconds(start, end);
        Window other = Window.ofSeconds(10, 20);

        assertThat(window.relationTo(other)).isEqualTo(relation);
        assertThat(other.relationTo(window)).isEqualTo(relation.inverse());
        assertThat(relation.inverse().inverse()).isEqualTo(relation);
    }

    /** All pairs of windows on a grid: relation and the questions about instants say the same. */
    @Test
    void relationsAgreeWithWhatWindowsShare() {
        Set<WindowRelation> apart =
                EnumSet.of(WindowRelation.BEFORE, WindowRelation.MEETS, WindowRelation.MET_BY, WindowRelation.AFTER);
        Set<WindowRelation> enclosing = EnumSet.of(
                WindowRelation.CONTAINS, WindowRelation.EQUALS, WindowRelation.STARTED_BY, WindowRelation.FINISHED_BY);
        for (int a = 0; a < 6; a++) {
            for (int b = a + 1; b <= 6; b++) {
                for (int c = 0; c < 6; c++) {
                    for (int d = c + 1; d <= 6; d++) {
                        Window one = Window.ofSeconds(a, b);
                        Window other = Window.ofSeconds(c, d);
                        WindowRelation relation = one.relationTo(other);

                        assertThat(other.relationTo(one)).isEqualTo(relation.inverse());
                        assertThat(one.overlaps(other)).isEqualTo(!apart.contains(relation));
                        assertThat(one.intersection(other).isPresent()).isEqualTo(!apart.contains(relation));
                        assertThat(one.encloses(other)).isEqualTo(enclosing.contains(relation));
                    }
                }
            }
        }
    }

    @Test
    void theTimeBeforeAndAfterTouchesTheWindow() {
        Window bout = Window.ofSeconds(100, 130);

        assertThat(bout.before(Duration.ofSeconds(60))).isEqualTo(Window.ofSeconds(40, 100));
        assertThat(bout.after(Duration.ofSeconds(60))).isEqualTo(Window.ofSeconds(130, 190));
        assertThat(bout.before(Duration.ofSeconds(60)).relationTo(bout)).isEqualTo(WindowRelation.MEETS);
        assertThat(bout.intersection(Window.ofSeconds(120, 190))).contains(Window.ofSeconds(120, 130));
    }
}
