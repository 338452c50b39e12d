package org.lacrima.analysis.models;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lacrima.analysis.models.ModelFormula.Term;
import org.lacrima.analysis.stats.Inference;

/**
 * The fixed part of a model on its data: response, design columns and their orthonormal basis, known to be of full rank.
 */
final class FixedPart {

    /** Share of the squares of a response below which what is left is rounding. */
    private static final double ROUNDING = 1e-26;

    private final ModelFormula formula;
    private final Frame frame;
    private final Design design;
    private final double[] response;
    private final OrthonormalBasis basis;

    private FixedPart(ModelFormula formula, Frame frame, Design design, double[] response, OrthonormalBasis basis) {
        this.formula = formula;
        this.frame = frame;
        this.design = design;
        this.response = response;
        this.basis = basis;
    }

    ModelFormula formula() {
        return formula;
    }

    Frame frame() {
        return frame;
    }

    Design design() {
        return design;
    }

    double[] response() {
        return response;
    }

    OrthonormalBasis basis() {
        return basis;
    }

    static Inference<FixedPart> of(ModelFormula formula, ModelData data, Coding coding) {
        Set<String> groupings = new HashSet<>();
        formula.random().forEach(r -> groupings.addAll(r.grouping()));
        Frame frame = Frame.of(data, formula.variables(), Set.of(), groupings);
        double[] response = frame.number(formula.response());
        if (frame.rows() == 0) {
            return Inference.notEstimable("no row has all of " + formula.variables() + missing(frame));
        }
        for (Term term : formula.terms()) {
            for (String variable : term.variables()) {
                if (variable.equals(formula.response())) {
                    throw new IllegalArgumentException(variable + " stands on both sides of " + formula);
                }
                if (frame.isFactor(variable) && frame.factor(variable).levels().size() < 2) {
                    return Inference.notEstimable(variable + " has one level only, "
                            + frame.factor(variable).levels().get(0) + ", and nothing to compare it with"
                            + missing(frame));
                }
            }
        }
        Design design = new Design(formula.hasIntercept(), formula.terms(), coding, frame);
        OrthonormalBasis basis = new OrthonormalBasis();
        double[][] columns = design.columns(frame);
        for (int j = 0; j < columns.length; j++) {
            if (!basis.add(columns[j])) {
                return Inference.notEstimable(collinear(design, j, frame));
            }
        }
        if (frame.rows() <= design.columns()) {
            return Inference.notEstimable(String.format(
                    Locale.ROOT,
                    "%d observations and %d coefficients leave nothing to estimate an error from%s",
                    frame.rows(),
                    design.columns(),
                    missing(frame)));
        }
        double[] rest = basis.rest(response);
        double squares = OrthonormalBasis.dot(rest, rest);
        if (!(squares > ROUNDING * OrthonormalBasis.dot(response, response))) {
            return Inference.notEstimable(formula.response()
                    + " is constant or fitted without error: there is no spread to compare an effect with");
        }
        return Inference.of(new FixedPart(formula, frame, design, response, basis));
    }

    private static String missing(Frame frame) {
        return frame.leftOut().isEmpty() ? "" : "; left out: " + frame.leftOut();
    }

    private static String collinear(Design design, int column, Frame frame) {
        Term term = design.blocks().stream()
                .filter(b -> b.from() <= column && column < b.to())
                .findFirst()
                .orElseThrow()
                .term();
        return emptyCell(term, frame)
                .orElse(design.names().get(column) + " is a linear combination of the columns before it ("
                        + String.join(", ", design.names().subList(0, column))
                        + "): leave one of them out");
    }

    /** The first combination of the levels of a term that no row has. */
    private static Optional<String> emptyCell(Term term, Frame frame) {
        List<String> factors = term.variables().stream().filter(frame::isFactor).toList();
        if (factors.size() < 2) {
            return Optional.empty();
        }
        Set<String> occurring = new HashSet<>(frame.crossed(factors).levels());
        List<String> cells = new ArrayList<>(List.of(""));
        for (String factor : factors) {
            List<String> longer = new ArrayList<>();
            for (String cell : cells) {
                for (String level : frame.factor(factor).levels()) {
                    longer.add(cell.isEmpty() ? level : cell + ":" + level);
                }
            }
            cells = longer;
        }
        return cells.stream()
                .filter(cell -> !occurring.contains(cell))
                .findFirst()
                .map(cell -> "no row has " + String.join(":", factors) + " = " + cell + ", so that " + term.label()
                        + " cannot be estimated: leave it out, or the level");
    }
}
