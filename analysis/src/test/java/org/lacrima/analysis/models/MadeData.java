package org.lacrima.analysis.models;

import java.util.ArrayList;
import java.util.List;

/**
 * Observations made by formulas, so that any program can make the equal data: nothing is drawn, and every number is exact
 * to the last digit or differs by rounding of the sine only.
 */
final class MadeData {

    private MadeData() {}

    /**
     * 14 people, {@code i = 0…13}, group crier where i is divisible by 3, else noncrier; age {@code 20 + 7i mod 23};
     * {@code baseline = 6 + sin(1.7i)}; {@code recovery = 0.8·baseline + 0.02·age + 0.3·[crier] + 0.4·sin(5.3i + 1)}.
     */
    static ModelData people() {
        int n = 14;
        double[] age = new double[n];
        double[] baseline = new double[n];
        double[] recovery = new double[n];
        List<String> group = new ArrayList<>();
        List<String> support = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            boolean crier = i % 3 == 0;
            group.add(crier ? "crier" : "noncrier");
            support.add(i % 4 < 2 ? "alone" : "with other");
            age[i] = 20 + 7 * i % 23;
            baseline[i] = 6 + Math.sin(1.7 * i);
            recovery[i] = 0.8 * baseline[i] + 0.02 * age[i] + (crier ? 0.3 : 0) + 0.4 * Math.sin(5.3 * i + 1);
        }
        return ModelData.empty()
                .withNumbers("recovery", recovery)
                .withNumbers("baseline", baseline)
                .withNumbers("age", age)
                .withCategory("group", group)
                .withCategory("support", support);
    }

    /**
     * 9 people, {@code i = 0…8}, with up to six epochs {@code j = 0…5}, of which those are missing where
     * {@code 5i + 3j} is divisible by 7; crier where i is even; {@code time = j⁄2};
     * {@code y = 5 + 0.8·sin(2.3i) + a·time·cos(1.1i) + 0.15·time + 0.3·[crier] + 0.2·sin(4.1i + 2.7j) + 0.1·cos(3j)}.
     *
     * @param a how much slopes differ
     */
    static ModelData courses(double a) {
        List<Double> y = new ArrayList<>();
        List<Double> time = new ArrayList<>();
        List<String> id = new ArrayList<>();
        List<String> epoch = new ArrayList<>();
        List<String> group = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 6; j++) {
                if ((5 * i + 3 * j) % 7 != 0) {
                    double t = j / 2.0;
                    time.add(t);
                    id.add("person " + i);
                    epoch.add("epoch " + j);
                    group.add(i % 2 == 0 ? "crier" : "noncrier");
                    y.add(5
                            + 0.8 * Math.sin(2.3 * i)
                            + a * t * Math.cos(1.1 * i)
                            + 0.15 * t
                            + (i % 2 == 0 ? 0.3 : 0)
                            + 0.2 * Math.sin(4.1 * i + 2.7 * j)
                            + 0.1 * Math.cos(3.0 * j));
                }
            }
        }
        return ModelData.empty()
                .withNumbers("y", y.stream().mapToDouble(v -> v).toArray())
                .withNumbers("time", time.stream().mapToDouble(v -> v).toArray())
                .withCategory("id", id)
                .withCategory("epoch", epoch)
                .withCategory("group", group);
    }
}
