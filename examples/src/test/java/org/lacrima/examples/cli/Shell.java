package org.lacrima.examples.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs the command line inside the test and keeps what it prints. */
record Shell(int status, String out, String err) {
    static Shell run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Lacrima.run(args, new PrintWriter(out), new PrintWriter(err));
        return new Shell(status, out.toString(), err.toString());
    }
}
