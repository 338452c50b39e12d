package org.lacrima.io;

import java.util.List;

/**
 * What was read, and what was met on the way.
 *
 * @param value what the file says
 * @param problems warnings, and with {@link Strictness#LENIENT} also the errors that were passed over, in the order of
 *     reading
 * @param notes decisions that the reader took where the file leaves room, such as {@code p07.txt: unit taken as s: the
 *     median of 352 values is 0.83}
 * @param <T> what is read
 */
public record Loaded<T>(T value, List<ReadProblem> problems, List<String> notes) {
    /** Copies the lists. */
    public Loaded {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** Whether an error was passed over. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    }
}
