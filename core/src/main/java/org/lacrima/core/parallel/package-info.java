/** Work on independent parts by several threads. */
@NullMarked
package org.lacrima.core.parallel;

import org.jspecify.annotations.NullMarked;
