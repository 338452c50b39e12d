/** From a study to its results: outcomes per person, groups compared outcome by outcome, every exclusion with its reason. */
@NullMarked
package org.lacrima.analysis.compare;

import org.jspecify.annotations.NullMarked;
