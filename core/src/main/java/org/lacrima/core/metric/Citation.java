package org.lacrima.core.metric;

/**
 * Where a definition comes from.
 *
 * @param authors family names, as in a running text: {@code Lipponen & Tarvainen}
 * @param year year of publication
 * @param doi digital object identifier without a resolver's address; empty where there is none
 */
public record Citation(String authors, int year, String doi) {
    /** Task Force of the European Society of Cardiology and NASPE, the standard of HRV measurement. */
    public static final Citation TASK_FORCE_1996 =
            new Citation("Task Force of the ESC and NASPE", 1996, "10.1161/01.CIR.93.5.1043");

    @Override
    public String toString() {
        return authors + " " + year + (doi.isEmpty() ? "" : ", doi:" + doi);
    }
}
