/** How far coders, items and devices agree. */
@NullMarked
package org.lacrima.analysis.agreement;

import org.jspecify.annotations.NullMarked;
