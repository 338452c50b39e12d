package org.lacrima.core.rsa;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.series.Window;

/**
 * The breaths of a person, or the reason why they are not known.
 *
 * @param respiration the breaths; empty where they are not known
 * @param reason why they are not known; empty where they are
 */
public record RecordedBreathing(Optional<MeasuredRespiration> respiration, String reason) {

    /** Breaths that are known. */
    public static RecordedBreathing of(MeasuredRespiration respiration) {
        return new RecordedBreathing(Optional.of(respiration), "");
    }

    /** No breaths, because no sensor of breathing was worn. */
    public static RecordedBreathing none() {
        return unknown("no respiration was recorded");
    }

    /** No breaths, for a reason in words. */
    public static RecordedBreathing unknown(String reason) {
        return new RecordedBreathing(Optional.empty(), reason);
    }

    /**
     * Whether a signal of this name is one of breathing: {@code respiratory} in BIDS, {@code RESP}, {@code respiration} or
     * {@code breathing} elsewhere.
     */
    public static boolean isNameOfBreathing(String signal) {
        String word = signal.strip().toLowerCase(Locale.ROOT);
        return word.startsWith("resp") || word.startsWith("breath");
    }

    /**
     * The breaths in the signal of breathing among those of a session, found by {@link BreathDetection}. A signal that was
     * cut where samples are missing comes as several of one name; no breath spans a cut.
     */
    public static RecordedBreathing in(List<SampledSignal> signals) {
        List<SampledSignal> pieces = signals.stream()
                .filter(s -> isNameOfBreathing(s.name()))
                .sorted(Comparator.comparingDouble(SampledSignal::startSeconds))
                .toList();
        if (pieces.isEmpty()) {
            return none();
        }
        SampledSignal first = pieces.get(0);
        List<Breath> breaths = new ArrayList<>();
        for (SampledSignal piece : pieces) {
            boolean isOfFirst =
                    piece.name().equals(first.name()) && piece.unit().equals(first.unit());
            boolean isLater = breaths.isEmpty()
                    || piece.startSeconds() >= breaths.get(breaths.size() - 1).endSeconds();
            if (!isOfFirst || !isLater) {
                return unknown("several signals of breathing: " + first + "; " + piece);
            }
            try {
                breaths.addAll(BreathDetection.withDefaults().of(piece).breaths());
            } catch (IllegalArgumentException e) {
                return unknown(String.valueOf(e.getMessage()));
            }
        }
        return of(new MeasuredRespiration(breaths, first.unit(), first.name()));
    }

    /** The breaths that lie wholly inside a window. */
    public RecordedBreathing during(Window window) {
        return new RecordedBreathing(respiration.map(r -> r.during(window)), reason);
    }
}
