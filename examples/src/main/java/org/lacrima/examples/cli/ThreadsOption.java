package org.lacrima.examples.cli;

import org.jspecify.annotations.Nullable;
import org.lacrima.core.parallel.Threads;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --threads}: how many threads share the work of a command; what it prints does not depend on it. */
final class ThreadsOption {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that share the work (default: one per processor); results do not depend on it.")
    private @Nullable Integer count;

    Threads threads() {
        Integer chosen = count;
        if (chosen == null) {
            return Threads.all();
        }
        if (chosen < 1) {
            throw new ParameterException(spec.commandLine(), "--threads takes a number from 1, got " + chosen);
        }
        return Threads.of(chosen);
    }
}
