package org.lacrima.analysis.models;

import java.util.List;

/**
 * Which other terms the test of a term holds fixed. With equal cells the three agree; with unequal ones they are answers to
 * different questions (Langsrud 2003, doi:10.1023/A:1023260610025).
 */
public enum SumsOfSquares {
    /** Those that stand before it in the formula. */
    TYPE_I("I"),
    /** All but those that contain it: has the most power for main effects where there is no interaction. */
    TYPE_II("II"),
    /** All others, categories coded to sum to zero: tests the means of the cells with equal weights; R's {@code car}. */
    TYPE_III("III");

    private final String numeral;

    SumsOfSquares(String numeral) {
        this.numeral = numeral;
    }

    /** The Roman numeral of the type. */
    public String numeral() {
        return numeral;
    }

    /** The blocks of a design that the test of one of them holds fixed. */
    List<Design.Block> heldFixed(Design design, Design.Block tested) {
        return design.blocks().stream()
                .filter(b -> !b.equals(tested))
                .filter(b -> holdsFixed(b, tested))
                .toList();
    }

    private boolean holdsFixed(Design.Block other, Design.Block tested) {
        return switch (this) {
            case TYPE_I -> other.to() <= tested.from();
            case TYPE_II -> !other.term().contains(tested.term());
            case TYPE_III -> true;
        };
    }
}
