package org.lacrima.io.study;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lacrima.core.hrv.HrvMetric;
import org.lacrima.core.hrv.HrvMetrics;
import org.lacrima.core.rsa.HeartPanel;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.AnalysisPlan;
import org.lacrima.core.study.Assignment;
import org.lacrima.core.study.Contrast;
import org.lacrima.core.study.CorrectionRule;
import org.lacrima.core.study.Group;
import org.lacrima.core.study.ModelPlan;
import org.lacrima.core.study.OutcomeKind;
import org.lacrima.core.study.PhasePlan;
import org.lacrima.core.study.RecoveryTimePlan;
import org.lacrima.core.study.Role;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.io.ReadLog;
import org.lacrima.io.json.JsonFields;
import org.lacrima.io.rr.RrUnit;
import org.lacrima.io.text.Quote;
import org.lacrima.io.text.SourceText;

/**
 * What {@code lacrima.json} says.
 *
 * @param plan the analysis
 * @param phasesAreDeclared whether the file names the phases itself
 * @param recordings path of each participant's RR text, with {@value #PLACEHOLDER} in it; empty for BIDS beats files
 * @param recordingUnit unit of those texts; empty to tell it from the numbers
 */
record PlanFile(
        AnalysisPlan plan, boolean phasesAreDeclared, Optional<String> recordings, Optional<RrUnit> recordingUnit) {
    static final String NAME = "lacrima.json";
    static final String PLACEHOLDER = "{participant_id}";

    private static final List<String> FIELDS = List.of(
            "task",
            "phases",
            "contrast",
            "metrics",
            "outcomes",
            "minimumPhaseSeconds",
            "minimumReactivityPercent",
            "correction",
            "maximumCorrectedPercent",
            "saliva",
            "ratings",
            "confidence",
            "seed",
            "assignment",
            "arms",
            "covariates",
            "families",
            "timeToRecovery",
            "recordings",
            "recordingUnit");

    /** The plan in which nothing is said. */
    static PlanFile withDefaults() {
        return new PlanFile(AnalysisPlan.withDefaults(), false, Optional.empty(), Optional.empty());
    }

    /** The plan of a text; what is wrong is in the log and its default stands in. */
    static PlanFile parse(SourceText text, ReadLog log) {
        return JsonFields.parse(text, log).map(json -> new Parser(json).plan()).orElseGet(PlanFile::withDefaults);
    }

    /** Reads field by field. */
    private static final class Parser {
        private final JsonFields json;
        private final AnalysisPlan defaults = AnalysisPlan.withDefaults();

        Parser(JsonFields json) {
            this.json = json;
        }

        PlanFile plan() {
            json.allowOnly(FIELDS);
            AnalysisPlan plan = new AnalysisPlan(
                    task(),
                    json.object("phases").flatMap(Parser::phases).orElse(defaults.phases()),
                    json.object("contrast").map(this::contrast).orElse(defaults.contrast()),
                    json.texts("metrics").map(this::metrics).orElse(defaults.metrics()),
                    json.texts("outcomes").map(this::outcomes).orElse(defaults.outcomes()),
                    json.number("minimumPhaseSeconds", 0, Double.POSITIVE_INFINITY)
                            .orElse(defaults.minimumPhaseSeconds()),
                    json.number("minimumReactivityPercent", 0, Double.POSITIVE_INFINITY)
                            .orElse(defaults.minimumReactivityPercent()),
                    json.text("correction").flatMap(this::correction).orElse(defaults.correction()),
                    json.number("maximumCorrectedPercent", 0, 100).orElse(defaults.maximumCorrectedPercent()),
                    json.object("saliva").map(this::saliva).orElse(defaults.saliva()),
                    json.texts("ratings").orElse(defaults.ratings()),
                    confidence(),
                    json.whole("seed").orElse(defaults.seed()),
                    models());
            return new PlanFile(plan, json.has("phases"), recordings(), recordingUnit());
        }

        private ModelPlan models() {
            ModelPlan standard = defaults.models();
            return new ModelPlan(
                    json.text("assignment").flatMap(this::assignment).orElse(standard.assignment()),
                    json.texts("arms").orElse(List.of()).stream()
                            .map(Group::new)
                            .toList(),
                    json.texts("covariates").orElse(standard.covariates()),
                    json.object("families").map(Parser::families).orElse(standard.families()),
                    json.object("timeToRecovery").map(Parser::timeToRecovery));
        }

        private Optional<Assignment> assignment(String word) {
            Optional<Assignment> assignment = Assignment.ofKey(word);
            if (assignment.isEmpty()) {
                json.unknownWord(
                        "assignment",
                        word,
                        Arrays.stream(Assignment.values()).map(Assignment::key).toList());
            }
            return assignment;
        }

        private static Map<String, List<String>> families(JsonFields families) {
            Map<String, List<String>> byName = new LinkedHashMap<>();
            for (String name : families.names()) {
                families.texts(name).ifPresent(keys -> byName.put(name, keys));
            }
            return byName;
        }

        private static RecoveryTimePlan timeToRecovery(JsonFields json) {
            json.allowOnly(List.of("metric", "task", "epochSeconds", "bandSd", "dwellSeconds"));
            RecoveryTimePlan standard = RecoveryTimePlan.HEART_RATE;
            List<String> known = HrvMetrics.all().stream().map(HrvMetric::name).toList();
            Optional<String> metric = json.text("metric");
            if (metric.isPresent() && !known.contains(metric.get())) {
                json.unknownWord("metric", metric.get(), known);
            }
            Role task = json.text("task").map(word -> role(json, "task", word)).orElse(standard.task());
            if (task != Role.STRESSOR && task != Role.INDUCTION) {
                json.unknownWord("task", word(task), List.of(word(Role.STRESSOR), word(Role.INDUCTION)));
            }
            double dwell =
                    json.number("dwellSeconds", 0, Double.POSITIVE_INFINITY).orElse(standard.dwellSeconds());
            return new RecoveryTimePlan(
                    metric.filter(known::contains).orElse(standard.metric()),
                    task,
                    positive(json, "epochSeconds", standard.epochSeconds()),
                    positive(json, "bandSd", standard.bandSd()),
                    dwell);
        }

        private static double positive(JsonFields json, String name, double standard) {
            OptionalDouble number = json.number(name);
            if (number.isPresent() && !(number.getAsDouble() > 0)) {
                json.error(name, "must be above 0, got " + number.getAsDouble(), "");
                return standard;
            }
            return number.orElse(standard);
        }

        private String task() {
            String task = json.text("task").orElse(defaults.task());
            if (!task.matches("[A-Za-z0-9]+")) {
                json.error("task", Quote.of(task) + " is not a label of BIDS", "use letters and digits only");
                return defaults.task();
            }
            return task;
        }

        private double confidence() {
            OptionalDouble level = json.number("confidence");
            if (level.isPresent() && !(level.getAsDouble() > 0 && level.getAsDouble() < 1)) {
                json.error("confidence", "must lie between 0 and 1, got " + level.getAsDouble(), "write 0.95 for 95 %");
                return defaults.confidence();
            }
            return level.orElse(defaults.confidence());
        }

        private static Optional<Map<String, PhasePlan>> phases(JsonFields phases) {
            Map<String, PhasePlan> byName = new LinkedHashMap<>();
            for (String name : phases.names()) {
                phases.object(name).ifPresent(phase -> byName.put(name, phase(name, phase)));
            }
            List<Map.Entry<String, PhasePlan>> timed = byName.entrySet().stream()
                    .filter(e -> e.getValue().window().isPresent())
                    .toList();
            for (int i = 0; i < timed.size(); i++) {
                for (int j = 0; j < i; j++) {
                    Window window = timed.get(i).getValue().window().orElseThrow();
                    Window other = timed.get(j).getValue().window().orElseThrow();
                    boolean isNested = isInside(timed.get(i), timed.get(j)) || isInside(timed.get(j), timed.get(i));
                    if (!isNested && window.overlaps(other)) {
                        phases.error(
                                timed.get(i).getKey(),
                                window + " overlaps " + timed.get(j).getKey() + " " + other,
                                "let one phase end before the next begins");
                        byName.computeIfPresent(
                                timed.get(i).getKey(), (n, phase) -> new PhasePlan(phase.role(), Optional.empty()));
                    }
                }
            }
            if (phases.names().isEmpty()) {
                phases.error("", "names no phase", "leave the field out for the default phases");
            }
            return byName.isEmpty() ? Optional.empty() : Optional.of(byName);
        }

        private static boolean isInside(Map.Entry<String, PhasePlan> part, Map.Entry<String, PhasePlan> whole) {
            return PhaseParts.isPartOf(part.getKey(), whole.getKey())
                    && whole.getValue()
                            .window()
                            .orElseThrow()
                            .encloses(part.getValue().window().orElseThrow());
        }

        private static PhasePlan phase(String name, JsonFields json) {
            json.allowOnly(List.of("role", "startSeconds", "endSeconds"));
            Role role = json.text("role")
                    .map(word -> role(json, "role", word))
                    .orElseGet(() -> roleOf(name)
                            .or(() -> roleOf(name.substring(0, Math.max(0, name.indexOf('/')))))
                            .orElse(Role.CUSTOM));
            OptionalDouble start = json.number("startSeconds");
            OptionalDouble end = json.number("endSeconds");
            if (json.has("startSeconds") != json.has("endSeconds")) {
                json.error(
                        json.has("startSeconds") ? "startSeconds" : "endSeconds",
                        "stands alone",
                        "give both startSeconds and endSeconds, or neither where the events say");
            } else if (start.isPresent() && end.isPresent()) {
                if (start.getAsDouble() < end.getAsDouble()) {
                    return new PhasePlan(role, Optional.of(Window.ofSeconds(start.getAsDouble(), end.getAsDouble())));
                }
                json.error("endSeconds", "must be later than startSeconds", "");
            }
            return new PhasePlan(role, Optional.empty());
        }

        private static Role role(JsonFields json, String field, String word) {
            Optional<Role> role = roleOf(word);
            if (role.isEmpty()) {
                json.unknownWord(
                        field,
                        word,
                        Arrays.stream(Role.values()).map(Parser::word).toList());
            }
            return role.orElse(Role.CUSTOM);
        }

        private Contrast contrast(JsonFields contrast) {
            contrast.allowOnly(List.of("focal", "reference"));
            String focal =
                    contrast.text("focal").orElse(defaults.contrast().focal().name());
            String reference = contrast.text("reference")
                    .orElse(defaults.contrast().reference().name());
            if (focal.equals(reference)) {
                contrast.error("reference", "is the focal group too", "name two groups of participants.tsv");
                return defaults.contrast();
            }
            return new Contrast(new Group(focal), new Group(reference));
        }

        private List<String> metrics(List<String> names) {
            List<String> known = HeartPanel.names();
            names.stream().filter(n -> !known.contains(n)).forEach(n -> json.unknownWord("metrics", n, known));
            return names.stream().filter(known::contains).toList();
        }

        private List<OutcomeKind> outcomes(List<String> words) {
            List<OutcomeKind> outcomes = new ArrayList<>();
            for (String word : words) {
                OutcomeKind.ofKey(word)
                        .ifPresentOrElse(
                                outcomes::add,
                                () -> json.unknownWord(
                                        "outcomes",
                                        word,
                                        Arrays.stream(OutcomeKind.values())
                                                .map(OutcomeKind::key)
                                                .toList()));
            }
            return outcomes;
        }

        private Optional<CorrectionRule> correction(String word) {
            Optional<CorrectionRule> rule = CorrectionRule.ofKey(word);
            if (rule.isEmpty()) {
                json.unknownWord(
                        "correction",
                        word,
                        Arrays.stream(CorrectionRule.values())
                                .map(CorrectionRule::key)
                                .toList());
            }
            return rule;
        }

        private SalivaPlan saliva(JsonFields saliva) {
            saliva.allowOnly(List.of("analyte", "excludedSamples", "baselineSample", "slopes"));
            SalivaPlan standard = defaults.saliva();
            return new SalivaPlan(
                    saliva.text("analyte").orElse(standard.analyte()),
                    saliva.texts("excludedSamples").orElse(standard.excludedSamples()),
                    saliva.text("baselineSample").or(standard::baselineSample),
                    saliva.objects("slopes").map(Parser::slopes).orElse(standard.slopes()));
        }

        private static List<SalivaPlan.SlopePair> slopes(List<JsonFields> objects) {
            List<SalivaPlan.SlopePair> pairs = new ArrayList<>();
            for (JsonFields slope : objects) {
                slope.allowOnly(List.of("from", "to"));
                Optional<String> from = slope.text("from");
                Optional<String> to = slope.text("to");
                if (from.isPresent() && to.isPresent()) {
                    pairs.add(new SalivaPlan.SlopePair(from.get(), to.get()));
                } else {
                    slope.error(from.isPresent() ? "to" : "from", "is missing", "name the two samples of the slope");
                }
            }
            return pairs;
        }

        private Optional<String> recordings() {
            Optional<String> recordings = json.text("recordings");
            if (recordings.isPresent() && !recordings.get().contains(PLACEHOLDER)) {
                json.error(
                        "recordings",
                        Quote.of(recordings.get()) + " is the same file for everybody",
                        "write " + PLACEHOLDER + " where the participant belongs: rr/" + PLACEHOLDER + ".txt");
                return Optional.empty();
            }
            if (recordings.isPresent() && leadsOutside(recordings.get())) {
                json.error(
                        "recordings",
                        Quote.of(recordings.get()) + " leads outside the study folder",
                        "copy the recordings into the folder, such as rr/" + PLACEHOLDER + ".txt");
            }
            return recordings;
        }

        private Optional<RrUnit> recordingUnit() {
            Optional<String> word = json.text("recordingUnit");
            Optional<RrUnit> unit = word.flatMap(RrUnit::parse);
            if (word.isPresent() && unit.isEmpty()) {
                json.unknownWord("recordingUnit", word.get(), List.of("ms", "s", "256 Hz"));
            }
            return unit;
        }

        private static String word(Role role) {
            return role.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a path, whoever the participant is, is not in the folder. */
    static boolean leadsOutside(String recordings) {
        try {
            Path path = Path.of(recordings.replace(PLACEHOLDER, "x")).normalize();
            return path.isAbsolute() || path.startsWith("..");
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The role of a word, spelled in small letters. */
    static Optional<Role> roleOf(String word) {
        return Arrays.stream(Role.values())
                .filter(r -> Parser.word(r).equals(word))
                .findFirst();
    }
}
