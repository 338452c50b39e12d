/**
 * Heart rate variability: the catalogue of metrics of a {@link org.lacrima.core.series.BeatSeries}.
 *
 * <p>A family of metrics is one file ({@link org.lacrima.core.hrv.TimeDomain}, …): each metric in it states name, unit,
 * formula, minimum data, gap rule and source, and is computed from the shared workings of a series.
 * {@link org.lacrima.core.hrv.HrvMetrics} lists all of them.
 */
@NullMarked
package org.lacrima.core.hrv;

import org.jspecify.annotations.NullMarked;
