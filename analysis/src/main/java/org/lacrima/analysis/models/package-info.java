/**
 * Linear models with categories and covariates (analysis of variance and covariance), repeated measures, and mixed models
 * whose people differ in level and course: a formula and a table in, results that hold every number out.
 */
@NullMarked
package org.lacrima.analysis.models;

import org.jspecify.annotations.NullMarked;
