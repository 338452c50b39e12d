/** What coders saw a person do, from BORIS, ELAN and The Observer. */
@NullMarked
package org.lacrima.io.behaviour;

import org.jspecify.annotations.NullMarked;
