/** Signals locked to what a person did: aligned on an onset or offset, averaged, and held against fair onsets of others. */
@NullMarked
package org.lacrima.core.event;

import org.jspecify.annotations.NullMarked;
