package org.lacrima.io.bids;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A file name of BIDS: {@code sub-01_task-film_recording-belt_physio.tsv.gz}.
 *
 * @param entities the parts before the last, each with its key: {@code sub-01}, {@code task-film}
 * @param suffix what the file holds: {@code physio}
 * @param extension from the first point on: {@code .tsv.gz}
 */
public record BidsName(Set<String> entities, String suffix, String extension) {

    /** The parts of a file name, whatever it is. */
    public static BidsName parse(String fileName) {
        int point = fileName.indexOf('.');
        String stem = point < 0 ? fileName : fileName.substring(0, point);
        List<String> parts = List.of(stem.split("_", -1));
        int last = parts.size() - 1;
        return new BidsName(
                new LinkedHashSet<>(parts.subList(0, last)),
                parts.get(last),
                point < 0 ? "" : fileName.substring(point));
    }

    /** Whether this is the sidecar of a file: of the same kind, and said of at least what the file is. */
    public boolean describes(BidsName file) {
        return extension.equals(".json") && suffix.equals(file.suffix) && file.entities.containsAll(entities);
    }

    /** Whether this is a continuous recording ({@code physio}). */
    public boolean isPhysio() {
        return suffix.equals("physio") && (extension.equals(".tsv.gz") || extension.equals(".tsv"));
    }
}
