/** Mains that show how the library is used, each runnable with one command. */
@NullMarked
package org.lacrima.examples;

import org.jspecify.annotations.NullMarked;
