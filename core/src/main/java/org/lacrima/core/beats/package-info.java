/**
 * Artifacts of beat series: classified first, corrected then, every correction kept as an edit that can be replayed.
 *
 * <p>A {@link org.lacrima.core.beats.BeatClassifier} says what each beat is and why; a
 * {@link org.lacrima.core.beats.Corrector} acts on it and returns the series together with its edits.
 */
@NullMarked
package org.lacrima.core.beats;

import org.jspecify.annotations.NullMarked;
