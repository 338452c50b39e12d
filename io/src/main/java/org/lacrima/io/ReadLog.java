package org.lacrima.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Collects what a reader meets. One log serves all files of one reading; it is used by one thread and then forgotten.
 *
 * <p>A file in which every line is wrong is wrong once: of each severity the first {@value #MOST_PER_FILE} problems of a
 * file are kept and the rest counted.
 */
public final class ReadLog {
    /** Problems of one file and severity that are kept one by one. */
    static final int MOST_PER_FILE = 100;

    private final List<ReadProblem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<Source, Integer> counts = new LinkedHashMap<>();

    /** What problems are counted by. */
    private record Source(String file, Severity severity) {}

    /** A log without entries. */
    public ReadLog() {}

    /** Reports an error; see {@link ReadProblem} for the arguments. */
    public void error(String file, int line, String column, String reason, String remedy) {
        add(new ReadProblem(file, line, column, Severity.ERROR, reason, remedy));
    }

    /** Reports a warning; see {@link ReadProblem} for the arguments. */
    public void warning(String file, int line, String column, String reason, String remedy) {
        add(new ReadProblem(file, line, column, Severity.WARNING, reason, remedy));
    }

    /** Records a decision. */
    public void note(String note) {
        notes.add(note);
    }

    private void add(ReadProblem problem) {
        if (counts.merge(new Source(problem.file(), problem.severity()), 1, Integer::sum) <= MOST_PER_FILE) {
            problems.add(problem);
        }
    }

    /** Whether there is an error. */
    public boolean hasErrors() {
        return counts.keySet().stream().anyMatch(s -> s.severity() == Severity.ERROR);
    }

    /** Number of errors in a file. */
    public int errorsIn(String file) {
        return counts.getOrDefault(new Source(file, Severity.ERROR), 0);
    }

    /** All problems in the order of reading; those that were only counted come last, one entry per file. */
    public List<ReadProblem> problems() {
        List<ReadProblem> all = new ArrayList<>(problems);
        counts.forEach((source, count) -> {
            if (count > MOST_PER_FILE) {
                String reason = String.format(
                        Locale.ROOT, "has %d further problems that are not listed one by one", count - MOST_PER_FILE);
                all.add(new ReadProblem(source.file(), 0, "", source.severity(), reason, ""));
            }
        });
        return all;
    }

    /**
     * The outcome of the reading.
     *
     * @throws StudyReadException if there is an error and none is tolerated
     */
    public <T> Loaded<T> loaded(T value, Strictness strictness) throws StudyReadException {
        if (strictness == Strictness.STRICT && hasErrors()) {
            throw failure();
        }
        return new Loaded<>(value, problems(), notes);
    }

    /** The exception for a reading that leaves nothing to return. */
    public StudyReadException failure() {
        return new StudyReadException(problems());
    }
}
