package org.lacrima.io.saliva;

import java.util.Locale;
import java.util.Optional;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.io.text.DecimalMark;
import org.lacrima.io.text.DelimitedTable;

/** Concentrations and their units as laboratories write them. */
public final class Concentrations {
    private Concentrations() {}

    /**
     * The sample of a cell: a number is a concentration; {@code n/a}, an empty cell and words ({@code insufficient volume})
     * are a missing sample with that reason.
     *
     * @return empty where the cell is neither: text in a number ({@code 7l2}, {@code O.25}), a negative number, a limit of detection
     *     ({@code <LOD}, {@code <0.5})
     */
    public static Optional<SalivaSample> sample(String name, double minutes, String cell, DecimalMark mark) {
        if (DelimitedTable.isMissing(cell)) {
            return Optional.of(SalivaSample.missing(name, minutes, DelimitedTable.MISSING));
        }
        double value = mark.parse(cell);
        if (Double.isNaN(value)) {
            return isWords(cell) ? Optional.of(SalivaSample.missing(name, minutes, cell)) : Optional.empty();
        }
        return value >= 0 && !Double.isInfinite(value)
                ? Optional.of(SalivaSample.of(name, minutes, value))
                : Optional.empty();
    }

    /**
     * Whether a cell begins as words do, after marks such as {@code /} or {@code (}: {@code /empty}, {@code no sample}. A
     * single word with a digit in it is a number that went wrong: {@code O.25}, {@code l2}.
     */
    private static boolean isWords(String cell) {
        int i = 0;
        while (i < cell.length() && "/(-\"'".indexOf(cell.charAt(i)) >= 0) {
            i++;
        }
        boolean oneWord = cell.chars().noneMatch(Character::isWhitespace);
        boolean spoiltNumber = oneWord && cell.chars().anyMatch(Character::isDigit);
        return i == cell.length() || (Character.isLetter(cell.charAt(i)) && !spoiltNumber);
    }

    /** The unit of a text, with one spelling for those in common use. */
    public static Unit unit(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT).replace(" ", "");
        return switch (plain) {
            case "nmol/l", "nmoll-1", "nm", "nmol·l⁻¹" -> Unit.NMOL_PER_L;
            case "ug/dl", "µg/dl", "μg/dl", "mcg/dl" -> new Unit("µg/dL");
            case "ng/ml" -> new Unit("ng/mL");
            case "pg/ml" -> new Unit("pg/mL");
            case "u/ml" -> new Unit("U/mL");
            default -> new Unit(text.strip());
        };
    }
}
