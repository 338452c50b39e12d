package org.lacrima.io.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word that somebody probably meant. */
public final class Nearest {
    private Nearest() {}

    /**
     * The candidate with the fewest letters to change, ignoring case, where that is at most half of the word; one word that
     * begins the other is near too.
     */
    public static Optional<String> to(String word, Collection<String> candidates) {
        String shortened = word.substring(0, Math.min(word.length(), 100));
        return candidates.stream()
                .filter(c -> distance(shortened, c) <= Math.max(1, Math.max(c.length(), shortened.length()) / 2))
                .min(Comparator.comparingInt(c -> distance(shortened, c)));
    }

    /** A remedy that names the nearest of the known words, or all of them where none is near. */
    public static String remedy(String word, Collection<String> known) {
        return to(word, known)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse(known.isEmpty() ? "" : "known are " + String.join(", ", known));
    }

    /** Edit distance (Levenshtein 1966). */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        if (Math.min(a.length(), b.length()) >= 2 && (a.startsWith(b) || b.startsWith(a))) {
            return a.equals(b) ? 0 : 1;
        }
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
