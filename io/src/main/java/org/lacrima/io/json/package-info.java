/** JSON in which what is wrong has a line, and JSON that looks the same on every machine. */
@NullMarked
package org.lacrima.io.json;

import org.jspecify.annotations.NullMarked;
