package org.lacrima.core.state;

/**
 * How the two branches differ from rest: the modes of autonomic control of Berntson, Cacioppo &amp; Quigley 1991,
 * doi:10.1037/0033-295X.98.4.459. A change inside the dead zone counts as none.
 */
public enum AutonomicMode {
    /** Neither branch has changed. */
    REST,
    /** Vagal up, sympathetic down. */
    RECIPROCAL_VAGAL,
    /** Vagal down, sympathetic up. */
    RECIPROCAL_SYMPATHETIC,
    /** Both up: what Gross, Fredrickson &amp; Levenson 1994 make one expect of crying. */
    COACTIVATION,
    /** Both down. */
    COINHIBITION,
    /** Vagal up alone. */
    UNCOUPLED_VAGAL_ACTIVATION,
    /** Vagal down alone. */
    UNCOUPLED_VAGAL_WITHDRAWAL,
    /** Sympathetic up alone. */
    UNCOUPLED_SYMPATHETIC_ACTIVATION,
    /** Sympathetic down alone. */
    UNCOUPLED_SYMPATHETIC_WITHDRAWAL;

    /** The mode of a change in both branches, in SD of rest. */
    static AutonomicMode of(double vagal, double sympathetic, double deadZone) {
        int v = direction(vagal, deadZone);
        int s = direction(sympathetic, deadZone);
        if (v == 0) {
            return s == 0 ? REST : s > 0 ? UNCOUPLED_SYMPATHETIC_ACTIVATION : UNCOUPLED_SYMPATHETIC_WITHDRAWAL;
        }
        if (s == 0) {
            return v > 0 ? UNCOUPLED_VAGAL_ACTIVATION : UNCOUPLED_VAGAL_WITHDRAWAL;
        }
        if (v == s) {
            return v > 0 ? COACTIVATION : COINHIBITION;
        }
        return v > 0 ? RECIPROCAL_VAGAL : RECIPROCAL_SYMPATHETIC;
    }

    private static int direction(double change, double deadZone) {
        return Math.abs(change) <= deadZone ? 0 : (int) Math.signum(change);
    }
}
