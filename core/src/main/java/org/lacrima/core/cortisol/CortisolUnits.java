package org.lacrima.core.cortisol;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;

/**
 * Converts cortisol concentrations by the molar mass of cortisol, 362.46 g/mol: {@code 1 µg/dL = 27.58925 nmol/L},
 * {@code 1 ng/mL = 2.758925 nmol/L}. A unit is converted, not a method: assays are calibrated differently.
 */
public final class CortisolUnits {
    private static final double GRAMS_PER_MOL = 362.46;
    private static final double PER_NANOGRAM_PER_ML = 1000 / GRAMS_PER_MOL;
    private static final double PER_MICROGRAM_PER_DL = 10 * PER_NANOGRAM_PER_ML;

    /** nmol/L in one of each unit; keys in small letters with a plain u for micro. */
    private static final Map<String, Double> NMOL_PER_LITRE = Map.of(
            "nmol/l",
            1.0,
            "nm",
            1.0,
            "pmol/ml",
            1.0,
            "ug/dl",
            PER_MICROGRAM_PER_DL,
            "mcg/dl",
            PER_MICROGRAM_PER_DL,
            "ng/ml",
            PER_NANOGRAM_PER_ML,
            "ug/l",
            PER_NANOGRAM_PER_ML,
            "ng/dl",
            PER_NANOGRAM_PER_ML / 100,
            "pg/ml",
            PER_NANOGRAM_PER_ML / 1000);

    private CortisolUnits() {}

    /** How many nmol/L one of a unit is; empty where the unit is none of cortisol's. */
    public static OptionalDouble nmolPerLitreIn(Unit unit) {
        String key = unit.symbol()
                .replace('µ', 'u')
                .replace('μ', 'u')
                .replace(" ", "")
                .toLowerCase(Locale.ROOT);
        return Optional.ofNullable(NMOL_PER_LITRE.get(key))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    /**
     * The same samples in nmol/L.
     *
     * @throws IllegalArgumentException if the unit is none of cortisol's
     */
    public static SalivaSeries toNmolPerLitre(SalivaSeries series) {
        double factor = nmolPerLitreIn(series.unit())
                .orElseThrow(() -> new IllegalArgumentException("cannot convert " + series.unit()
                        + " to nmol/L: known are nmol/L, pmol/mL, µg/dL, ng/mL, µg/L, ng/dL and pg/mL"));
        List<SalivaSample> samples = series.samples().stream()
                .map(s -> s.concentration().isPresent()
                        ? SalivaSample.of(
                                s.sample(),
                                s.minutes(),
                                factor * s.concentration().getAsDouble())
                        : s)
                .toList();
        return new SalivaSeries(series.analyte(), Unit.NMOL_PER_L, samples);
    }
}
