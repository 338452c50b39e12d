package org.lacrima.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on fair non-criers is what the program writes; its 2000 studies are too many for a test, twenty show its form. */
class FairNonCriersTest {
    private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d|\\d{2,}");
    private static final Pattern RATE = Pattern.compile("(\\d+\\.\\d) % \\[(\\d+\\.\\d), (\\d+\\.\\d)]");

    private static String page() throws IOException {
        Path root = Path.of(System.getProperty("lacrima.root", ".."));
        return Files.readString(root.resolve("docs/fair-non-criers.md"));
    }

    @Test
    void thePageIsWhatTheProgramWrites() throws IOException {
        assertThat(NUMBER.matcher(FairNonCriers.page(20)).replaceAll("#"))
                .isEqualTo(NUMBER.matcher(page()).replaceAll("#"));
    }

    @Test
    void thePageShowsThatOnlyFairComparisonsHoldTheirLevel() throws IOException {
        for (String name : List.of("yoked", "scene", "risk set", "risk set, one control", "permuted")) {
            Matcher rate = whereCryingDoesNothing(name);
            assertThat(Double.parseDouble(rate.group(2))).as(name).isLessThanOrEqualTo(5);
            assertThat(Double.parseDouble(rate.group(3))).as(name).isGreaterThanOrEqualTo(5);
        }
        for (String name : List.of("naive", "any time")) {
            assertThat(Double.parseDouble(whereCryingDoesNothing(name).group(2)))
                    .as(name)
                    .isGreaterThan(15);
        }
    }

    @Test
    void theSameSeedIsTheSamePage() {
        assertThat(FairNonCriers.page(5)).isEqualTo(FairNonCriers.page(5));
    }

    private static Matcher whereCryingDoesNothing(String name) throws IOException {
        String row = page().lines()
                .filter(line -> line.startsWith("| " + name + " |"))
                .findFirst()
                .orElseThrow();
        Matcher rate = RATE.matcher(row);
        assertThat(rate.find()).as(row).isTrue();
        return rate;
    }
}
