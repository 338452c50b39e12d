package org.lacrima.io.saliva;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lacrima.core.metric.Unit;

/** What a caller says of a laboratory's table that the table does not say. */
record LabOptions(List<Double> minutes, Optional<Unit> unit, OptionalDouble detectionLimit, Optional<LocalTime> zero) {
    static final LabOptions DEFAULTS =
            new LabOptions(List.of(), Optional.empty(), OptionalDouble.empty(), Optional.empty());
}
