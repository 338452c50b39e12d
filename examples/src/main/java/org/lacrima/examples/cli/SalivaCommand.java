package org.lacrima.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lacrima.analysis.compare.Comparison;
import org.lacrima.analysis.compare.SalivaComparison;
import org.lacrima.analysis.report.TextSummary;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.Contrast;
import org.lacrima.core.study.Group;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.core.study.SalivaPlan.SlopePair;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;
import org.lacrima.core.study.Session;
import org.lacrima.core.table.ResultTable;
import org.lacrima.examples.cli.Failures.BadInput;
import org.lacrima.io.Loaded;
import org.lacrima.io.Strictness;
import org.lacrima.io.saliva.SalivaTableReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lacrima saliva}: a table of samples to areas, increases, slopes and their comparison between two groups. */
@Command(
        name = "saliva",
        description = {
            "Cortisol (or any analyte): AUCg, AUCi, increases and slopes per person, compared between two groups.",
            "The baseline is the last sample at or before minute 0; samples before it take no part unless asked for."
        },
        mixinStandardHelpOptions = true)
final class SalivaCommand implements Callable<Integer> {
    /** A year. */
    private static final double LONGEST_MINUTES = 366 * 24 * 60;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "TABLE", description = "Wide or long table, CSV or TSV.")
    private Path table = Path.of("");

    @Option(
            names = "--times",
            paramLabel = "MIN",
            split = ",",
            description = "Minutes of the samples in the table's order, 0 where the stressor begins.")
    private List<Double> times = new ArrayList<>();

    @Option(names = "--group", paramLabel = "COL", description = "Column of the groups (default: group or condition).")
    private @Nullable String group;

    @Option(
            names = "--contrast",
            paramLabel = "GROUP",
            split = ",",
            description = "The two groups; differences are first − second (default: the table's two, as they come).")
    private List<String> contrast = new ArrayList<>();

    @Option(names = "--exclude", paramLabel = "ID", split = ",", description = "Participants who take no part.")
    private List<String> exclude = new ArrayList<>();

    @Option(names = "--analyte", paramLabel = "NAME", description = "Column to analyse, where there are several.")
    private @Nullable String analyte;

    @Option(names = "--unit", paramLabel = "UNIT", description = "Unit of the table, where it states none: nmol/L.")
    private @Nullable String unit;

    @Option(names = "--baseline", paramLabel = "SAMPLE", description = "The sample that increases and AUCi refer to.")
    private @Nullable String baseline;

    @Option(names = "--keep-earlier", description = "Let samples before the baseline take part in the areas.")
    private boolean keepEarlier;

    @Option(
            names = "--slope",
            paramLabel = "A:B",
            split = ",",
            description = "Slopes between two samples (default: from the baseline to each later one).")
    private List<String> slopes = new ArrayList<>();

    @Option(names = "--json", description = "Every table as JSON on standard output.")
    private boolean json;

    @Option(
            names = "--lenient",
            description = "Read on past faulty lines and list them, instead of refusing the table.")
    private boolean lenient;

    @Override
    public Integer call() throws IOException, BadInput {
        PrintWriter err = spec.commandLine().getErr();
        Failures.requireFile(table);
        Loaded<List<Session>> loaded = reader().read(table);
        loaded.problems().forEach(err::println);
        loaded.notes().forEach(err::println);
        List<Session> sessions = loaded.value();
        String chosen = chosenAnalyte(sessions);
        List<SalivaSample> samples = samplesOf(sessions, chosen);
        String reference = baselineOf(samples);
        SalivaPlan plan = plan(chosen, samples, reference);
        Comparison comparison = compare(sessions, chosen, plan);
        Optional<String> problem = comparison.problem();
        if (problem.isPresent()) {
            throw new BadInput(table + ": " + problem.get());
        }
        if (json) {
            spec.commandLine()
                    .getOut()
                    .println(TablesJson.of(table.toString(), choices(plan, reference, comparison), tables(comparison)));
        } else {
            spec.commandLine().getOut().println(TextSummary.of(comparison));
            choices(plan, reference, comparison).forEach((name, value) -> err.println(name + ": " + value));
        }
        return 0;
    }

    private SalivaTableReader reader() {
        times.stream()
                .filter(t -> !(Math.abs(t) <= LONGEST_MINUTES))
                .findFirst()
                .ifPresent(t -> {
                    throw usage("--times takes minutes within a year of the stressor, got " + t);
                });
        SalivaTableReader reader = SalivaTableReader.withDefaults()
                .with(lenient ? Strictness.LENIENT : Strictness.STRICT)
                .withMinutes(times.stream().mapToDouble(Double::doubleValue).toArray());
        String column = group;
        if (column != null) {
            reader = reader.withGroupColumn(column);
        }
        String wanted = analyte;
        if (wanted != null) {
            reader = reader.withAnalyte(wanted);
        }
        String stated = unit;
        return stated == null ? reader : reader.with(new Unit(stated));
    }

    private String chosenAnalyte(List<Session> sessions) throws BadInput {
        List<String> analytes = sessions.stream()
                .flatMap(s -> s.saliva().stream())
                .map(SalivaSeries::analyte)
                .distinct()
                .toList();
        if (analytes.size() != 1) {
            throw new BadInput(table + ": choose one of the analytes with --analyte: " + analytes);
        }
        return analytes.get(0);
    }

    /** The samples in order of time, as the person who has most of them has them. */
    private static List<SalivaSample> samplesOf(List<Session> sessions, String analyte) {
        List<SalivaSample> most = List.of();
        for (Session session : sessions) {
            List<SalivaSample> samples =
                    session.saliva(analyte).map(SalivaSeries::samples).orElse(List.of());
            if (samples.size() > most.size()) {
                most = samples;
            }
        }
        return most;
    }

    private String baselineOf(List<SalivaSample> samples) {
        String named = baseline;
        if (named != null) {
            if (samples.stream().noneMatch(s -> s.sample().equals(named))) {
                throw usage("no sample " + named + "; the samples are "
                        + samples.stream().map(SalivaSample::sample).toList());
            }
            return named;
        }
        String last = samples.get(0).sample();
        for (SalivaSample sample : samples) {
            if (sample.minutes() <= 0) {
                last = sample.sample();
            }
        }
        return last;
    }

    private SalivaPlan plan(String chosen, List<SalivaSample> samples, String reference) {
        List<String> names = samples.stream().map(SalivaSample::sample).toList();
        int at = names.indexOf(reference);
        List<SlopePair> pairs = new ArrayList<>();
        if (slopes.isEmpty()) {
            names.subList(at + 1, names.size()).forEach(later -> pairs.add(new SlopePair(reference, later)));
        }
        for (String slope : slopes) {
            int colon = slope.indexOf(':');
            if (colon < 0
                    || !names.contains(slope.substring(0, colon))
                    || !names.contains(slope.substring(colon + 1))
                    || slope.substring(0, colon).equals(slope.substring(colon + 1))) {
                throw usage("--slope takes two of the samples " + names + " as A:B, got " + slope);
            }
            pairs.add(new SlopePair(slope.substring(0, colon), slope.substring(colon + 1)));
        }
        return new SalivaPlan(chosen, keepEarlier ? List.of() : names.subList(0, at), Optional.of(reference), pairs);
    }

    private Comparison compare(List<Session> sessions, String chosen, SalivaPlan plan) throws BadInput {
        List<SalivaComparison.Person> persons = new ArrayList<>();
        for (Session session : sessions) {
            session.saliva(chosen)
                    .ifPresent(series -> persons.add(new SalivaComparison.Person(
                            session.participant().id(), session.participant().group(), series)));
        }
        try {
            return SalivaComparison.of(contrastOf(sessions), plan)
                    .withExcluded(exclude)
                    .compare(String.valueOf(table.getFileName()), persons);
        } catch (IllegalArgumentException e) {
            throw new BadInput(table + ": " + e.getMessage());
        }
    }

    private Contrast contrastOf(List<Session> sessions) throws BadInput {
        List<String> groups = sessions.stream()
                .map(s -> s.participant().group().name())
                .distinct()
                .toList();
        if (groups.equals(List.of(""))) {
            throw new BadInput(table + ": has no column of groups; add a column named group or condition,"
                    + " or name the one that there is with --group");
        }
        List<String> two = contrast.isEmpty() ? groups : contrast;
        if (two.size() != 2 || !groups.containsAll(two)) {
            throw new BadInput(table + ": choose two of the groups " + groups + " with --contrast=A,B");
        }
        return new Contrast(new Group(two.get(0)), new Group(two.get(1)));
    }

    private static Map<String, String> choices(SalivaPlan plan, String reference, Comparison comparison) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("analyte", plan.analyte());
        choices.put(
                "contrast",
                comparison.plan().contrast().focal() + " − "
                        + comparison.plan().contrast().reference());
        choices.put("baseline sample", reference);
        choices.put(
                "samples that take no part",
                plan.excludedSamples().isEmpty() ? "none" : String.join(", ", plan.excludedSamples()));
        return choices;
    }

    private static List<ResultTable> tables(Comparison comparison) {
        return comparison.toTables().stream()
                .filter(t -> List.of("comparison", "persons", "exclusions").contains(t.name()))
                .toList();
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
