package org.lacrima.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkTableTest {
    private static final Machine MACHINE = new Machine("A processor", 2, "A virtual machine 17", "A system");

    @TempDir
    private Path folder;

    @Test
    void pairsOurTimeWithTheTextbookThePeerAndTheTarget() {
        String page = BenchmarkTable.of(
                List.of(
                        new Result("SampleEntropy", "lacrima", "350", 48.4545, Optional.of(12_345.0)),
                        new Result("SampleEntropy", "textbook", "350", 484.545, Optional.of(0.0))),
                MACHINE);

        assertThat(page)
                .contains("A processor, 2 cores, A virtual machine 17, A system")
                .contains(
                        "| SampEn, exact | 350 | 48.5 | 12,345 | 484.5 | 10× | 193.8 | 4.0× | antropy 0.1.9 | 60 | yes |");
    }

    @Test
    void leavesOutWhatWasNotMeasuredOrHasNoPeer() {
        String page = BenchmarkTable.of(
                List.of(new Result("SlidingHf", "lacrima", "100000", 2_000_000, Optional.empty())), MACHINE);

        assertThat(page)
                .contains(
                        "| lnHF of 60 s around every beat | 100,000 | 2,000,000 | – | – | – | – | – | – | 1,000,000 | no |");
    }

    @Test
    void givesWorkWithoutATitleARowToo() {
        String page = BenchmarkTable.of(List.of(new Result("Mixed", "lacrima", "", 1, Optional.empty())), MACHINE);

        assertThat(page).contains("| Mixed | – | 1.00 |");
    }

    @Test
    void readsTheMedianOfAllIterationsOfTheHarness() throws IOException {
        Path json = Files.writeString(folder.resolve("results.json"), """
                [{
                  "benchmark": "org.lacrima.benchmarks.MultiscaleEntropyBenchmark.lacrima",
                  "mode": "avgt",
                  "params": {"metric": "CMSE", "n": "7000"},
                  "primaryMetric": {"scoreUnit": "us/op", "rawData": [[3.0, 9.0], [5.0, 4.0]]},
                  "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 640.5}}
                }]""");

        assertThat(Result.read(json))
                .containsExactly(new Result("MultiscaleEntropy CMSE", "lacrima", "7000", 4.5, Optional.of(640.5)));
    }

    @Test
    void refusesAnotherUnit() throws IOException {
        Path json = Files.writeString(folder.resolve("results.json"), """
                [{
                  "benchmark": "org.lacrima.benchmarks.DfaBenchmark.textbookQuick",
                  "mode": "avgt",
                  "primaryMetric": {"scoreUnit": "ms/op", "rawData": [[3.0]]}
                }]""");

        assertThatThrownBy(() -> Result.read(json)).hasMessageContaining("us/op");
    }

    @Test
    void namesTheMachineWithoutItsHost() throws IOException {
        Machine here = Machine.here();

        assertThat(here.cores()).isPositive();
        assertThat(here.toString())
                .doesNotContain(System.getProperty("user.dir"))
                .contains(System.getProperty("java.runtime.version"));
    }
}
