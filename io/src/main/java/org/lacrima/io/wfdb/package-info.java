/** WFDB records of PhysioNet: headers, signal files, annotations. */
@NullMarked
package org.lacrima.io.wfdb;

import org.jspecify.annotations.NullMarked;
