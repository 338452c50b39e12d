/** How far a person was moved by a task, and how far back they came: change scores, time to recovery, curves. */
@NullMarked
package org.lacrima.core.recovery;

import org.jspecify.annotations.NullMarked;
