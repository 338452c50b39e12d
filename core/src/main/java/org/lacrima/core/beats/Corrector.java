package org.lacrima.core.beats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lacrima.core.series.BeatSeries;

/** A classifier joined with what is to be done about the artifacts that it finds. Immutable. */
public final class Corrector {
    private final BeatClassifier classifier;
    private final CorrectionMethod method;
    private final Passes passes;

    private Corrector(BeatClassifier classifier, CorrectionMethod method, Passes passes) {
        this.classifier = classifier;
        this.method = method;
        this.passes = passes;
    }

    /** Corrects once what a classifier finds. */
    public static Corrector of(BeatClassifier classifier, CorrectionMethod method) {
        return new Corrector(classifier, method, Passes.SINGLE);
    }

    /** The same, looking at its own result or not. */
    public Corrector with(Passes newPasses) {
        return new Corrector(classifier, method, newPasses);
    }

    /** Classifier, method and passes in words. */
    public String name() {
        return String.format(Locale.ROOT, "%s, %s, %s", classifier.name(), lower(method.name()), lower(passes.name()));
    }

    private static String lower(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A classifier that may remember what it found out about the series before the last pass. */
    @FunctionalInterface
    private interface Classifying {
        BeatClassification classify(BeatSeries beats, int[] source);
    }

    /** The corrected series with its edits; a series without artifacts comes back as it is. */
    public Correction correct(BeatSeries beats) {
        BeatSeries current = beats;
        List<BeatEdit> edits = new ArrayList<>();
        Classifying classifying = classifier instanceof LipponenTarvainen thresholds && passes == Passes.ITERATED
                ? thresholds.new Memory()::classify
                : (series, source) -> classifier.classify(series);
        BeatClassification found = classifying.classify(current, new int[0]);
        int artifacts = found.artifactCount();
        int done = 0;
        while (artifacts > 0) {
            CorrectionPass pass = CorrectionPass.run(current, found, method, edits);
            current = pass.beats();
            done++;
            if (passes == Passes.SINGLE) {
                break;
            }
            found = classifying.classify(current, pass.source());
            int remaining = found.artifactCount();
            if (remaining >= artifacts) {
                break;
            }
            artifacts = remaining;
        }
        return new Correction(current, edits, done);
    }

    /**
     * One pass over artifacts that somebody else has found, by eye for example.
     *
     * @throws IllegalArgumentException if the classification is of another number of beats
     */
    public static Correction correct(BeatSeries beats, BeatClassification found, CorrectionMethod method) {
        if (found.size() != beats.size()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the classification is of %d beats, the series has %d intervals",
                    found.size(),
                    beats.size()));
        }
        List<BeatEdit> edits = new ArrayList<>();
        BeatSeries result = CorrectionPass.run(beats, found, method, edits).beats();
        return new Correction(result, edits, edits.isEmpty() ? 0 : 1);
    }
}
