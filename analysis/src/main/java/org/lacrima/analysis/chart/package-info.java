/**
 * Pictures of results, one visual language for all: drawn by JFreeChart without a display, given out as SVG or PNG at
 * the size a journal prints. Each class draws one kind of picture from results in one call and returns a
 * {@link org.lacrima.analysis.chart.Chart}.
 */
@NullMarked
package org.lacrima.analysis.chart;

import org.jspecify.annotations.NullMarked;
