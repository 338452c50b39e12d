/** Saliva concentrations from wide and long tables. */
@NullMarked
package org.lacrima.io.saliva;

import org.jspecify.annotations.NullMarked;
