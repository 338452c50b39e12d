/** Recordings of wrist devices. */
@NullMarked
package org.lacrima.io.wearable;

import org.jspecify.annotations.NullMarked;
