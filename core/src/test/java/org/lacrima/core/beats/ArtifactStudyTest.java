package org.lacrima.core.beats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.lacrima.core.beats.SpoiltRecording.Density;
import org.lacrima.core.beats.SpoiltRecording.Injury;
import org.lacrima.core.hrv.TimeDomain;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.series.BeatSeries;

/**
 * What classifiers find and corrections repair in 100 simulated recordings whose artifacts are known. The tables that
 * docs/beats.md shows are written to {@code target/beats.md}.
 */
class ArtifactStudyTest {
    private static final int RECORDINGS = 100;

    private static final List<SpoiltRecording> SPARSE = simulated(Density.SPARSE);
    private static final List<SpoiltRecording> CROWDED = simulated(Density.CROWDED);

    private static List<SpoiltRecording> simulated(Density density) {
        List<SpoiltRecording> study = new ArrayList<>();
        for (int seed = 0; seed < RECORDINGS; seed++) {
            study.add(SpoiltRecording.simulated(seed, density));
        }
        return study;
    }

    @Test
    void classifiersAndCorrectionsKeepWhatTheDocumentationSays() throws IOException {
        Map<String, Confusion> confusions = new LinkedHashMap<>();
        for (BeatClassifier rule : List.of(
                LipponenTarvainen.withDefaults(),
                Berntson1990.withDefaults(),
                ThresholdRule.of(ThresholdRule.Level.MEDIUM),
                ThresholdRule.of(ThresholdRule.Level.STRONG),
                RelativeRule.malik(),
                RelativeRule.kamath(),
                RelativeRule.karlsson(),
                RelativeRule.acar())) {
            confusions.put(rule.name(), confusion(rule));
        }
        Map<String, UnaryOperator<BeatSeries>> corrections = corrections();
        Map<String, double[]> errors = new LinkedHashMap<>();
        corrections.forEach((name, correction) -> errors.put(name, errors(correction)));
        Map<String, Double> deletions = deletions();
        String report = report(confusions, errors, deletions);

        Confusion paper = confusions.get(LipponenTarvainen.withDefaults().name());
        assertThat(paper.percent(Injury.MISSED, BeatClass.MISSED)).isGreaterThan(95);
        assertThat(paper.percent(Injury.EXTRA, BeatClass.EXTRA)).isGreaterThan(90);
        assertThat(paper.percent(Injury.ECTOPIC, BeatClass.ECTOPIC)).isGreaterThan(90);
        assertThat(paper.falseAlarmsPerThousand()).isLessThan(10);
        String repair = "Lipponen-Tarvainen, repair, iterated";
        assertThat(errors.get(repair)[2]).isLessThan(5).isLessThan(errors.get("NeuroKit2's variant, iterated")[2]);
        assertThat(errors.get("none")[2]).isGreaterThan(100);
        assertThat(Math.abs(deletions.get("with gap records"))).isLessThan(1);
        assertThat(Math.abs(deletions.get("joined, as if neighbours"))).isGreaterThan(3);
        assertThat(documentation())
                .as("docs/beats.md shows the lines of target/beats.md")
                .contains(report.lines().toList());
    }

    private static Confusion confusion(BeatClassifier rule) {
        Confusion confusion = new Confusion();
        for (SpoiltRecording recording : SPARSE) {
            confusion.add(recording, rule.classify(recording.spoilt()));
        }
        return confusion;
    }

    private static Map<String, UnaryOperator<BeatSeries>> corrections() {
        Map<String, UnaryOperator<BeatSeries>> corrections = new LinkedHashMap<>();
        corrections.put("none", beats -> beats);
        for (CorrectionMethod method : CorrectionMethod.values()) {
            for (Passes passes : Passes.values()) {
                Corrector corrector =
                        Corrector.of(LipponenTarvainen.withDefaults(), method).with(passes);
                corrections.put(
                        "Lipponen-Tarvainen, " + word(method) + ", " + word(passes),
                        beats -> corrector.correct(beats).series());
            }
        }
        for (Passes passes : Passes.values()) {
            corrections.put("NeuroKit2's variant, " + word(passes), beats -> neuroKit2(beats, passes));
        }
        add(
                corrections,
                "Kubios threshold medium, cubic",
                ThresholdRule.of(ThresholdRule.Level.MEDIUM),
                CorrectionMethod.CUBIC);
        add(
                corrections,
                "Kubios threshold strong, cubic",
                ThresholdRule.of(ThresholdRule.Level.STRONG),
                CorrectionMethod.CUBIC);
        add(corrections, "Berntson 1990, cubic", Berntson1990.withDefaults(), CorrectionMethod.CUBIC);
        add(corrections, "Malik, linear", RelativeRule.malik(), CorrectionMethod.LINEAR);
        add(corrections, "Malik, delete", RelativeRule.malik(), CorrectionMethod.DELETE);
        add(corrections, "Kamath, linear", RelativeRule.kamath(), CorrectionMethod.LINEAR);
        add(corrections, "Karlsson, linear", RelativeRule.karlsson(), CorrectionMethod.LINEAR);
        add(corrections, "Acar, linear", RelativeRule.acar(), CorrectionMethod.LINEAR);
        return corrections;
    }

    private static void add(
            Map<String, UnaryOperator<BeatSeries>> corrections,
            String name,
            BeatClassifier rule,
            CorrectionMethod method) {
        corrections.put(name, beats -> Corrector.of(rule, method).correct(beats).series());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static BeatSeries neuroKit2(BeatSeries beats, Passes passes) {
        List<Integer> peaks = NeuroKit2Peaks.atHertz(1000)
                .correct(NeuroKit2Peaks.ofMillis(beats.toMillis()), passes)
                .peaks();
        return BeatSeries.ofBeatTimes(
                peaks.stream().mapToDouble(peak -> peak / 1000.0).toArray());
    }

    /** Medians over the recordings of the error of MeanNN, SDNN and RMSSD in percent of the truth; RMSSD also crowded. */
    private static double[] errors(UnaryOperator<BeatSeries> correction) {
        return new double[] {
            error(SPARSE, correction, TimeDomain.MEAN_NN),
            error(SPARSE, correction, TimeDomain.SDNN),
            error(SPARSE, correction, TimeDomain.RMSSD),
            error(CROWDED, correction, TimeDomain.RMSSD)
        };
    }

    private static double error(
            List<SpoiltRecording> study, UnaryOperator<BeatSeries> correction, Metric<BeatSeries> metric) {
        double[] errors = study.stream()
                .mapToDouble(recording -> {
                    double truth = metric.of(recording.clean()).orNaN();
                    double found =
                            metric.of(correction.apply(recording.spoilt())).orNaN();
                    return 100 * Math.abs(found / truth - 1);
                })
                .sorted()
                .toArray();
        return (errors[errors.length / 2 - 1] + errors[errors.length / 2]) / 2;
    }

    /** Mean change of RMSSD in percent when one beat in twenty is deleted from the clean recordings at random. */
    private static Map<String, Double> deletions() {
        Map<String, Double> change = new LinkedHashMap<>();
        for (SpoiltRecording recording : SPARSE) {
            BeatSeries clean = recording.clean();
            BeatSeries gapped = recording.withDeletedBeats(20);
            double truth = TimeDomain.RMSSD.of(clean).orNaN();
            BeatSeries joined = BeatSeries.ofMillis(gapped.toMillis());
            BeatSeries bridged = recording.bridged(gapped);
            change.merge("with gap records", change(gapped, truth), Double::sum);
            change.merge("joined, as if neighbours", change(joined, truth), Double::sum);
            change.merge("bridged, as one long interval", change(bridged, truth), Double::sum);
        }
        change.replaceAll((name, sum) -> sum / SPARSE.size());
        return change;
    }

    private static double change(BeatSeries beats, double truth) {
        return 100 * (TimeDomain.RMSSD.of(beats).orNaN() / truth - 1);
    }

    private static String report(
            Map<String, Confusion> confusions, Map<String, double[]> errors, Map<String, Double> deletions)
            throws IOException {
        StringBuilder report = new StringBuilder();
        confusions.forEach((rule, confusion) -> report.append(confusion.toMarkdown(rule)));
        report.append("**Median error in percent of the truth**\n\n");
        report.append("| correction | MeanNN | SDNN | RMSSD | RMSSD, crowded |\n|---|---|---|---|---|\n");
        errors.forEach((name, e) -> report.append(
                String.format(Locale.ROOT, "| %s | %.2f | %.1f | %.1f | %.1f |\n", name, e[0], e[1], e[2], e[3])));
        report.append("\n| one beat in twenty deleted | mean change of RMSSD, % |\n|---|---|\n");
        deletions.forEach((name, c) -> report.append(String.format(Locale.ROOT, "| %s | %+.2f |\n", name, c)));
        Path target = Path.of("target");
        Files.createDirectories(target);
        Files.writeString(target.resolve("beats.md"), report);
        return report.toString();
    }

    private static String documentation() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs").resolve("beats.md"))) {
            folder = folder.getParent();
        }
        return Files.readString(folder.resolve("docs").resolve("beats.md"));
    }

    /** Counts of beats by what was done to them and by what they were taken for. */
    private static final class Confusion {
        private static final List<BeatClass> COLUMNS = List.of(
                BeatClass.NORMAL,
                BeatClass.MISSED,
                BeatClass.EXTRA,
                BeatClass.ECTOPIC,
                BeatClass.LONG,
                BeatClass.SHORT,
                BeatClass.LOST,
                BeatClass.OUTLIER);

        private final Map<Injury, int[]> counts = new EnumMap<>(Injury.class);

        Confusion() {
            for (Injury injury : Injury.values()) {
                counts.put(injury, new int[COLUMNS.size()]);
            }
        }

        void add(SpoiltRecording recording, BeatClassification found) {
            Injury[] truth = recording.injuries();
            boolean[] counted = new boolean[truth.length];
            for (int i = 0; i < truth.length; i++) {
                if (truth[i] != Injury.NONE) {
                    count(truth[i], answer(truth[i], found, i, counted));
                }
            }
            for (int i = 0; i < truth.length; i++) {
                if (!counted[i]) {
                    count(Injury.NONE, found.classAt(i));
                }
            }
        }

        /** An injury spoils the interval before and after its beat: a verdict on either is a verdict on it. */
        private static BeatClass answer(Injury injury, BeatClassification found, int i, boolean[] counted) {
            counted[i] = true;
            BeatClass here = found.classAt(i);
            if (injury == Injury.MISSED) {
                return here;
            }
            counted[i + 1] = true;
            return here.isArtifact() ? here : found.classAt(i + 1);
        }

        private void count(Injury injury, BeatClass found) {
            counts.get(injury)[COLUMNS.indexOf(found)]++;
        }

        double percent(Injury injury, BeatClass found) {
            int[] row = counts.get(injury);
            return 100.0 * row[COLUMNS.indexOf(found)] / Arrays.stream(row).sum();
        }

        double falseAlarmsPerThousand() {
            return 1000 - 10 * percent(Injury.NONE, BeatClass.NORMAL);
        }

        String toMarkdown(String rule) {
            StringBuilder table = new StringBuilder("**" + rule + "**\n\n| injected |");
            COLUMNS.forEach(column -> table.append(' ').append(word(column)).append(" |"));
            table.append("\n|---|").append("---|".repeat(COLUMNS.size())).append('\n');
            for (Injury injury : Injury.values()) {
                table.append("| ").append(injury.inWords()).append(" |");
                for (int count : counts.get(injury)) {
                    table.append(' ').append(count == 0 ? "·" : count).append(" |");
                }
                table.append('\n');
            }
            return table.append('\n').toString();
        }
    }
}
