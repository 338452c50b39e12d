/** Tests, effect sizes, resampling and multiplicity: configured immutable procedures whose results hold every number. */
@NullMarked
package org.lacrima.analysis.stats;

import org.jspecify.annotations.NullMarked;
