package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.hrv.NonlinearClaims.Claim;

/**
 * Without any recording: the made series, and what other packages compute from them, which stands with package and version
 * in {@code made-nonlinear.tsv}.
 */
class MadeNonlinearTest {

    /**
     * A line of the table.
     *
     * @param series name of the made series
     * @param peer the package
     * @param version its version
     * @param pointer where its value stands among its values
     * @param value its value
     */
    private record Figure(String series, String peer, String version, String pointer, double value) {
        static Figure of(String line) {
            String[] cells = line.split("\t", -1);
            return new Figure(cells[0], cells[1], cells[2], cells[3], Double.parseDouble(cells[4]));
        }
    }

    private static List<Figure> figures() throws IOException {
        InputStream table = Objects.requireNonNull(MadeNonlinearTest.class.getResourceAsStream("made-nonlinear.tsv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(Figure::of).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("peers")
    void packagesValuesComeOutUnderTheirOwnChoices(String peer) throws IOException {
        Map<String, Claim> claims = new HashMap<>();
        NonlinearClaims.all().forEach(c -> claims.put(c.peer() + c.pointer(), c));
        Map<String, PeerClaim> others = new HashMap<>();
        PeerClaims.all().forEach(c -> others.put(c.peer() + c.pointer(), c));
        for (Figure figure : figures()) {
            if (figure.peer().equals(peer)) {
                double[] rr = MadeSeries.millis(figure.series());
                PeerRecording recording = new PeerRecording(figure.series(), rr, MissingNode.getInstance());
                Claim claim = claims.get(peer + figure.pointer());
                PeerClaim other = others.get(peer + figure.pointer());

                double ours = claim != null
                        ? claim.factor() * recording.of(claim.metric(), claim.options())
                        : Objects.requireNonNull(other, figure.pointer())
                                .value()
                                .applyAsDouble(recording);

                double tolerance = claim != null
                        ? claim.tolerance()
                        : Objects.requireNonNull(other).tolerance();
                assertThat(ours)
                        .as("%s of %s, %s %s", figure.pointer(), figure.series(), peer, figure.version())
                        .isCloseTo(
                                figure.value(), within(tolerance * Math.max(Math.abs(ours), Math.abs(figure.value()))));
            }
        }
    }

    static List<String> peers() throws IOException {
        return figures().stream().map(Figure::peer).distinct().toList();
    }

    @Test
    void everyNonlinearMetricHasAnOracle() throws IOException {
        List<Figure> figures = figures();
        Map<String, String> metrics = new HashMap<>();
        PeerClaims.all().forEach(c -> metrics.put(c.peer() + c.pointer(), c.what()));
        NonlinearClaims.all()
                .forEach(c -> metrics.put(c.peer() + c.pointer(), c.metric().name()));
        List<String> checked = figures.stream()
                .map(f -> Objects.requireNonNull(metrics.get(f.peer() + f.pointer()), f.pointer()))
                .distinct()
                .toList();

        // Packages that compute deceleration capacity were not run on the made series: see PrsaTest and the corpus.
        assertThat(nonlinear().map(HrvMetric::name))
                .allMatch(name -> checked.contains(name) || List.of("DC", "AC").contains(name));
    }

    private static Stream<HrvMetric> nonlinear() {
        return Stream.of(
                        Poincare.all(),
                        Asymmetry.all(),
                        Dfa.all(),
                        Entropy.all(),
                        MultiscaleEntropy.all(),
                        Fractal.all(),
                        Fragmentation.all(),
                        Recurrence.all(),
                        Prsa.all())
                .flatMap(List::stream);
    }
}
