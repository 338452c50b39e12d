package org.lacrima.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;

/**
 * Heart rate relative to baseline of all 28 participants of Richer et al. 2022 (cold face test, repository
 * mad-lab-fau/cft-analysis) as the authors published it.
 */
class Richer2022HeartRateTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /**
     * The rest recording is not published, only heart rate and its percent change from rest; so rest is taken from a
     * person's first pair, and the other eleven spans of the stress task must follow from it.
     */
    @Test
    void heartRateOfEverySpanAsPercentOfRest() throws IOException {
        Map<String, List<double[]>> spans = new LinkedHashMap<>();
        Map<String, Double> rates = new LinkedHashMap<>();
        for (Map<String, String> row : rows("cft_hr_features_merged.csv")) {
            String key = cell(row, "subject") + " " + cell(row, "phase") + " " + cell(row, "subphase");
            if (cell(row, "category").equals("HR") && cell(row, "type").equals("HR")) {
                rates.put(key, number(row, "data"));
            } else if (cell(row, "category").equals("HR") && cell(row, "type").equals("HR_Norm")) {
                spans.computeIfAbsent(cell(row, "subject"), id -> new ArrayList<>())
                        .add(new double[] {rates.getOrDefault(key, Double.NaN), number(row, "data")});
            }
        }

        assertThat(spans).hasSize(28);
        spans.forEach((subject, pairs) -> {
            assertThat(pairs).as(subject).hasSize(12);
            double rest = pairs.get(0)[0] / (1 + pairs.get(0)[1] / 100);
            double[] seconds = new double[pairs.size()];
            double[] bpm = new double[pairs.size()];
            for (int i = 0; i < bpm.length; i++) {
                seconds[i] = i;
                bpm[i] = pairs.get(i)[0];
            }
            EventResponse response = EventLocked.onset(Duration.ZERO, Duration.ofSeconds(12), SECOND)
                    .against(level(rest).inPercent())
                    .of(EventCourse.of(TimedValues.of("HR", Unit.BPM, seconds, bpm)), new Window(0, 12));
            for (int i = 0; i < bpm.length; i++) {
                assertThat(response.bins().get(i).value().orNaN())
                        .as("span %d of %s", i, subject)
                        .isCloseTo(pairs.get(i)[1], within(1e-9));
            }
        });
    }

    /** Of every cold face test: bradycardia at its onset, at its peak and on average, in bpm and percent of baseline. */
    @Test
    void bradycardiaOfEveryColdFaceTest() throws IOException {
        List<Map<String, String>> tests = rows("cft_parameter.csv");

        assertThat(tests).hasSize(42);
        for (Map<String, String> test : tests) {
            EventBaseline baseline = level(number(test, "baseline_hr"));
            double peak = number(test, "baseline_hr") + number(test, "peak_brady_bpm");
            EventCourse course = EventCourse.of(TimedValues.of("HR", Unit.BPM, new double[] {0, 1, 2}, new double[] {
                number(test, "onset_hr"), peak, number(test, "mean_hr_bpm")
            }));
            EventLocked three = EventLocked.onset(Duration.ZERO, Duration.ofSeconds(3), SECOND);
            List<EventResponse.Bin> bpm =
                    three.against(baseline).of(course, new Window(0, 3)).bins();
            List<EventResponse.Bin> percent = three.against(baseline.inPercent())
                    .of(course, new Window(0, 3))
                    .bins();

            // the authors count the fall at the onset as positive
            assertThat(-percent.get(0).value().orNaN()).isCloseTo(number(test, "onset_hr_percent"), within(1e-9));
            assertThat(percent.get(1).value().orNaN()).isCloseTo(number(test, "peak_brady_percent"), within(1e-9));
            assertThat(bpm.get(2).value().orNaN()).isCloseTo(number(test, "mean_brady_bpm"), within(1e-9));
            assertThat(percent.get(2).value().orNaN()).isCloseTo(number(test, "mean_brady_percent"), within(1e-9));
        }
    }

    private static EventBaseline level(double bpm) {
        return EventBaseline.level(MetricValue.of("HR at rest", bpm, Unit.BPM, 1));
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(cell(row, column));
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static List<Map<String, String>> rows(String file) throws IOException {
        String corpus = System.getProperty("lacrima.corpus", "");
        Path folder = Path.of(corpus, "richer2022");
        Assumptions.assumeTrue(
                !corpus.isEmpty() && Files.isDirectory(folder), "no recordings: lacrima.corpus names no folder");
        List<String> lines = Files.readAllLines(folder.resolve(file));
        String[] header = lines.get(0).split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }
}
