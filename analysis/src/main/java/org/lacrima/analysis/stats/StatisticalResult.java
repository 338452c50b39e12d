package org.lacrima.analysis.stats;

import java.util.List;
import org.lacrima.core.table.ResultTable;

/**
 * A result that prints itself: as a sentence for a paper, as a row of a table, and as tables that hold every number needed to
 * recompute it, which may be written as JSON. A result is a record.
 */
public interface StatisticalResult {

    /** The result as a sentence in APA style. */
    String apa();

    /**
     * The result as a table of one row: one column per number, word or limit of an interval; what could not be estimated
     * is a cell with its reason. A result that is a list, such as a curve or a regression, has one row for each element.
     *
     * @param tableName name of the table, fit for a file
     */
    default ResultTable toTable(String tableName) {
        return RecordRow.of(tableName, apa(), this);
    }

    /**
     * Every number of the result: its row, named as given, then each of its lists as a table named
     * {@code tableName_list}, such as the mean ranks of groups or the steps of a curve, elements in order under {@code index}.
     *
     * @param tableName name of the first table, fit for a file, and beginning of the names of the others
     */
    default List<ResultTable> toTables(String tableName) {
        return RecordRow.tables(tableName, apa(), this);
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
