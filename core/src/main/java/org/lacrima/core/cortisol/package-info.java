/** Saliva samples of one person as outcomes: areas, increases, slopes, responder rules. For any analyte. */
@NullMarked
package org.lacrima.core.cortisol;

import org.jspecify.annotations.NullMarked;
