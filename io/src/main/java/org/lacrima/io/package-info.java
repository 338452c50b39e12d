/** What every reader returns and throws: a value with the problems that were met, and files that are written whole. */
@NullMarked
package org.lacrima.io;

import org.jspecify.annotations.NullMarked;
