package org.lacrima.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The made series are those for which the packages' values were computed. */
class MadeSeriesTest {

    @ParameterizedTest
    @FieldSource("org.lacrima.core.MadeSeries#NAMES")
    void areTheSeriesThatThePackagesSaw(String name) throws IOException {
        Path file = Corpus.oracles().resolve("made").resolve(name + ".rr.txt");

        double[] kept = Files.readAllLines(file).stream()
                .flatMapToDouble(line -> DoubleStream.of(Double.parseDouble(line)))
                .toArray();

        assertThat(MadeSeries.millis(name)).containsExactly(kept);
    }
}
