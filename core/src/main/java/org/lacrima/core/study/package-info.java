/** What a study consists of: participants in groups, sessions with phases and episodes, samples, and its plan. */
@NullMarked
package org.lacrima.core.study;

import org.jspecify.annotations.NullMarked;
