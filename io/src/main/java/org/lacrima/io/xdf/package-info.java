/** Recordings of the lab streaming layer. */
@NullMarked
package org.lacrima.io.xdf;

import org.jspecify.annotations.NullMarked;
