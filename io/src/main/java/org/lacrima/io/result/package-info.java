/** Results as TSV, JSON and Tablesaw tables. */
@NullMarked
package org.lacrima.io.result;

import org.jspecify.annotations.NullMarked;
