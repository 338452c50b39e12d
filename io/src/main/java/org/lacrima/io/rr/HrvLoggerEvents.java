package org.lacrima.io.rr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacrima.io.Marker;
import org.lacrima.io.ReadLog;
import org.lacrima.io.text.DelimitedTable;
import org.lacrima.io.text.SourceText;

/** The second file of HRV Logger: {@code date, timestamp, annotation, manual}, times in s from the start of the first. */
final class HrvLoggerEvents {
    private HrvLoggerEvents() {}

    static List<Marker> read(Path file, String name, ReadLog log) throws IOException {
        Optional<DelimitedTable> table =
                SourceText.read(file, name, log).flatMap(t -> DelimitedTable.parse(t, ',', log));
        if (table.isEmpty() || !table.get().requires(log, "timestamp", "annotation")) {
            return List.of();
        }
        List<Marker> markers = new ArrayList<>();
        Map<Marker, Integer> lines = new HashMap<>();
        for (DelimitedTable.Row row : table.get().rows()) {
            double seconds = table.get().requiredNumber(row, "timestamp", log);
            if (Double.isNaN(seconds)) {
                continue;
            }
            Marker marker = Marker.at(seconds, table.get().cell(row, "annotation"));
            Integer before = lines.putIfAbsent(marker, row.line());
            if (before != null) {
                log.warning(name, row.line(), "annotation", "repeats line " + before + ": taken once", "");
                continue;
            }
            markers.add(marker);
        }
        markers.sort(Comparator.comparingDouble(Marker::onsetSeconds));
        return markers;
    }
}
