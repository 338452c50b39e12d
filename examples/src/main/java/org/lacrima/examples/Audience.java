package org.lacrima.examples;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.lacrima.core.event.EventBaseline;
import org.lacrima.core.event.EventCourse;
import org.lacrima.core.event.EventLocked;
import org.lacrima.core.event.Viewer;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.series.Window;

/**
 * People before a sad film, simulated: two scenes move every heart, each by its own measure, and it is in these scenes
 * that people begin to cry. Who cries is chance. Heart rate is sampled once a second.
 */
final class Audience {
    static final int PEOPLE = 40;
    static final double REST_SECONDS = 120;
    static final double FILM_SECONDS = 600;
    static final double FIRST_SCENE = 220;
    static final double SECOND_SCENE = 430;
    static final double SCENE_WIDTH = 40;
    static final double SCENE_BPM = 5;
    static final double RESPONSE_SECONDS = 60;

    /** Chance to begin crying in a second at the height of a scene: about half of the people cry. */
    private static final double HAZARD = 0.0035;

    private static final double[] SADNESS = IntStream.range(0, (int) FILM_SECONDS)
            .mapToDouble(t -> bump(t - FIRST_SCENE) + bump(t - SECOND_SCENE))
            .toArray();

    private static final double NOISE_BPM = 3;
    private static final double NOISE_CORRELATION = 0.95;

    /** Heart rate in the minute from the onset, as the change from the rest before the film. */
    private static final EventLocked MINUTE = EventLocked.onset(
                    Duration.ZERO, Duration.ofSeconds((long) RESPONSE_SECONDS), Duration.ofSeconds((long)
                            RESPONSE_SECONDS))
            .against(EventBaseline.during(new Window(0, REST_SECONDS)));

    private final List<Viewer> viewers;
    private final Map<String, SampledSignal> heartRate;

    private Audience(List<Viewer> viewers, Map<String, SampledSignal> heartRate) {
        this.viewers = viewers;
        this.heartRate = heartRate;
    }

    /** An audience to whose hearts crying does nothing. */
    static Audience of(long seed) {
        RandomGenerator random = new Well19937c(seed);
        List<Viewer> viewers = new ArrayList<>();
        Map<String, SampledSignal> heartRate = new HashMap<>();
        for (int p = 0; p < PEOPLE; p++) {
            double start = REST_SECONDS + random.nextInt(30);
            Viewer viewer = viewer("p" + p, new Window(start, start + FILM_SECONDS), random);
            viewers.add(viewer);
            heartRate.put(viewer.id(), heartRate(viewer, random));
        }
        return new Audience(List.copyOf(viewers), Map.copyOf(heartRate));
    }

    /** The same people, with hearts that crying changes by so much in the minute from its onset. */
    Audience withCrying(double bpm) {
        Map<String, SampledSignal> changed = new HashMap<>(heartRate);
        for (Viewer viewer : viewers) {
            viewer.onsetSeconds()
                    .ifPresent(onset -> changed.computeIfPresent(viewer.id(), (id, signal) -> {
                        double[] values = signal.toArray();
                        for (int t = (int) onset; t < onset + RESPONSE_SECONDS; t++) {
                            values[t] += bpm;
                        }
                        return heartRate(values);
                    }));
        }
        return new Audience(viewers, Map.copyOf(changed));
    }

    List<Viewer> viewers() {
        return viewers;
    }

    /** Change of heart rate from rest in the minute from an onset. */
    MetricValue response(Viewer viewer, double onsetSeconds) {
        return MINUTE.of(course(viewer), new Window(onsetSeconds, onsetSeconds)).mean(0, RESPONSE_SECONDS);
    }

    /** Change of heart rate from rest over the whole film. */
    double wholeFilm(Viewer viewer) {
        EventCourse course = course(viewer);
        return course.meanIn(viewer.film()).orNaN()
                - course.meanIn(new Window(0, REST_SECONDS)).orNaN();
    }

    private EventCourse course(Viewer viewer) {
        SampledSignal signal = heartRate.get(viewer.id());
        if (signal == null) {
            throw new IllegalArgumentException("nobody in the audience is " + viewer.id());
        }
        return EventCourse.of(signal);
    }

    private static Viewer viewer(String id, Window film, RandomGenerator random) {
        for (int second = 0; second < FILM_SECONDS; second++) {
            if (random.nextDouble() < HAZARD * sadness(second)) {
                return Viewer.crier(id, film, film.startSeconds() + second);
            }
        }
        return Viewer.nonCrier(id, film);
    }

    private static SampledSignal heartRate(Viewer viewer, RandomGenerator random) {
        double rest = 75 + 8 * random.nextGaussian();
        double moved = SCENE_BPM + 1.5 * random.nextGaussian();
        double fresh = NOISE_BPM * Math.sqrt(1 - NOISE_CORRELATION * NOISE_CORRELATION);
        double noise = NOISE_BPM * random.nextGaussian();
        double[] bpm = new double[(int) (viewer.film().endSeconds() + RESPONSE_SECONDS)];
        int start = (int) viewer.film().startSeconds();
        for (int t = 0; t < bpm.length; t++) {
            noise = NOISE_CORRELATION * noise + fresh * random.nextGaussian();
            bpm[t] = rest + moved * sadness(t - start) + noise;
        }
        return heartRate(bpm);
    }

    private static SampledSignal heartRate(double[] bpm) {
        return SampledSignal.of("HeartRate", Unit.BPM, 1, 0, bpm);
    }

    /** How sad the film is at a whole second of it, from 0 to 1; nothing before and after it is. */
    private static double sadness(int filmSecond) {
        return filmSecond >= 0 && filmSecond < SADNESS.length ? SADNESS[filmSecond] : 0;
    }

    private static double bump(double seconds) {
        return StrictMath.exp(-seconds * seconds / (2 * SCENE_WIDTH * SCENE_WIDTH));
    }
}
