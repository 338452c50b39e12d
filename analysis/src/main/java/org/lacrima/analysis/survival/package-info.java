/** Times to an event that some people do not reach while observed: curves, tests and regression. */
@NullMarked
package org.lacrima.analysis.survival;

import org.jspecify.annotations.NullMarked;
