package org.lacrima.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.lacrima.analysis.chart.Chart;
import org.lacrima.analysis.chart.Fonts;
import org.lacrima.analysis.compare.Comparison;
import org.lacrima.analysis.compare.OutcomeComparison;
import org.lacrima.core.study.AnalysisPlan;
import org.lacrima.core.study.ModelPlan;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {

    private static final String COMMAND = "java -jar lacrima.jar compare \"my <study>\" --out report";
    private static final String HTML = HtmlReport.of(MadeStudy.COMPARISON)
            .withStudy(MadeStudy.STUDY)
            .withCommand(COMMAND)
            .toHtml();
    private static final Document PAGE = parse(HTML);

    private static Document parse(String html) {
        try {
            String xml = html.replaceFirst("<!DOCTYPE html>\n", "");
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new AssertionError("the page is not well-formed: " + e.getMessage(), e);
        }
    }

    private static List<Element> elements(String tag) {
        return elements(PAGE.getElementsByTagName(tag));
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String textOf(String sectionId) {
        return elements("section").stream()
                .filter(s -> s.getAttribute("id").equals(sectionId))
                .findFirst()
                .orElseThrow()
                .getTextContent();
    }

    @Test
    void loadsNothing() {
        for (String tag :
                List.of("script", "link", "img", "iframe", "object", "embed", "form", "base", "image", "use")) {
            assertThat(elements(tag)).as(tag).isEmpty();
        }
        assertThat(HTML).doesNotContain("url(http").doesNotContain("@import").doesNotContain(" src=");
        assertThat(elements("a"))
                .allMatch(a -> a.getAttribute("href").startsWith("#")
                        || a.getAttribute("href").startsWith("https://doi.org/"));
        assertThat(elements("meta"))
                .anyMatch(m -> m.getAttribute("content").startsWith("default-src 'none'; style-src 'sha256-"));
    }

    @Test
    void showsHostileWordsAsText() {
        assertThat(HTML).doesNotContain("<script").doesNotContain("<recovery>").doesNotContain("<study>");
        assertThat(elements("h1").get(0).getTextContent()).isEqualTo("Tears & <recovery>");
        assertThat(textOf("data-quality")).contains(MadeStudy.HOSTILE);
    }

    @Test
    void givesEveryNumberOfTheComparisonAsItIs() {
        ResultTable table = MadeStudy.COMPARISON.toTable();
        int compared = 0;
        for (int row = 0; row < table.rows().size(); row++) {
            String key = ((Cell.Text) table.cell(row, "outcome")).text();
            List<Element> data = elements("tr").stream()
                    .filter(tr -> tr.getAttribute("data-outcome").equals(key))
                    .flatMap(tr -> elements(tr.getElementsByTagName("data")).stream())
                    .toList();
            for (Element element : data) {
                Cell cell = table.cell(row, element.getAttribute("class"));
                assertThat(new Cell.Value(Double.parseDouble(element.getAttribute("value"))))
                        .as(key + " " + element.getAttribute("class"))
                        .isEqualTo(cell);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(20 * table.rows().size() / 2);
    }

    @Test
    void leavesNoNumberOfATestedOutcomeOut() {
        Set<String> shown = new HashSet<>();
        elements("data").forEach(d -> shown.add(d.getAttribute("class")));
        List<String> numbers = MadeStudy.COMPARISON.toTable().columns().stream()
                .filter(c -> c.kind() == Column.Kind.NUMBER)
                .map(Column::name)
                .filter(name -> !name.endsWith("_excluded") && !name.equals("hedges_g_exact"))
                .toList();

        assertThat(shown).containsAll(numbers);
    }

    @Test
    void saysWhyAnOutcomeCouldNotBeTested() {
        Comparison comparison = MadeStudy.COMPARISON;
        List<OutcomeComparison> crippled =
                comparison.outcomes().stream().filter(o -> !o.isTestable()).toList();
        crippled.forEach(o -> assertThat(textOf("comparison")).contains("not testable: " + o.reason()));
    }

    @Test
    void listsParticipantsPhasesAndBeatsThatDoNotCount() {
        String flow = textOf("participants");
        String exclusions = textOf("exclusions");

        assertThat(flow)
                .contains("9 participants in the study")
                .contains("sub-neutral")
                .contains("takes no part");
        MadeStudy.COMPARISON
                .exclusions()
                .forEach(e -> assertThat(exclusions).contains(e.participant()).contains(e.reason()));
        assertThat(exclusions).contains("no beats were recorded");
    }

    @Test
    void statesEveryParameterEveryDefinitionAndTheCommand() {
        String method = textOf("method");

        assertThat(Stream.of(AnalysisPlan.class, ModelPlan.class)
                        .flatMap(plan -> Arrays.stream(plan.getRecordComponents()))
                        .map(RecordComponent::getName)
                        .filter(field -> !field.equals("models")))
                .allSatisfy(field -> assertThat(elements("code").stream().map(Element::getTextContent))
                        .contains(field));
        assertThat(method)
                .contains("RMSSD")
                .contains("10.1161/01.CIR.93.5.1043")
                .contains("AUCi");
        assertThat(textOf("making-of")).contains(COMMAND).contains("Java");
        assertThat(PAGE.getDocumentElement().getTextContent()).contains("not a medical device");
    }

    @Test
    void saysInTheSummaryThatCryingWasObservedNotAssigned() {
        assertThat(textOf("summary")).contains("observed, not assigned").contains("Holm");
    }

    @Test
    @EnabledIf(value = "org.lacrima.analysis.chart.Fonts#areThere", disabledReason = Fonts.NONE)
    void givesEveryPictureAWordyTwinAndACaptionWithN() {
        List<Element> figures = elements("figure");

        // four metrics of the beats, cortisol, sadness, and the forests of the three sources
        assertThat(figures).hasSize(4 + 1 + 1 + 3);
        assertThat(figures).allSatisfy(figure -> {
            Element svg = elements(figure.getElementsByTagName("svg")).get(0);
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            assertThat(elements(svg.getElementsByTagName("desc")).get(0).getTextContent())
                    .isNotBlank();
            assertThat(elements(figure.getElementsByTagName("figcaption"))
                            .get(0)
                            .getTextContent())
                    .containsPattern("\\bn (by|as)\\b");
        });
    }

    @Test
    @EnabledIf(value = "org.lacrima.analysis.chart.Fonts#areThere", disabledReason = Fonts.NONE)
    void handsOutItsPicturesForFilesOfTheirOwn() {
        List<Chart> charts =
                HtmlReport.of(MadeStudy.COMPARISON).withStudy(MadeStudy.STUDY).charts();

        assertThat(charts).extracting(Chart::name).hasSize(9).doesNotHaveDuplicates();
        assertThat(HTML).contains(charts.get(0).toSvg());
    }

    @Test
    void isBuiltForKeyboardAndScreenReader() {
        assertThat(PAGE.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        for (String landmark : List.of("header", "nav", "main", "footer", "h1")) {
            assertThat(elements(landmark)).as(landmark).hasSize(1);
        }
        assertThat(elements("a").get(0).getAttribute("class")).isEqualTo("skip");
        assertThat(elements("table")).allSatisfy(table -> {
            assertThat(elements(table.getElementsByTagName("caption"))).hasSize(1);
            assertThat(elements(table.getElementsByTagName("th"))).allMatch(th -> th.hasAttribute("scope"));
        });
        List<String> ids = elements("*").stream()
                .map(e -> e.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(elements("a").stream().map(a -> a.getAttribute("href")).filter(h -> h.startsWith("#")))
                .allSatisfy(href -> assertThat(ids).contains(href.substring(1)));
    }

    @Test
    void saysInWordsWhatAPictureWouldShowWhereThereAreNoFonts() {
        assertThat(Fonts.areThere() || HTML.contains("This picture could not be drawn"))
                .isTrue();
    }

    @Test
    void isTheSamePageEveryTime() {
        assertThat(HtmlReport.of(MadeStudy.COMPARISON)
                        .withStudy(MadeStudy.STUDY)
                        .withCommand(COMMAND)
                        .toHtml())
                .isEqualTo(HTML);
    }

    @Test
    void reportsAComparisonWithoutAnything() {
        Comparison empty = new Comparison("empty", AnalysisPlan.withDefaults(), List.of(), List.of(), List.of());

        Document page = parse(HtmlReport.of(empty).toHtml());

        assertThat(page.getDocumentElement().getTextContent())
                .contains("The groups cannot be compared")
                .contains("No beat was corrected.");
    }
}
