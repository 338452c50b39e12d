package org.lacrima.analysis.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lacrima.analysis.models.Frame.Factor;

/** The grid of all combinations of levels, covariates at their means, as design rows to be averaged. */
final class Grid {

    /** Stands between the levels of a key; no label holds it. */
    static final String SEPARATOR = "\u001f";

    private final Frame frame;
    private final double[][] columns;

    private Grid(Frame frame, double[][] columns) {
        this.frame = frame;
        this.columns = columns;
    }

    static Grid of(FixedPart fixed) {
        Frame frame = frame(fixed, "", 0);
        return new Grid(frame, fixed.design().columns(frame));
    }

    /** How the design rows change where a covariate grows by one. */
    Grid slopesOf(FixedPart fixed, String covariate) {
        fixed.frame().number(covariate);
        double[][] more = fixed.design().columns(frame(fixed, covariate, 1));
        for (int j = 0; j < more.length; j++) {
            for (int i = 0; i < more[j].length; i++) {
                more[j][i] -= columns[j][i];
            }
        }
        return new Grid(frame, more);
    }

    private static Frame frame(FixedPart fixed, String raised, double by) {
        Frame data = fixed.frame();
        List<String> used = new ArrayList<>();
        fixed.formula()
                .terms()
                .forEach(t ->
                        t.variables().stream().filter(v -> !used.contains(v)).forEach(used::add));
        int rows = 1;
        for (String name : used) {
            rows *= data.isFactor(name) ? data.factor(name).levels().size() : 1;
        }
        Map<String, double[]> numbers = new LinkedHashMap<>();
        Map<String, Factor> categories = new LinkedHashMap<>();
        int repeat = 1;
        for (String name : used) {
            if (data.isFactor(name)) {
                List<String> levels = data.factor(name).levels();
                int[] codes = new int[rows];
                for (int i = 0; i < rows; i++) {
                    codes[i] = i / repeat % levels.size();
                }
                repeat *= levels.size();
                categories.put(name, new Factor(levels, codes));
            } else {
                double[] column = new double[rows];
                double mean = Arrays.stream(data.number(name)).average().orElse(0);
                Arrays.fill(column, mean + (name.equals(raised) ? by : 0));
                numbers.put(name, column);
            }
        }
        return new Frame(rows, numbers, categories, Map.of(), Map.of());
    }

    /** The average design row of each combination of levels of some categories, the first varying slowest. */
    Map<String, double[]> means(List<String> factors) {
        Map<String, double[]> sums = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        keys(factors, 0, "", sums);
        for (int i = 0; i < frame.rows(); i++) {
            List<String> levels = new ArrayList<>();
            for (String factor : factors) {
                Factor f = frame.factor(factor);
                levels.add(f.levels().get(f.codes()[i]));
            }
            String key = String.join(SEPARATOR, levels);
            double[] sum = sums.get(key);
            if (sum == null) {
                throw new IllegalStateException("no cell " + levels);
            }
            for (int j = 0; j < columns.length; j++) {
                sum[j] += columns[j][i];
            }
            counts.merge(key, 1, Integer::sum);
        }
        sums.forEach((key, sum) -> {
            for (int j = 0; j < sum.length; j++) {
                sum[j] /= counts.getOrDefault(key, 1);
            }
        });
        return sums;
    }

    private void keys(List<String> factors, int depth, String prefix, Map<String, double[]> sums) {
        if (depth == factors.size()) {
            sums.put(prefix, new double[columns.length]);
            return;
        }
        for (String level : frame.factor(factors.get(depth)).levels()) {
            keys(factors, depth + 1, depth == 0 ? level : prefix + SEPARATOR + level, sums);
        }
    }
}
