/** From a run of the benchmarks to the table in the documentation, with the peers' times beside the library's. */
@NullMarked
package org.lacrima.benchmarks.report;

import org.jspecify.annotations.NullMarked;
