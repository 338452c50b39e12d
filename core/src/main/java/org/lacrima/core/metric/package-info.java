/** The contract of every number in the library: a value with unit and n, or the reason why there is none. */
@NullMarked
package org.lacrima.core.metric;

import org.jspecify.annotations.NullMarked;
