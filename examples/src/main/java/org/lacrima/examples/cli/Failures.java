package org.lacrima.examples.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.lacrima.io.ReadProblem;
import org.lacrima.io.StudyReadException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

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

    /** Tells the user of a failure and gives the exit status for it. */
    static final class InputFailures implements IExecutionExceptionHandler {
        @Override
        public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) throws Exception {
            if (failure instanceof StudyReadException problems) {
                for (ReadProblem problem : problems.problems()) {
                    line.getErr().println(problem);
                }
                line.getErr().println(problems.problems().size() + " problem(s); nothing was written");
            } else if (failure instanceof BadInput) {
                line.getErr().println(failure.getMessage());
            } else if (failure instanceof IOException io) {
                line.getErr().println(sayWhatIsWrong(io));
            } else {
                throw failure;
            }
            return BAD_INPUT;
        }

        private static String sayWhatIsWrong(IOException failure) {
            if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) {
                return failure.getMessage() + ": no such file or folder";
            }
            if (failure instanceof AccessDeniedException) {
                return failure.getMessage() + ": access denied";
            }
            return String.valueOf(failure.getMessage());
        }
    }
}
