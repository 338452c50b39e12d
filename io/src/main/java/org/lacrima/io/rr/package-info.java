/** RR intervals and beat times from plain text. */
@NullMarked
package org.lacrima.io.rr;

import org.jspecify.annotations.NullMarked;
