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
}
