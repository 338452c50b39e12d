package org.lacrima.core.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.apache.commons.math3.random.RandomAdaptor;
import org.apache.commons.math3.random.Well19937c;

/**
 * Onsets for people who did not cry. Crying comes where the film is saddest, and the film moves every heart; who cried is
 * therefore compared with others at the same film time, or the film is taken for the tears.
 *
 * <p>Four designs: the film time of a matched crier ({@link #yoked}), one scene for all ({@link #scene}), everybody still
 * at risk at each onset ({@link #riskSets}; Prentice &amp; Breslow 1978, doi:10.1093/biomet/65.1.153), and the onsets dealt
 * out anew as if crying had nothing to do with the person ({@link #permuted}). Each is pure: same viewers and seed, same
 * result.
 */
public final class FairOnsets {
    private FairOnsets() {}

    /**
     * Each non-crier at the film time of one crier. Criers are dealt in random order, again and again, so that each serves
     * equally often; a crier whose time a non-crier's recording does not reach is passed over for that person.
     *
     * @return one set per crier who serves, in the order of the viewers; a crier without a non-crier has none
     */
    public static List<MatchedOnset> yoked(List<Viewer> viewers, long seed) {
        Random random = random(seed);
        List<Viewer> criers = shuffled(criers(viewers), random);
        List<Viewer> nonCriers = shuffled(nonCriers(viewers), random);
        int[] served = new int[criers.size()];
        Map<String, String> matches = new LinkedHashMap<>();
        for (Viewer nonCrier : nonCriers) {
            int chosen = -1;
            for (int c = 0; c < served.length; c++) {
                if (nonCrier.watchesAt(filmSecondsOf(criers.get(c))) && (chosen < 0 || served[c] < served[chosen])) {
                    chosen = c;
                }
            }
            if (chosen >= 0) {
                served[chosen]++;
                matches.put(nonCrier.id(), criers.get(chosen).id());
            }
        }
        return yoked(viewers, matches);
    }

    /**
     * Each non-crier at the film time of the crier they were matched with, by age and sex for instance.
     *
     * @param crierOfNonCrier for each non-crier the crier, by their ids; a non-crier who is not in it takes no part
     */
    public static List<MatchedOnset> yoked(List<Viewer> viewers, Map<String, String> crierOfNonCrier) {
        Map<String, Viewer> known = new LinkedHashMap<>();
        viewers.forEach(v -> known.put(v.id(), v));
        crierOfNonCrier.forEach((nonCrier, crier) -> {
            require(known, nonCrier, false);
            require(known, crier, true);
        });
        List<MatchedOnset> sets = new ArrayList<>();
        for (Viewer crier : criers(viewers)) {
            List<Viewer> controls = nonCriers(viewers).stream()
                    .filter(v -> crier.id().equals(crierOfNonCrier.get(v.id())))
                    .toList();
            if (!controls.isEmpty()) {
                sets.add(new MatchedOnset(filmSecondsOf(crier), List.of(crier), controls));
            }
        }
        return List.copyOf(sets);
    }

    /** Criers and non-criers at one scene, whenever the criers cried; who no longer watched then takes no part. */
    public static MatchedOnset scene(List<Viewer> viewers, double filmSeconds) {
        return new MatchedOnset(
                filmSeconds,
                criers(viewers).stream().filter(v -> v.watchesAt(filmSeconds)).toList(),
                nonCriers(viewers).stream()
                        .filter(v -> v.watchesAt(filmSeconds))
                        .toList());
    }

    /**
     * Each crier with everybody who at the film time of the onset still watched and had not cried, those among them who
     * cry later. One person may serve in several sets.
     */
    public static List<MatchedOnset> riskSets(List<Viewer> viewers) {
        return riskSets(viewers, Integer.MAX_VALUE, 0);
    }

    /**
     * The same with at most so many controls to a crier, drawn at random and without replacement within a set.
     *
     * @param controls most controls in a set, at least 1
     */
    public static List<MatchedOnset> riskSets(List<Viewer> viewers, int controls, long seed) {
        if (controls < 1) {
            throw new IllegalArgumentException("a crier needs at least 1 control, got " + controls);
        }
        Random random = random(seed);
        List<MatchedOnset> sets = new ArrayList<>();
        for (Viewer crier : criers(viewers)) {
            double filmSeconds = filmSecondsOf(crier);
            List<Viewer> atRisk =
                    viewers.stream().filter(v -> v.isAtRiskAt(filmSeconds)).toList();
            if (!atRisk.isEmpty()) {
                List<Viewer> chosen = atRisk.size() <= controls
                        ? atRisk
                        : shuffled(atRisk, random).subList(0, controls);
                sets.add(new MatchedOnset(filmSeconds, List.of(crier), chosen));
            }
        }
        return List.copyOf(sets);
    }

    /**
     * The same people with the film times of the onsets, and their absence, dealt out among them at random: one draw from
     * what could have been, had crying nothing to do with who cried. The statistic of interest over many such draws is
     * its distribution under that null.
     *
     * @throws IllegalArgumentException if somebody's film ends before the latest onset, so that not every deal is possible
     */
    public static List<Viewer> permuted(List<Viewer> viewers, long seed) {
        double latest = viewers.stream()
                .filter(Viewer::cried)
                .mapToDouble(FairOnsets::filmSecondsOf)
                .max()
                .orElse(0);
        for (Viewer viewer : viewers) {
            if (!viewer.watchesAt(latest)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "%s watched %s s of the film and cannot be given the onset at %s s: leave them out",
                        viewer.id(),
                        viewer.film().lengthSeconds(),
                        latest));
            }
        }
        List<OptionalDouble> onsets =
                new ArrayList<>(viewers.stream().map(Viewer::onsetFilmSeconds).toList());
        Collections.shuffle(onsets, random(seed));
        List<Viewer> dealt = new ArrayList<>();
        for (int i = 0; i < viewers.size(); i++) {
            Viewer viewer = viewers.get(i);
            OptionalDouble onset = onsets.get(i);
            dealt.add(new Viewer(
                    viewer.id(),
                    viewer.film(),
                    onset.isPresent()
                            ? OptionalDouble.of(viewer.sessionSecondsAt(onset.getAsDouble()))
                            : OptionalDouble.empty()));
        }
        return List.copyOf(dealt);
    }

    private static void require(Map<String, Viewer> known, String id, boolean cried) {
        Viewer viewer = known.get(id);
        if (viewer == null || viewer.cried() != cried) {
            throw new IllegalArgumentException(
                    viewer == null
                            ? "no viewer " + id + ", but " + known.keySet()
                            : id + (cried ? " did not cry and cannot be a match" : " cried and needs no match"));
        }
    }

    private static List<Viewer> criers(List<Viewer> viewers) {
        return viewers.stream().filter(Viewer::cried).toList();
    }

    private static List<Viewer> nonCriers(List<Viewer> viewers) {
        return viewers.stream().filter(v -> !v.cried()).toList();
    }

    private static double filmSecondsOf(Viewer crier) {
        return crier.onsetFilmSeconds().orElseThrow();
    }

    /** A generator good enough for thousands of deals, which that of the JDK is not. */
    private static Random random(long seed) {
        return new RandomAdaptor(new Well19937c(seed));
    }

    private static List<Viewer> shuffled(List<Viewer> viewers, Random random) {
        List<Viewer> copy = new ArrayList<>(viewers);
        Collections.shuffle(copy, random);
        return copy;
    }
}
