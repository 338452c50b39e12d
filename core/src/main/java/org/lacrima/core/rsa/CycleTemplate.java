package org.lacrima.core.rsa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatSeries;

/**
 * The breathing cycle as the basis of time: heart period is read along every breath, inhalation and exhalation each
 * stretched to its usual share of a breath, and averaged phase by phase over breaths.
 *
 * <p>The template is the mean heart period at each phase; as a metric, {@code RSA = max − min of the template}, in ms.
 * What does not keep step with breathing averages out, so the value is smaller than that from peak to trough and unbiased
 * by noise as breaths grow in number: it is the part of the rhythm that is locked to breathing. Heart period between beats
 * is interpolated linearly between the beats that end the intervals. A breath with a gap in its beats has no part and is
 * counted.
 *
 * <p>Source: Roux et al. 2006 (respiratory cycle as time basis), doi:10.1016/j.jneumeth.2005.09.004, as heart rate is treated in the toolbox
 * <em>physio</em> (Garcia et al.) under the name of RespHRV. Immutable and thread-safe.
 */
public final class CycleTemplate implements Metric<HeartAndBreath> {
    private static final int LEAST_BREATHS = 3;

    private static final CycleTemplate DEFAULTS = new CycleTemplate(50);

    private final int points;

    private CycleTemplate(int points) {
        this.points = points;
    }

    /** Fifty phases to a breath (<em>physio</em>). */
    public static CycleTemplate withDefaults() {
        return DEFAULTS;
    }

    /** The same with another number of phases, 4 to 1000. */
    public CycleTemplate withPoints(int count) {
        if (count < 4 || count > 1000) {
            throw new IllegalArgumentException("a template has 4 to 1000 phases, got " + count);
        }
        return new CycleTemplate(count);
    }

    /**
     * The mean cycle.
     *
     * @param phase phases from 0 (onset of inhalation) towards 1, evenly spaced
     * @param millis mean heart period at each phase, in ms
     * @param standardDeviation spread over breaths at each phase, in ms, with the divisor n − 1
     * @param exhalePhase phase at which exhalation begins: the mean share of inhalation
     * @param breaths breaths that entered
     * @param withoutValue breaths that could not, for a gap in their beats
     */
    public record Template(
            List<Double> phase,
            List<Double> millis,
            List<Double> standardDeviation,
            double exhalePhase,
            int breaths,
            int withoutValue) {
        /** Copies. */
        public Template {
            phase = List.copyOf(phase);
            millis = List.copyOf(millis);
            standardDeviation = List.copyOf(standardDeviation);
        }
    }

    @Override
    public String name() {
        return "RSAcycleTemplate";
    }

    @Override
    public Unit unit() {
        return Unit.MS;
    }

    @Override
    public String definition() {
        return "max − min of mean heart period over " + points
                + " phases of the breath, inhalation and exhalation stretched each to its mean share";
    }

    @Override
    public String minimumData() {
        return LEAST_BREATHS + " breaths without a gap";
    }

    @Override
    public String gapRule() {
        return "a breath with a gap in its beats has no part and is counted";
    }

    @Override
    public Citation source() {
        return new Citation("Roux et al.", 2006, "10.1016/j.jneumeth.2005.09.004");
    }

    @Override
    public MetricValue of(HeartAndBreath pair) {
        Template template = template(pair);
        if (template.breaths() < LEAST_BREATHS) {
            return pair.declared(MetricValue.notEstimable(
                    name(),
                    unit(),
                    String.format(
                            Locale.ROOT,
                            "%d breaths without a gap of %d, %d needed",
                            template.breaths(),
                            template.breaths() + template.withoutValue(),
                            LEAST_BREATHS)));
        }
        double max = template.millis().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
        double min = template.millis().stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElseThrow();
        return pair.declared(MetricValue.of(name(), max - min, unit(), template.breaths()));
    }

    /** The mean cycle; where no breath could enter, it has no phases. */
    public Template template(HeartAndBreath pair) {
        List<Breath> whole = new ArrayList<>();
        List<Integer> firsts = new ArrayList<>();
        int from = 0;
        for (Breath breath : pair.respiration().breaths()) {
            from = firstEndingAfter(pair.beats(), from, breath.inhaleSeconds());
            if (from > 0 && Coverage.isWhole(pair.beats(), from - 1, breath.inhaleSeconds(), breath.endSeconds())) {
                whole.add(breath);
                firsts.add(from);
            }
        }
        int left = pair.respiration().breaths().size() - whole.size();
        if (whole.isEmpty()) {
            return new Template(List.of(), List.of(), List.of(), 0, 0, left);
        }
        double share = whole.stream()
                .mapToDouble(b -> b.inspirationSeconds() / b.durationSeconds())
                .average()
                .orElseThrow();
        double[][] cycles = new double[whole.size()][];
        for (int b = 0; b < cycles.length; b++) {
            cycles[b] = along(whole.get(b), share, pair.beats(), firsts.get(b));
        }
        return averaged(cycles, share, left);
    }

    private static int firstEndingAfter(BeatSeries beats, int from, double seconds) {
        int i = from;
        while (i < beats.size() && beats.endSecondsAt(i) <= seconds) {
            i++;
        }
        return i;
    }

    private double[] along(Breath breath, double share, BeatSeries beats, int first) {
        double[] millis = new double[points];
        int i = first;
        for (int p = 0; p < points; p++) {
            double phase = p / (double) points;
            double at = phase < share
                    ? breath.inhaleSeconds() + phase / share * breath.inspirationSeconds()
                    : breath.exhaleSeconds() + (phase - share) / (1 - share) * breath.expirationSeconds();
            i = firstEndingAfter(beats, i, at);
            millis[p] = i < beats.size() ? between(beats, i, at) : beats.millisAt(beats.size() - 1);
        }
        return millis;
    }

    private static double between(BeatSeries beats, int next, double at) {
        double before = beats.endSecondsAt(next - 1);
        double weight = (at - before) / (beats.endSecondsAt(next) - before);
        return beats.millisAt(next - 1) + weight * (beats.millisAt(next) - beats.millisAt(next - 1));
    }

    private Template averaged(double[][] cycles, double share, int left) {
        Double[] phases = new Double[points];
        Double[] means = new Double[points];
        Double[] deviations = new Double[points];
        for (int p = 0; p < points; p++) {
            double mean = 0;
            for (double[] cycle : cycles) {
                mean += cycle[p] / cycles.length;
            }
            double squares = 0;
            for (double[] cycle : cycles) {
                squares += (cycle[p] - mean) * (cycle[p] - mean);
            }
            phases[p] = p / (double) points;
            means[p] = mean;
            deviations[p] = cycles.length < 2 ? 0 : Math.sqrt(squares / (cycles.length - 1));
        }
        return new Template(
                Arrays.asList(phases), Arrays.asList(means), Arrays.asList(deviations), share, cycles.length, left);
    }

    @Override
    public String toString() {
        return name();
    }
}
