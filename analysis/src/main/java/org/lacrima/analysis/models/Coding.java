package org.lacrima.analysis.models;

/**
 * How a category of k levels becomes k − 1 columns of a design. The choice decides what single coefficients mean; predicted
 * values, marginal means and the tests of whole terms are the same under each.
 */
public enum Coding {
    /** Column j is 1 at level j + 1: differences from the first level, as {@code contr.treatment} in R. */
    TREATMENT {
        @Override
        double at(int level, int column, int levels) {
            return level == column + 1 ? 1 : 0;
        }

        @Override
        String label(String variable, String level, int column) {
            return variable + level;
        }
    },
    /** Column j is 1 at level j and −1 at the last: deviations from the mean of the levels, as {@code contr.sum} in R. */
    SUM {
        @Override
        double at(int level, int column, int levels) {
            return level == column ? 1 : level == levels - 1 ? -1 : 0;
        }
    },
    /**
     * Column j compares level j + 1 with the mean of those before it: −1 at each of these, j at level j + 1, as
     * {@code contr.helmert} in R.
     */
    HELMERT {
        @Override
        double at(int level, int column, int levels) {
            return level <= column ? -1 : level == column + 1 ? column + 1 : 0;
        }
    };

    abstract double at(int level, int column, int levels);

    /** Name of a column, as R prints it. */
    String label(String variable, String level, int column) {
        return variable + (column + 1);
    }
}
