/** Results as named columns with units, descriptions and explained absences. */
@NullMarked
package org.lacrima.core.table;

import org.jspecify.annotations.NullMarked;
