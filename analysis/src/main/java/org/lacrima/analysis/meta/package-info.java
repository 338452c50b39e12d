/** Several studies together: effects with their variances, pooled. */
@NullMarked
package org.lacrima.analysis.meta;

import org.jspecify.annotations.NullMarked;
