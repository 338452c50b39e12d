/** Continuous recordings as the Brain Imaging Data Structure (BIDS) has them. */
@NullMarked
package org.lacrima.io.bids;

import org.jspecify.annotations.NullMarked;
