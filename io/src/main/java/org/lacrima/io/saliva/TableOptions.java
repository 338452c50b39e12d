package org.lacrima.io.saliva;

import java.util.List;
import java.util.Optional;
import org.lacrima.core.metric.Unit;
import org.lacrima.io.text.DecimalMark;

/** What a caller says of a saliva table that the table does not say. */
record TableOptions(
        List<Double> minutes,
        Optional<String> groupColumn,
        Optional<String> analyte,
        Optional<Unit> unit,
        Optional<DecimalMark> mark,
        BelowDetection belowDetection) {
    static final TableOptions DEFAULTS = new TableOptions(
            List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), BelowDetection.REFUSED);

    TableOptions withMinutes(List<Double> newMinutes) {
        return new TableOptions(newMinutes, groupColumn, analyte, unit, mark, belowDetection);
    }

    TableOptions withGroupColumn(String column) {
        return new TableOptions(minutes, Optional.of(column), analyte, unit, mark, belowDetection);
    }

    TableOptions withAnalyte(String name) {
        return new TableOptions(minutes, groupColumn, Optional.of(name), unit, mark, belowDetection);
    }

    TableOptions withUnit(Unit newUnit) {
        return new TableOptions(minutes, groupColumn, analyte, Optional.of(newUnit), mark, belowDetection);
    }

    TableOptions withMark(DecimalMark newMark) {
        return new TableOptions(minutes, groupColumn, analyte, unit, Optional.of(newMark), belowDetection);
    }

    TableOptions withBelowDetection(BelowDetection newBelowDetection) {
        return new TableOptions(minutes, groupColumn, analyte, unit, mark, newBelowDetection);
    }
}
