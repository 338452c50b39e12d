/** How fast is it? One class per question, each with the straightforward implementation beside the library's. */
@NullMarked
package org.lacrima.benchmarks;

import org.jspecify.annotations.NullMarked;
