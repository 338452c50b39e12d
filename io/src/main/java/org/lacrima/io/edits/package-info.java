/** The log of beat edits: JSON Lines that make a corrected recording again from the measured one, bit by bit. */
@NullMarked
package org.lacrima.io.edits;

import org.jspecify.annotations.NullMarked;
