package org.lacrima.examples.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.lacrima.io.ReadProblem;
import org.lacrima.io.StudyReadException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a user is told when input is at fault: what, where, and what to do; never a stack trace. */
final class Failures {
    private Failures() {}

    static final int BAD_INPUT = 1;

    /** Input that is readable but cannot be worked with; its message is meant for the user. */
    static final class BadInput extends Exception {
        private static final long serialVersionUID = 1;

        BadInput(String message) {
            super(message);
        }
    }

    /** Refuses a folder where a file is to be read, which the system reports without its name. */
    static void requireFile(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a folder; name a file");
        }
    }

    /** Tells the user what is wrong with the arguments, in a few lines, and where to read about them. */
    static final class UsageFailures implements IParameterExceptionHandler {
        @Override
        public int handleParseException(ParameterException failure, String[] args) {
            CommandLine line = failure.getCommandLine();
            line.getErr().println(failure.getMessage());
            UnmatchedArgumentException.printSuggestions(failure, line.getErr());
            line.getErr().println("Help: " + line.getCommandSpec().qualifiedName() + " --help");
            return CommandLine.ExitCode.USAGE;
        }
    }

    /** Tells the user of a failure and gives the exit status for it. */
    static final class InputFailures implements IExecutionExceptionHandler {
        @Override
        public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
            if (failure instanceof StudyReadException problems) {
                for (ReadProblem problem : problems.problems()) {
                    line.getErr().println(problem);
                }
                int count = problems.problems().size();
                line.getErr().println((count == 1 ? "1 problem" : count + " problems") + "; nothing was written");
            } else if (failure instanceof BadInput) {
                line.getErr().println(failure.getMessage());
            } else if (failure instanceof IOException io) {
                line.getErr().println(sayWhatIsWrong(io));
            } else {
                line.getErr().println("a fault of Lacrima, not of your data; please report it with what you ran:");
                line.getErr()
                        .println(failure + " at "
                                + (failure.getStackTrace().length > 0 ? failure.getStackTrace()[0] : "?"));
            }
            return BAD_INPUT;
        }

        private static String sayWhatIsWrong(IOException failure) {
            if (failure instanceof NoSuchFileException missing) {
                return missing.getFile() + ": no such file or folder";
            }
            if (failure instanceof AccessDeniedException denied) {
                return denied.getFile() + ": access denied; change the permissions or choose another place";
            }
            if (failure instanceof NotDirectoryException file) {
                return file.getFile() + ": is a file; name the folder of the study";
            }
            if (failure instanceof FileAlreadyExistsException file) {
                return file.getFile() + ": is a file where a folder is needed; name another place";
            }
            return String.valueOf(failure.getMessage());
        }
    }
}
