/**
 * The definitions as a textbook writes them, with Apache Commons Math where it has one: what the library's algorithms are
 * measured against, and must agree with.
 */
@NullMarked
package org.lacrima.benchmarks.textbook;

import org.jspecify.annotations.NullMarked;
