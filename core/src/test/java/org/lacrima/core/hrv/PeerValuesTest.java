package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lacrima.core.Corpus;

/**
 * No value of a package is passed over: each that stands in the packages' files is compared with, or {@code
 * peer-values.tsv} says why it is not. {@code target/agreement-complete.md} lists them all.
 */
class PeerValuesTest {

    /** Why values are not compared here. */
    enum Reason {
        /** Another test compares them; the text names it. */
        ELSEWHERE,
        /** The metric is none of the catalogue's. */
        FOREIGN,
        /** The package has another parameter or a defect. */
        DIFFERS,
        /** Settings, counts of input, or steps towards a value that is compared. */
        STEP
    }

    /**
     * One line of the file.
     *
     * @param peer the package
     * @param key a pointer to its values, {@code *} for any characters
     * @param reason the kind of reason
     * @param text the reason, in words
     */
    record Explanation(String peer, String key, Reason reason, String text) {
        static Explanation parse(String line) {
            String[] cells = line.split("\t", 4);
            return new Explanation(cells[0], cells[1], Reason.valueOf(cells[2].toUpperCase(Locale.ROOT)), cells[3]);
        }

        boolean covers(String otherPeer, String pointer) {
            String regex = Stream.of(key.split("\\*", -1))
                    .map(Pattern::quote)
                    .reduce((a, b) -> a + ".*" + b)
                    .orElseThrow();
            return peer.equals(otherPeer) && pointer.matches(regex);
        }
    }

    @Test
    void everyValueOfEveryPackageIsComparedOrExplained() throws IOException {
        Map<String, TreeMap<String, Integer>> values = values();
        Map<String, String> compared = compared();
        List<Explanation> explanations = explanations();
        Set<Explanation> used = new HashSet<>();
        Set<String> open = new TreeSet<>();
        StringBuilder table = new StringBuilder("| package | value | recordings | how |\n| --- | --- | ---: | --- |\n");
        values.forEach((peer, pointers) -> pointers.forEach((pointer, recordings) -> {
            String how = compared.get(peer + pointer);
            if (how == null) {
                Explanation explanation = explanations.stream()
                        .filter(e -> e.covers(peer, pointer))
                        .findFirst()
                        .orElse(null);
                if (explanation == null) {
                    open.add(peer + " " + pointer);
                    return;
                }
                used.add(explanation);
                how = explanation.reason().name().toLowerCase(Locale.ROOT) + ": " + explanation.text();
            }
            table.append(String.format(Locale.ROOT, "| %s | `%s` | %d | %s |%n", peer, pointer, recordings, how));
        }));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "agreement-complete.md"), table);

        assertThat(open).as("values that are neither compared nor explained").isEmpty();
        assertThat(explanations)
                .as("lines that explain no value")
                .allSatisfy(e -> assertThat(used).contains(e));
    }

    @Test
    void theTestsThatCompareElsewhereExist() {
        assertThat(explanations())
                .filteredOn(e -> e.reason() == Reason.ELSEWHERE)
                .allSatisfy(e -> assertThat(
                                Class.forName("org.lacrima.core." + e.text().split(" ")[0]))
                        .isNotNull());
    }

    @Test
    void thePageOnProfilesShowsWhatIsNotCompared() throws IOException {
        Path page = Path.of(System.getProperty("lacrima.root", ".."))
                .resolve("docs")
                .resolve("profiles.md");
        Path made = Path.of("target", "not-compared.md");
        Files.createDirectories(made.getParent());
        Files.writeString(made, section());

        assertThat(page)
                .as("docs/profiles.md is out of date: copy %s there", made)
                .content(StandardCharsets.UTF_8)
                .contains(section());
    }

    /** What comes out of the package's own formula only, what differs, and what the catalogue has not, as a table. */
    private static String section() {
        Map<String, List<String>> formulas = new LinkedHashMap<>();
        PeerClaims.all().stream()
                .filter(claim -> claim.how() == PeerClaim.How.FORMULA)
                .forEach(claim -> formulas.computeIfAbsent(claim.peer() + "\t" + claim.note(), k -> new ArrayList<>())
                        .add(claim.pointer()));
        StringBuilder section = new StringBuilder("| package | values | why |\n| --- | --- | --- |\n");
        formulas.forEach((key, pointers) -> {
            String[] parts = key.split("\t", 2);
            section.append(row(parts[0], String.join("`, `", pointers), "its formula, recomputed: " + parts[1]));
        });
        explanations().stream()
                .filter(e -> e.reason() == Reason.DIFFERS || e.reason() == Reason.FOREIGN)
                .forEach(e -> section.append(row(
                        e.peer(), e.key(), (e.reason() == Reason.FOREIGN ? "not in the catalogue: " : "") + e.text())));
        return section.toString();
    }

    private static String row(String peer, String key, String why) {
        return "| " + peer + " | `" + key + "` | " + why + " |\n";
    }

    /** Pointers to the values of each package, and on how many recordings there is one. */
    private static Map<String, TreeMap<String, Integer>> values() throws IOException {
        Map<String, TreeMap<String, Integer>> values = new TreeMap<>();
        try (Stream<Path> files = Files.list(Corpus.oracles().resolve("hrv"))) {
            files.filter(f -> f.getFileName().toString().endsWith(".json")).forEach(file -> {
                String name = file.getFileName().toString();
                String peer = name.substring(name.indexOf("__") + 2, name.length() - ".json".length());
                Set<String> found = new TreeSet<>();
                collect(Corpus.json(file).path("values"), "", found);
                found.forEach(pointer ->
                        values.computeIfAbsent(peer, p -> new TreeMap<>()).merge(pointer, 1, Integer::sum));
            });
        }
        return values;
    }

    private static void collect(JsonNode node, String pointer, Set<String> found) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            field.getValue(),
                            pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"),
                            found));
        } else if (node.isArray() && node.size() > 0 && node.size() <= 10) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), pointer + "/" + i, found);
            }
        } else {
            found.add(node.isArray() ? pointer + "[]" : pointer);
        }
    }

    /** What the tests of this package compare with, by package and pointer. */
    private static Map<String, String> compared() {
        Map<String, String> compared = new TreeMap<>();
        ProfileTest.compared().forEach(key -> compared.put(key, "ProfileTest"));
        PeerSpectrumTest.compared().forEach(key -> compared.put(key, "PeerSpectrumTest"));
        NonlinearClaims.all().forEach(claim -> compared.put(claim.peer() + claim.pointer(), "NonlinearAgreementTest"));
        PeerClaims.all()
                .forEach(claim -> compared.put(
                        claim.peer() + claim.pointer(),
                        claim.how() == PeerClaim.How.FORMULA ? "its formula: " + claim.note() : "PeerAgreementTest"));
        return compared;
    }

    private static List<Explanation> explanations() {
        try (InputStream in = Objects.requireNonNull(PeerValuesTest.class.getResourceAsStream("peer-values.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new ArrayList<>(lines.lines().skip(1).map(Explanation::parse).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
