/** Immutable samples of one quantity in one unit, with their times, and the windows cut from them. */
@NullMarked
package org.lacrima.core.series;

import org.jspecify.annotations.NullMarked;
