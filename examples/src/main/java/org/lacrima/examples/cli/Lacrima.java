package org.lacrima.examples.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.lacrima.examples.cli.Failures.InputFailures;
import org.lacrima.examples.cli.Failures.UsageFailures;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code lacrima}: subcommands do the work. */
@Command(
        name = "lacrima",
        description = "Psychophysiology of crying, stress and recovery. Not a medical device.",
        subcommands = {HrvCommand.class, CompareCommand.class, SalivaCommand.class},
        versionProvider = Lacrima.Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit status: 0 done, 1 bad input, 2 bad usage."})
public final class Lacrima {
    private Lacrima() {}

    /** Runs a command and leaves with its exit status. */
    public static void main(String... args) {
        int status = run(args, utf8(System.out), utf8(System.err));
        if (status != 0) {
            System.exit(status);
        }
    }

    /**
     * Runs a command.
     *
     * @return exit status: 0 done, 1 bad input, 2 bad usage
     */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new Lacrima())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler(new InputFailures());
        line.setParameterExceptionHandler(new UsageFailures());
        int status = args.length == 0 ? usage(line) : line.execute(args);
        out.flush();
        err.flush();
        return status;
    }

    private static int usage(CommandLine line) {
        line.usage(line.getErr());
        return CommandLine.ExitCode.USAGE;
    }

    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(stream, false, StandardCharsets.UTF_8);
    }

    /** The version that the jar was built with. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"lacrima " + text()};
        }

        static String text() {
            String version = Lacrima.class.getPackage().getImplementationVersion();
            return version == null ? "development build" : version;
        }
    }
}
