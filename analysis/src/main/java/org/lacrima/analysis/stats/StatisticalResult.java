package org.lacrima.analysis.stats;

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
}
