/** Binary files: bounded reading at a place, and samples that lie interleaved. */
@NullMarked
package org.lacrima.io.binary;

import org.jspecify.annotations.NullMarked;
