package org.lacrima.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.recovery.CensoredTime;
import org.lacrima.core.recovery.ExponentialRecovery;
import org.lacrima.core.recovery.ExponentialRecovery.Start;
import org.lacrima.core.recovery.MonotoneRecovery;
import org.lacrima.core.recovery.RecoveryBand;
import org.lacrima.core.recovery.RecoveryFit;
import org.lacrima.core.recovery.Residuals;
import org.lacrima.core.recovery.TimeToRecovery;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.CodedInstant;

/**
 * Tries the estimators of recovery on simulated persons whose truth is known, and writes what came of it into
 * {@code docs/recovery.md}: bias, and how often intervals of 95 % hold the truth.
 *
 * <p>A person's heart rate tends to 70 bpm from an amplitude above it, with a residual of SD 1 bpm that may wander; it is
 * read every 5 s. The same numbers come of it each time.
 */
public final class RecoveryGrid {
    private static final long SEED = 20261123;
    private static final double LEVEL = 70;
    private static final double STEP_SECONDS = 5;
    private static final String BEGIN = "<!-- made by org.lacrima.examples.RecoveryGrid -->";
    private static final String END = "<!-- end -->";

    private final int persons;

    private RecoveryGrid(int persons) {
        this.persons = persons;
    }

    /**
     * Writes the tables.
     *
     * @param args the page, then the number of persons per line; {@code docs/recovery.md} and 1000 where there are none
     */
    public static void main(String[] args) throws IOException {
        Path page = Path.of(args.length == 0 ? "docs/recovery.md" : args[0]);
        RecoveryGrid grid = new RecoveryGrid(args.length < 2 ? 1000 : Integer.parseInt(args[1]));
        String text = Files.readString(page);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        Files.writeString(page, text.substring(0, from) + "\n" + grid.tables() + text.substring(text.indexOf(END)));
    }

    /** All tables, as Markdown. */
    String tables() {
        return curves() + delays() + censoring();
    }

    private String curves() {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, """

                **Half-time and asymptote**, %d persons a line, 300 s of recovery, residuals taken to be autoregressive. *Found* is the
                share whose half-time is bounded; *bias* is the median over these, in s.

                | half-time | amplitude | correlation | 95 %% of half-time | 95 %% of asymptote | found | bias | monotone bias |
                | --- | --- | --- | --- | --- | --- | --- | --- |
                """, persons));
        for (double correlation : new double[] {0, 0.3, 0.6}) {
            for (double halfTime : new double[] {30, 60, 120}) {
                for (double amplitude : new double[] {5, 10}) {
                    table.append(curve(halfTime, amplitude, correlation));
                }
            }
        }
        return table.toString();
    }

    private String curve(double halfTime, double amplitude, double correlation) {
        ExponentialRecovery model = ExponentialRecovery.withDefaults().withResiduals(Residuals.AUTOREGRESSIVE);
        Person person = new Person(halfTime, amplitude, 0, correlation);
        Window recovery = Window.ofSeconds(0, 300);
        SplittableRandom random = new SplittableRandom(SEED + Math.round(100 * (halfTime + amplitude + correlation)));
        int halfHeld = 0;
        int levelHeld = 0;
        double[] found = new double[persons];
        double[] monotone = new double[persons];
        for (int i = 0; i < persons; i++) {
            TimedValues values = person.recording(recovery, random);
            RecoveryFit fit = model.fit(values, recovery);
            halfHeld += fit.halfTimeInterval().contains(halfTime) ? 1 : 0;
            levelHeld += fit.asymptoteInterval().contains(LEVEL) ? 1 : 0;
            found[i] = fit.halfTime().orNaN();
            monotone[i] =
                    MonotoneRecovery.withDefaults().halfTime(values, recovery).orNaN();
        }
        return String.format(
                Locale.ROOT,
                "| %.0f s | %.0f SD | %.1f | %s | %s | %s | %s | %s |%n",
                halfTime,
                amplitude,
                correlation,
                percent(halfHeld),
                percent(levelHeld),
                percent(DoubleStream.of(found).filter(Double::isFinite).count()),
                signed(median(found) - halfTime),
                signed(median(monotone) - halfTime));
    }

    private String delays() {
        int few = Math.max(1, 2 * persons / 5);
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, """

                **Delay of the recovery**, %d persons a line, amplitude 10 SD, half-time 60 s, independent residuals.

                | delay | 95 %% of delay | 95 %% of half-time | median bias of delay | median bias of half-time |
                | --- | --- | --- | --- | --- |
                """, few));
        for (double delay : new double[] {20, 40}) {
            ExponentialRecovery model = ExponentialRecovery.withDefaults().withStart(Start.AFTER_A_DELAY);
            Person person = new Person(60, 10, delay, 0);
            Window recovery = Window.ofSeconds(0, 300);
            SplittableRandom random = new SplittableRandom(SEED + Math.round(delay));
            int delayHeld = 0;
            int halfHeld = 0;
            double[] delays = new double[few];
            double[] halfTimes = new double[few];
            for (int i = 0; i < few; i++) {
                RecoveryFit fit = model.fit(person.recording(recovery, random), recovery);
                delayHeld += fit.delayInterval().contains(delay) ? 1 : 0;
                halfHeld += fit.halfTimeInterval().contains(60) ? 1 : 0;
                delays[i] = fit.delay().orNaN();
                halfTimes[i] = fit.halfTime().orNaN();
            }
            table.append(String.format(
                    Locale.ROOT,
                    "| %.0f s | %.1f %% | %.1f %% | %s | %s |%n",
                    delay,
                    100.0 * delayHeld / few,
                    100.0 * halfHeld / few,
                    signed(median(delays) - delay),
                    signed(median(halfTimes) - 60)));
        }
        return table.toString();
    }

    /** Persons differ in half-time and leave at different times; bands of 2 bpm around 70, amplitude 20 bpm, no residual. */
    private String censoring() {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, """

                **Time to recovery**, %d persons a line, half-times log-normal about 60 s (SD of the logarithm 0.5), amplitude 20 bpm,
                band of ± 2 bpm, recordings that end at random. *Holds* is the share of persons whose interval, or whose bound where
                they are censored, is true; *who were back* is what comes of leaving the others out.

                | observed for | coders apart | holds | right-censored | true median | median of who were back |
                | --- | --- | --- | --- | --- | --- |
                """, persons));
        for (double longest : new double[] {600, 300, 200}) {
            for (double apart : new double[] {0, 10}) {
                table.append(censored(longest, apart));
            }
        }
        return table.toString();
    }

    private String censored(double longest, double apart) {
        SplittableRandom random = new SplittableRandom(SEED);
        RecoveryBand band = new RecoveryBand(LEVEL, 2);
        int holds = 0;
        int censored = 0;
        double[] truth = new double[persons];
        double[] seen = new double[persons];
        for (int i = 0; i < persons; i++) {
            double halfTime = 60 * Math.exp(0.5 * random.nextGaussian());
            double end = longest * (0.5 + 0.5 * random.nextDouble());
            TimedValues values = new Person(halfTime, 20, 0, 0).course(Window.ofSeconds(0, end));
            double first = -apart * random.nextDouble();
            CensoredTime time = TimeToRecovery.withDefaults()
                    .of(values, new CodedInstant(first, first + apart), end, band, LEVEL + 20);
            truth[i] = halfTime * Math.log(20 / 2.0) / Math.log(2);
            holds += truth[i] >= time.lowerSeconds() && truth[i] <= time.upperSeconds() ? 1 : 0;
            censored += time.isObserved() ? 0 : 1;
            seen[i] = time.isObserved() ? (time.lowerSeconds() + time.upperSeconds()) / 2 : Double.NaN;
        }
        return String.format(
                Locale.ROOT,
                "| %.0f–%.0f s | %.0f s | %s | %s | %.0f s | %.0f s |%n",
                longest / 2,
                longest,
                apart,
                percent(holds),
                percent(censored),
                median(truth),
                median(seen));
    }

    /** What a person's recovery is made from. */
    private record Person(double halfTime, double amplitude, double delay, double correlation) {

        TimedValues recording(Window window, SplittableRandom random) {
            double[] wander = {random.nextGaussian()};
            return values(window, t -> {
                double residual = wander[0];
                wander[0] = correlation * residual + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
                return at(t) + residual;
            });
        }

        TimedValues course(Window window) {
            return values(window, this::at);
        }

        private double at(double t) {
            return LEVEL + amplitude * Math.pow(2, -Math.max(0, t - delay) / halfTime);
        }

        private static TimedValues values(Window window, DoubleUnaryOperator value) {
            int n = (int) (window.lengthSeconds() / STEP_SECONDS);
            double[] seconds = new double[n];
            double[] values = new double[n];
            for (int i = 0; i < n; i++) {
                seconds[i] = window.startSeconds() + (i + 0.5) * STEP_SECONDS;
                values[i] = value.applyAsDouble(seconds[i]);
            }
            return TimedValues.of("HR", Unit.BPM, seconds, values);
        }
    }

    private String percent(long count) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * count / persons);
    }

    private static String signed(double seconds) {
        return Double.isNaN(seconds) ? "–" : String.format(Locale.ROOT, "%+.1f s", seconds);
    }

    private static double median(double[] values) {
        double[] finite =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        int n = finite.length;
        return n == 0 ? Double.NaN : (finite[n / 2] + finite[(n - 1) / 2]) / 2;
    }
}
