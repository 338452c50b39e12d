/** Respiratory sinus arrhythmia (also called respiratory heart rate variability, RespHRV), and the breathing behind it. */
@NullMarked
package org.lacrima.core.rsa;

import org.jspecify.annotations.NullMarked;
