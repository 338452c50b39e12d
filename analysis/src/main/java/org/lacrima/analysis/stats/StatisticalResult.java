package org.lacrima.analysis.stats;

import java.util.List;
import org.lacrima.core.table.ResultTable;

/** A result that prints itself: as a sentence for a paper and as a row with every number needed to recompute it. */
public interface StatisticalResult {

    /** The result as a sentence in APA style. */
    String apa();

    /**
     * The result as a table of one row: one column per number, word or limit of an interval; what could not be estimated
     * is a cell with its reason.
     *
     * @param tableName name of the table, fit for a file
     */
    default ResultTable toTable(String tableName) {
        return RecordRow.of(tableName, apa(), this);
    }

    /**
     * Results of one kind as a table of one row each.
     *
     * @param tableName name of the table, fit for a file
     * @param caption one sentence for a reader
     * @param results at least one result, all of one kind
     */
    static ResultTable toTable(String tableName, String caption, List<? extends StatisticalResult> results) {
        if (results.isEmpty()) {
            throw new IllegalArgumentException("table " + tableName + " needs a result, got none");
        }
        List<ResultTable> rows = results.stream().map(r -> r.toTable(tableName)).toList();
        return new ResultTable(
                tableName,
                caption,
                rows.get(0).columns(),
                rows.stream().flatMap(table -> table.rows().stream()).toList());
    }
}
