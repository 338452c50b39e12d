package org.lacrima.io;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The content of a file or folder cannot be accepted. Holds every problem that was met, errors and warnings, so that all
 * of them can be mended in one go; the message lists the errors, one per line.
 */
public final class StudyReadException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient List<ReadProblem> problems;

    /** An exception for problems of which at least one is an error. */
    public StudyReadException(List<ReadProblem> problems) {
        super(problems.stream()
                .filter(p -> p.severity() == Severity.ERROR)
                .map(ReadProblem::toString)
                .collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All problems, in the order of reading. */
    public List<ReadProblem> problems() {
        return problems;
    }
}
