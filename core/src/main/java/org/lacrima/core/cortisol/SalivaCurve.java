package org.lacrima.core.cortisol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lacrima.core.study.SalivaPlan;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;

/** The samples of a series that a plan uses, in order of time, and which of them is the baseline. */
record SalivaCurve(List<SalivaSample> samples, Optional<SalivaSample> baseline, String baselineProblem) {

    static SalivaCurve of(SalivaSeries series, SalivaPlan plan) {
        List<SalivaSample> used = series.samples().stream()
                .filter(s -> !plan.excludedSamples().contains(s.sample()))
                .toList();
        Optional<SalivaSample> baseline = plan.baselineSample()
                .map(name -> used.stream().filter(s -> s.sample().equals(name)).findFirst())
                .orElseGet(() -> used.stream().findFirst());
        String problem = baseline.isPresent()
                ? ""
                : plan.baselineSample().map(name -> absence(name, series, plan)).orElse("no samples");
        return new SalivaCurve(used, baseline, problem);
    }

    /** The samples taken after the baseline sample. */
    List<SalivaSample> afterBaseline() {
        return baseline.map(b ->
                        samples.stream().filter(s -> s.minutes() > b.minutes()).toList())
                .orElse(List.of());
    }

    /** The baseline sample and those taken after it. */
    List<SalivaSample> fromBaseline() {
        return baseline.map(b ->
                        samples.stream().filter(s -> s.minutes() >= b.minutes()).toList())
                .orElse(List.of());
    }

    /** Why the course from the baseline on cannot be used; empty where it can: two samples or more, none missing. */
    String problemFromBaseline() {
        if (!baselineProblem.isEmpty()) {
            return baselineProblem;
        }
        List<SalivaSample> course = fromBaseline();
        return course.size() < 2 ? "no sample after the baseline sample" : problemsWith(course);
    }

    /** Why a named sample cannot be used; empty where it can. */
    static String problemWith(String name, SalivaSeries series, SalivaPlan plan) {
        if (plan.excludedSamples().contains(name)) {
            return absence(name, series, plan);
        }
        return series.sample(name).map(s -> problemsWith(List.of(s))).orElseGet(() -> absence(name, series, plan));
    }

    /** Which of the samples are missing and why; empty where all are present. */
    static String problemsWith(List<SalivaSample> samples) {
        List<String> missing = new ArrayList<>();
        for (SalivaSample sample : samples) {
            if (sample.concentration().isEmpty()) {
                String reason = sample.missingReason().isEmpty() ? "" : " (" + sample.missingReason() + ")";
                missing.add("sample " + sample.sample() + " is missing" + reason);
            }
        }
        return String.join("; ", missing);
    }

    private static String absence(String name, SalivaSeries series, SalivaPlan plan) {
        if (plan.excludedSamples().contains(name)) {
            return "sample " + name + " is excluded by the plan";
        }
        return "no sample " + name + ", the series has "
                + series.samples().stream().map(SalivaSample::sample).collect(Collectors.joining(", "));
    }
}
