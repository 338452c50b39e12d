package org.lacrima.io.rr;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lacrima.core.series.BeatLabel;

/** Beat labels as files write them: words, and the symbols of PhysioNet's annotations. */
public final class BeatWords {
    private static final Map<String, BeatLabel> WORDS = Map.ofEntries(
            Map.entry("", BeatLabel.NORMAL),
            Map.entry("n/a", BeatLabel.NORMAL),
            Map.entry("normal", BeatLabel.NORMAL),
            Map.entry("ectopic", BeatLabel.ECTOPIC),
            Map.entry("artifact", BeatLabel.ARTIFACT),
            Map.entry("artefact", BeatLabel.ARTIFACT),
            Map.entry("corrected", BeatLabel.CORRECTED));
    /** Beats that the sinus node does not start: the codes of wfdb's ecgcodes.h but normal, bundle branch and paced. */
    private static final String ECTOPIC_SYMBOLS = "AaJSVFejErn!";

    private BeatWords() {}

    /** The label of a word or symbol; empty where it is neither. */
    public static Optional<BeatLabel> parse(String word) {
        String stripped = word.strip();
        if (stripped.length() == 1) {
            char symbol = stripped.charAt(0);
            if ("NLRB/f".indexOf(symbol) >= 0) {
                return Optional.of(BeatLabel.NORMAL);
            }
            if (ECTOPIC_SYMBOLS.indexOf(symbol) >= 0) {
                return Optional.of(BeatLabel.ECTOPIC);
            }
            return "Q?|~".indexOf(symbol) >= 0 ? Optional.of(BeatLabel.ARTIFACT) : Optional.empty();
        }
        return Optional.ofNullable(WORDS.get(stripped.toLowerCase(Locale.ROOT)));
    }
}
