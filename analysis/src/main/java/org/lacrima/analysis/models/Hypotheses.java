package org.lacrima.analysis.models;

import java.util.Arrays;
import java.util.List;

/**
 * Sums of squares of terms: the squared shares that a response has in the directions which a term adds to the terms that its
 * test holds fixed. No sum is the difference of two others, so that small ones keep their digits.
 */
final class Hypotheses {

    private final Design design;
    private final double[][] columns;

    Hypotheses(Design design, double[][] columns) {
        this.design = design;
        this.columns = columns;
    }

    double squares(Design.Block tested, SumsOfSquares type, double[] response) {
        double[][] directions = directions(tested, type);
        return Arrays.stream(directions)
                .mapToDouble(q -> OrthonormalBasis.dot(q, response))
                .map(share -> share * share)
                .sum();
    }

    /** Orthonormal directions that a term adds. */
    double[][] directions(Design.Block tested, SumsOfSquares type) {
        List<Design.Block> held = type.heldFixed(design, tested);
        OrthonormalBasis basis = new OrthonormalBasis();
        held.forEach(block -> addAll(basis, block));
        int before = basis.size();
        addAll(basis, tested);
        return Arrays.copyOfRange(basis.directions(), before, basis.size());
    }

    private void addAll(OrthonormalBasis basis, Design.Block block) {
        for (int j = block.from(); j < block.to(); j++) {
            basis.add(columns[j]);
        }
    }
}
