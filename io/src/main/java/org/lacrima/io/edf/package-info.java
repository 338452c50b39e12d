/** EDF, EDF+ and BDF recordings. */
@NullMarked
package org.lacrima.io.edf;

import org.jspecify.annotations.NullMarked;
