package org.lacrima.core.series;

/**
 * How one window lies to another on the line of time. Of any two windows that have a length exactly one holds.
 *
 * <p>Source: Allen 1983, doi:10.1145/182.358434.
 */
public enum WindowRelation {
    /** It ends before the other starts. */
    BEFORE,
    /** It ends where the other starts. */
    MEETS,
    /** It starts first and ends inside the other. */
    OVERLAPS,
    /** Both start together, it ends first. */
    STARTS,
    /** It starts later and ends sooner than the other. */
    DURING,
    /** Both end together, it starts later. */
    FINISHES,
    /** Both start and end together. */
    EQUALS,
    /** Both end together, it starts first. */
    FINISHED_BY,
    /** It starts sooner and ends later than the other. */
    CONTAINS,
    /** Both start together, it ends later. */
    STARTED_BY,
    /** It starts inside the other and ends later. */
    OVERLAPPED_BY,
    /** It starts where the other ends. */
    MET_BY,
    /** It starts after the other has ended. */
    AFTER;

    /** The relation of the other window to the one: before turns into after, equals stays. */
    public WindowRelation inverse() {
        return switch (this) {
            case BEFORE -> AFTER;
            case MEETS -> MET_BY;
            case OVERLAPS -> OVERLAPPED_BY;
            case STARTS -> STARTED_BY;
            case DURING -> CONTAINS;
            case FINISHES -> FINISHED_BY;
            case EQUALS -> EQUALS;
            case FINISHED_BY -> FINISHES;
            case CONTAINS -> DURING;
            case STARTED_BY -> STARTS;
            case OVERLAPPED_BY -> OVERLAPS;
            case MET_BY -> MEETS;
            case AFTER -> BEFORE;
        };
    }

    static WindowRelation between(Window a, Window b) {
        int starts = Double.compare(a.startSeconds(), b.startSeconds());
        int ends = Double.compare(a.endSeconds(), b.endSeconds());
        if (starts == 0) {
            return ends == 0 ? EQUALS : ends < 0 ? STARTS : STARTED_BY;
        }
        if (ends == 0) {
            return starts > 0 ? FINISHES : FINISHED_BY;
        }
        if (starts < 0 && ends > 0) {
            return CONTAINS;
        }
        if (starts > 0 && ends < 0) {
            return DURING;
        }
        return starts < 0 ? sooner(a, b) : sooner(b, a).inverse();
    }

    private static WindowRelation sooner(Window a, Window b) {
        int gap = Double.compare(a.endSeconds(), b.startSeconds());
        return gap < 0 ? BEFORE : gap == 0 ? MEETS : OVERLAPS;
    }
}
