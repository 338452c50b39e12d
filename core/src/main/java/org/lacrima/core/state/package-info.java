/** Where a person stands between the two branches of the autonomic nervous system, and how they move there. */
@NullMarked
package org.lacrima.core.state;

import org.jspecify.annotations.NullMarked;
