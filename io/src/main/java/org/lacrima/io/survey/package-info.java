/** Answers to questionnaires as survey services export them. */
@NullMarked
package org.lacrima.io.survey;

import org.jspecify.annotations.NullMarked;
