/** The study folder: participants, plan, beats, events, phenotype. */
@NullMarked
package org.lacrima.io.study;

import org.jspecify.annotations.NullMarked;
