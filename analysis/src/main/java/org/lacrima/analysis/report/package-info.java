/**
 * Results for readers: one page of HTML for a browser or a printer, a summary for a terminal. Numbers are taken from the
 * {@linkplain org.lacrima.analysis.compare.Comparison comparison} as they are and become text only here.
 */
@NullMarked
package org.lacrima.analysis.report;

import org.jspecify.annotations.NullMarked;
