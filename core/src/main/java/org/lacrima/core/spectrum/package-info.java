/**
 * Spectra of a heart's rhythm: from intervals at the times of their beats to power in ms² per Hz.
 *
 * <p>{@link org.lacrima.core.spectrum.Resampling} makes an evenly sampled
 * {@link org.lacrima.core.spectrum.Tachogram} of the beats; {@link org.lacrima.core.spectrum.Welch} and the other
 * estimators make a {@link org.lacrima.core.spectrum.Spectrum}, from which the power in a
 * {@link org.lacrima.core.spectrum.Band} is read. Power is absolute: a sine of amplitude A ms holds A²/2 ms².
 */
@NullMarked
package org.lacrima.core.spectrum;

import org.jspecify.annotations.NullMarked;
