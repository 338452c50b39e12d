/** Groups that nobody assigned: weighting by propensity, and how strong a hidden cause would have to be. */
@NullMarked
package org.lacrima.analysis.confounding;

import org.jspecify.annotations.NullMarked;
