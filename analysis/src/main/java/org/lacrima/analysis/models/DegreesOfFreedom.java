package org.lacrima.analysis.models;

/** How the degrees of freedom of t and F in a mixed model are approximated. */
public enum DegreesOfFreedom {
    /**
     * By the variance of the estimated variance: {@code ν = 2v² ⁄ var(v)} with the observed information (Giesbrecht &amp;
     * Burns 1985, doi:10.2307/2530862); several at once by Fai &amp; Cornelius (1996, doi:10.1080/00949659608811740). As
     * lmerTest.
     */
    SATTERTHWAITE("Satterthwaite"),
    /**
     * With standard errors corrected for the variances being estimated, and F scaled to have the moments of an F (Kenward
     * &amp; Roger 1997, doi:10.2307/2533558), with the expected information. As pbkrtest. Needs REML.
     */
    KENWARD_ROGER("Kenward–Roger");

    private final String label;

    DegreesOfFreedom(String label) {
        this.label = label;
    }

    /** Name as printed. */
    public String label() {
        return label;
    }
}
