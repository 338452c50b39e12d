/** Text as laboratories have it: character sets, line ends, delimiters, decimal marks, quoted cells. */
@NullMarked
package org.lacrima.io.text;

import org.jspecify.annotations.NullMarked;
