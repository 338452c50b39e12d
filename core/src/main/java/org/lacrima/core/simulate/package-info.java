/** Virtual participants whose truth is known: what every estimator and every verdict can be tried on. */
@NullMarked
package org.lacrima.core.simulate;

import org.jspecify.annotations.NullMarked;
