/** AcqKnowledge recordings of BIOPAC. */
@NullMarked
package org.lacrima.io.acq;

import org.jspecify.annotations.NullMarked;
