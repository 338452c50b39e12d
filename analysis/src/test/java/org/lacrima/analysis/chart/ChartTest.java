package org.lacrima.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.Group;
import org.w3c.dom.Document;

@EnabledIf(value = "org.lacrima.analysis.chart.Fonts#areThere", disabledReason = Fonts.NONE)
class ChartTest {

    private static final GroupCurve CRIERS = curve(Group.CRIER, new double[][] {{40, 30}, {50, 36}, {45, 30}});
    private static final GroupCurve NONCRIERS = curve(Group.NONCRIER, new double[][] {{44, 40}, {52, 41}});
    private final Chart chart =
            CurveChart.overPhases("RMSSD", Unit.MS, List.of("baseline", "stressor"), List.of(CRIERS, NONCRIERS), 0.95);

    private static GroupCurve curve(Group group, double[][] people) {
        return new GroupCurve(
                group,
                List.of(people).stream()
                        .map(values -> java.util.Arrays.stream(values)
                                .mapToObj(v -> MetricValue.of("RMSSD", v, Unit.MS, 100))
                                .toList())
                        .toList());
    }

    @Test
    void isOneWellFormedElementWithTitleAndDescription() {
        Document svg = Svg.parse(chart.toSvg());

        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(Svg.contents(svg, "title")).containsExactly(chart.title());
        assertThat(Svg.contents(svg, "desc")).containsExactly(chart.altText());
    }

    @Test
    void drawsTheSameBytesEveryTime() {
        assertThat(chart.toSvg()).isEqualTo(chart.toSvg());
        assertThat(chart.toPng(100)).isEqualTo(chart.toPng(100));
    }

    @Test
    void refersToNothingOutside() {
        String withoutNamespace = chart.toSvg().replace("xmlns=\"http://www.w3.org/2000/svg\"", "");

        assertThat(withoutNamespace)
                .doesNotContain("http")
                .doesNotContain("href")
                .doesNotContain("<!DOCTYPE");
    }

    @Test
    void keepsItsIdsApartFromThoseOfOtherChartsOnThePage() {
        Matcher ids = Pattern.compile(" id=\"([^\"]*)\"").matcher(chart.toSvg());

        assertThat(ids.results().map(id -> id.group(1)))
                .hasSizeGreaterThan(2)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("chart-rmssd-over-phases-"));
    }

    @Test
    void givesEachTextTheWidthItWasLaidOutWith() {
        assertThat(chart.toSvg()).containsPattern("textLength=\"[1-9][0-9.]*\">baseline<");
    }

    @Test
    void escapesWhatPeopleWrite() {
        Chart odd = CurveChart.overPhases(
                "<script>alert(1)</script> & \"co\"", Unit.MS, List.of("a<b", "c"), List.of(CRIERS), 0.95);

        assertThat(odd.toSvg()).doesNotContain("<script");
        assertThat(Svg.texts(odd)).contains("a<b", "<script>alert(1)</script> & \"co\" (ms)");
        assertThat(odd.name()).isEqualTo("chart-script-alert-1-script-co-over-phases");
    }

    @Test
    void keepsNamesOfOtherScriptsApart() {
        Chart sorrow = CurveChart.overPhases("悲しみ", Unit.MS, List.of("a", "b"), List.of(CRIERS), 0.95);
        Chart joy = CurveChart.overPhases("喜び", Unit.MS, List.of("a", "b"), List.of(CRIERS), 0.95);

        assertThat(sorrow.name()).isNotEqualTo(joy.name()).matches("[a-z0-9-]+");
    }

    @Test
    void isAPngOfJournalSizeThatStatesItsResolution() throws IOException {
        byte[] png = chart.toPng(300);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));

        // 85 mm × 68 mm at 300 dots per 25.4 mm
        assertThat(image.getWidth()).isEqualTo(1004);
        assertThat(image.getHeight()).isEqualTo(803);
        // 300 dpi are 11811 dots per metre, 0x2E23, in the pHYs chunk of the PNG specification
        assertThat(new String(png, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("pHYs\0\0\u002E\u0023\0\0\u002E\u0023\u0001");
    }

    @Test
    void takesAnotherSize() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(
                chart.withSize(ChartSize.DOUBLE_COLUMN.withHeight(100)).toPng(127)));

        assertThat(image.getWidth()).isEqualTo(900);
        assertThat(image.getHeight()).isEqualTo(500);
    }

    @Test
    void refusesAResolutionThatNobodyPrints() {
        assertThatIllegalArgumentException().isThrownBy(() -> chart.toPng(0)).withMessageContaining("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chart.toPng(10_000))
                .withMessageContaining("2400");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChartSize(0, 5))
                .withMessageContaining("0.0 mm");
    }
}
