package org.lacrima.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lacrima.core.rsa.RecordedBreathing;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.examples.cli.Failures.BadInput;
import org.lacrima.io.Loaded;
import org.lacrima.io.Strictness;
import org.lacrima.io.bids.PhysioReader;
import picocli.CommandLine.Option;

/** Where the breathing of a recording is, for the metrics that need it. */
final class RespirationOptions {

    @Option(
            names = "--respiration",
            paramLabel = "FILE",
            description = {
                "The breathing meanwhile, on the clock of the beats: a BIDS recording with its sidecar"
                        + " (_physio.tsv.gz), or",
                "numbers line by line with --respiration-rate."
            })
    private @Nullable Path file;

    @Option(
            names = "--respiration-rate",
            paramLabel = "HZ",
            description = "Samples per second of a --respiration file that has no sidecar.")
    private @Nullable Double rateHz;

    boolean isGiven() {
        return file != null;
    }

    /** What is wrong with the options as they stand; empty where nothing is. */
    String misuse(int recordings) {
        if (file == null) {
            return rateHz == null ? "" : "--respiration-rate goes with --respiration FILE";
        }
        if (recordings > 1) {
            return "--respiration is the breathing of one recording, got " + recordings + " recordings";
        }
        return rateHz == null || (rateHz > 0 && rateHz < Double.POSITIVE_INFINITY)
                ? ""
                : "--respiration-rate takes samples per second, such as 25, got " + rateHz;
    }

    RecordedBreathing breathing(Strictness strictness, PrintWriter err) throws IOException, BadInput {
        Path given = file;
        if (given == null) {
            return RecordedBreathing.none();
        }
        Failures.requireFile(given);
        PhysioReader reader =
                PhysioReader.withDefaults().with(strictness).withColumns(RecordedBreathing::isNameOfBreathing);
        Double rate = rateHz;
        Loaded<List<SampledSignal>> loaded =
                rate == null ? reader.read(given) : reader.readColumn(given, "respiration", rate);
        loaded.problems().forEach(err::println);
        loaded.notes().forEach(err::println);
        if (loaded.value().isEmpty()) {
            throw new BadInput(given + ": no signal of breathing; name its column \"respiratory\" in the sidecar");
        }
        return RecordedBreathing.in(loaded.value());
    }
}
