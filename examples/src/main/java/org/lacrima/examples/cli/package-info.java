/**
 * The command line: a thin shell over the library. Data go to standard output, everything else to standard error; exit
 * status 0 done, 1 bad input, 2 bad usage.
 */
@NullMarked
package org.lacrima.examples.cli;

import org.jspecify.annotations.NullMarked;
