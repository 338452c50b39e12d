package org.lacrima.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lacrima.core.beats.Correction;
import org.lacrima.core.beats.LipponenTarvainen;
import org.lacrima.core.hrv.HrvMetric;
import org.lacrima.core.hrv.Profile;
import org.lacrima.core.hrv.ProfileExplanation;
import org.lacrima.core.rsa.HeartPanel;
import org.lacrima.core.rsa.RecordedBreathing;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.CorrectionRule;
import org.lacrima.core.table.ResultTable;
import org.lacrima.examples.cli.Failures.BadInput;
import org.lacrima.io.Loaded;
import org.lacrima.io.ReadLog;
import org.lacrima.io.Strictness;
import org.lacrima.io.result.ResultTables;
import org.lacrima.io.rr.RrContent;
import org.lacrima.io.rr.RrReader;
import org.lacrima.io.rr.RrUnit;
import org.lacrima.io.text.Nearest;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lacrima hrv}: the metrics of recordings, each measured as it is given unless a correction is asked for. */
@Command(
        name = "hrv",
        description = {
            "HRV and RSA metrics of recordings. Beats are measured as given unless --correct is asked for.",
            "With --respiration also RSA breath by breath, and the breathing itself."
        },
        mixinStandardHelpOptions = true)
final class HrvCommand implements Callable<Integer> {
    private static final Pattern SPAN = Pattern.compile("(-?[0-9.]+)-(-?[0-9.]+)");

    /** A day: no interval is longer. */
    private static final double LONGEST_SECONDS = 86_400;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "RR intervals or beat times as text.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--correct",
            paramLabel = "METHOD",
            defaultValue = "none",
            description = "none (default) or lipponen-tarvainen.")
    private String correct = "none";

    @Option(names = "--window", paramLabel = "A-B", description = "Only the beats from A to B seconds.")
    private @Nullable String window;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            description = "What the numbers count, where the file cannot tell: ms, s, or samples at a rate, as 256Hz.")
    private @Nullable String unit;

    @Option(
            names = "--content",
            paramLabel = "WHAT",
            description = "What a single column holds, where the numbers mislead: intervals or beat_times.")
    private RrContent content = RrContent.DETECTED;

    @Option(
            names = "--gaps-above",
            paramLabel = "S",
            description = "Intervals longer than S seconds are lost signal, not intervals (default: none is).")
    private @Nullable Double gapsAbove;

    @Option(names = "--lenient", description = "Read on past faulty lines and list them, instead of refusing the file.")
    private boolean lenient;

    @Option(
            names = "--metrics",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Only these metrics, as the catalogue names them (default: all that can be had of what is given).")
    private List<String> metrics = new ArrayList<>();

    @Option(
            names = "--profile",
            paramLabel = "P",
            defaultValue = "lacrima",
            description =
                    "Whose definitions: lacrima (default), kubios, neurokit2, hrv-analysis, pyhrv, rhrv, physionet.")
    private String profile = "lacrima";

    @Option(
            names = "--explain",
            arity = "2",
            paramLabel = "P",
            description = "Instead of metrics: which parameter moves which number between two profiles.")
    private List<String> explain = new ArrayList<>();

    @Mixin
    private RespirationOptions respiration = new RespirationOptions();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @ArgGroup
    private Format format = new Format();

    /** How results are printed: text unless one of these is given. */
    static final class Format {
        @Option(names = "--json", description = "JSON on standard output.")
        private boolean json;

        @Option(names = "--tsv", description = "A tab-separated table on standard output.")
        private boolean tsv;
    }

    @Override
    public Integer call() throws IOException, BadInput {
        HeartPanel chosen = chosenMetrics();
        String misuse = respiration.misuse(files.size());
        if (!misuse.isEmpty()) {
            throw usage(misuse);
        }
        CorrectionRule rule = CorrectionRule.ofKey(correct)
                .orElseThrow(() -> usage("--correct takes none or lipponen-tarvainen, got " + correct));
        Optional<Window> span = span();
        RrReader reader = reader();
        if (!explain.isEmpty()) {
            return explain(reader, rule, span, hrvMetricsOf(chosen));
        }
        Profile followed = profile(profile);
        RecordedBreathing breathing =
                respiration.breathing(strictness(), spec.commandLine().getErr());
        List<HrvResult> results = new ArrayList<>();
        for (Attempt attempt :
                threads.threads().map(files, file -> attempt(file, reader, rule, span, chosen, followed, breathing))) {
            results.add(attempt.result(spec.commandLine().getErr()));
        }
        if (format.json) {
            spec.commandLine().getOut().print(HrvOutput.json(results));
        } else if (format.tsv) {
            spec.commandLine().getOut().print(HrvOutput.tsv(results));
        } else {
            spec.commandLine().getOut().print(HrvOutput.text(results));
        }
        return 0;
    }

    /** What became of a file, kept until its turn: messages and failures come in the order of the files. */
    private record Attempt(Optional<HrvResult> result, List<Object> messages, Optional<Exception> failure) {

        /** The result of the file, after its messages. */
        HrvResult result(PrintWriter err) throws IOException {
            messages.forEach(err::println);
            if (failure.isPresent() && failure.get() instanceof IOException e) {
                throw e;
            }
            if (failure.isPresent() && failure.get() instanceof RuntimeException e) {
                throw e;
            }
            return result.orElseThrow();
        }
    }

    private Attempt attempt(
            Path file,
            RrReader reader,
            CorrectionRule rule,
            Optional<Window> span,
            HeartPanel panel,
            Profile followed,
            RecordedBreathing breathing) {
        List<Object> messages = new ArrayList<>();
        try {
            Correction prepared = prepared(file, reader, rule, messages);
            BeatSeries measured = span.map(prepared.series()::during).orElse(prepared.series());
            HrvResult result = new HrvResult(
                    file.toString(),
                    measured.size(),
                    prepared.correctedCount(),
                    followed.key(),
                    panel.with(followed.optionsFor(measured))
                            .of(measured, span.map(breathing::during).orElse(breathing)));
            return new Attempt(Optional.of(result), messages, Optional.empty());
        } catch (IOException | RuntimeException e) {
            return new Attempt(Optional.empty(), messages, Optional.of(e));
        }
    }

    private int explain(RrReader reader, CorrectionRule rule, Optional<Window> span, List<HrvMetric> chosen)
            throws IOException {
        Profile from = profile(explain.get(0));
        Profile to = profile(explain.get(1));
        for (Path file : files) {
            List<Object> messages = new ArrayList<>();
            BeatSeries beats = prepared(file, reader, rule, messages).series();
            messages.forEach(spec.commandLine().getErr()::println);
            ResultTable table = ProfileExplanation.of(span.map(beats::during).orElse(beats), from, to, chosen);
            spec.commandLine()
                    .getOut()
                    .print(
                            format.json
                                    ? ResultTables.toJson(table) + System.lineSeparator()
                                    : ResultTables.toTsv(table));
        }
        return 0;
    }

    /** The beats of a file, corrected where that is asked for; what is to be said of the file joins the messages. */
    private Correction prepared(Path file, RrReader reader, CorrectionRule rule, List<Object> messages)
            throws IOException {
        Failures.requireFile(file);
        ReadLog log = new ReadLog();
        Optional<BeatSeries> beats = reader.read(file, file.toString(), log);
        Loaded<BeatSeries> loaded = log.loaded(beats.orElseThrow(log::failure), strictness());
        messages.addAll(loaded.problems());
        messages.addAll(loaded.notes());
        return rule == CorrectionRule.LIPPONEN_TARVAINEN
                ? LipponenTarvainen.withDefaults().correct(loaded.value())
                : new Correction(loaded.value(), List.of(), 0);
    }

    private Strictness strictness() {
        return lenient ? Strictness.LENIENT : Strictness.STRICT;
    }

    private Profile profile(String key) {
        return Profile.ofKey(key)
                .orElseThrow(() -> usage("no profile \"" + key + "\"; "
                        + Nearest.remedy(
                                key,
                                Arrays.stream(Profile.values())
                                        .map(Profile::key)
                                        .toList())));
    }

    private HeartPanel chosenMetrics() {
        if (metrics.isEmpty()) {
            HeartPanel all = HeartPanel.withDefaults();
            return respiration.isGiven() ? all : all.ofBeatsAlone();
        }
        for (String name : metrics) {
            if (!HeartPanel.names().contains(name)) {
                throw usage("no metric \"" + name + "\"; " + Nearest.remedy(name, HeartPanel.names()));
            }
        }
        return HeartPanel.named(metrics);
    }

    /** Profiles differ in HRV alone: RSA and respiration have one definition. */
    private static List<HrvMetric> hrvMetricsOf(HeartPanel panel) {
        return panel.metrics().stream()
                .filter(HrvMetric.class::isInstance)
                .map(HrvMetric.class::cast)
                .toList();
    }

    private RrReader reader() {
        RrReader reader = RrReader.withDefaults().with(content);
        Double longest = gapsAbove;
        if (longest != null) {
            if (!(longest > 0 && longest <= LONGEST_SECONDS)) {
                throw usage("--gaps-above takes seconds above 0, such as 5, got " + longest);
            }
            reader = reader.withGapsAbove(Duration.ofNanos(Math.round(longest * 1e9)));
        }
        String chosen = unit;
        if (chosen == null) {
            return reader;
        }
        return reader.with(RrUnit.parse(chosen)
                .orElseThrow(() -> usage("--unit takes ms, s or a sampling rate such as 256Hz, got " + chosen)));
    }

    private Optional<Window> span() {
        String given = window;
        if (given == null) {
            return Optional.empty();
        }
        Matcher matcher = SPAN.matcher(given);
        try {
            if (matcher.matches()) {
                return Optional.of(
                        Window.ofSeconds(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))));
            }
        } catch (IllegalArgumentException e) {
            throw usage("--window takes two seconds in order, such as 0-300: " + e.getMessage());
        }
        throw usage(String.format(Locale.ROOT, "--window takes two seconds in order, such as 0-300, got %s", given));
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
