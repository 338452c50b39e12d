package org.lacrima.analysis.models;

import java.util.List;
import org.lacrima.analysis.models.Frame.Factor;

/**
 * Columns that vary between the levels of a grouping, with any covariance. The columns are divided by their root mean
 * square, so that a slope per second and one per hour are the same problem.
 */
final class RandomTerm {

    private final String grouping;
    private final Factor levels;
    private final List<String> names;
    private final double[][] columns;
    private final double[] scales;

    private RandomTerm(String grouping, Factor levels, List<String> names, double[][] columns, double[] scales) {
        this.grouping = grouping;
        this.levels = levels;
        this.names = names;
        this.columns = columns;
        this.scales = scales;
    }

    static RandomTerm of(ModelFormula.Random random, Coding coding, Frame frame) {
        Design design = new Design(random.intercept(), random.terms(), coding, frame);
        double[][] columns = design.columns(frame);
        double[] scales = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            double size = Math.sqrt(OrthonormalBasis.dot(columns[j], columns[j]) / frame.rows());
            scales[j] = size > 0 ? size : 1;
            for (int i = 0; i < columns[j].length; i++) {
                columns[j][i] /= scales[j];
            }
        }
        return new RandomTerm(random.groupingLabel(), frame.groups(random.grouping()), design.names(), columns, scales);
    }

    String grouping() {
        return grouping;
    }

    List<String> levels() {
        return levels.levels();
    }

    int level(int row) {
        return levels.codes()[row];
    }

    List<String> names() {
        return names;
    }

    int width() {
        return names.size();
    }

    double value(int column, int row) {
        return columns[column][row];
    }

    double scale(int column) {
        return scales[column];
    }
}
