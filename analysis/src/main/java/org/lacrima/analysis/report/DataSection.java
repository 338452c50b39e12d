package org.lacrima.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lacrima.analysis.compare.Comparison;
import org.lacrima.analysis.compare.Exclusion;
import org.lacrima.analysis.compare.GroupSummary;
import org.lacrima.analysis.compare.OutcomeComparison;
import org.lacrima.analysis.compare.PersonResult;
import org.lacrima.analysis.compare.PhaseQuality;
import org.lacrima.analysis.compare.PhaseResult;
import org.lacrima.core.study.Group;

/** What the results rest on: who takes part, how good each person's beats are, and all that does not count. */
final class DataSection {

    private final Comparison comparison;
    private final Markup page;

    DataSection(Comparison comparison, Markup page) {
        this.comparison = comparison;
        this.page = page;
    }

    /** From everybody in the study to those behind each number. */
    void writeFlow() {
        List<Exclusion> participants = of(Exclusion.Kind.PARTICIPANT);
        Set<String> everybody = new LinkedHashSet<>();
        comparison.persons().forEach(p -> everybody.add(p.participant().id()));
        participants.forEach(e -> everybody.add(e.participant()));
        page.open("ol", "class", "flow");
        page.open("li").open("div", "class", "box");
        page.element("strong", Numbers.count(everybody.size(), "participant") + " in the study");
        page.close().close();
        page.open("li").open("div", "class", "box");
        page.element("strong", Numbers.count(participants.size(), "participant") + " excluded");
        if (!participants.isEmpty()) {
            page.open("ul");
            for (Map.Entry<String, Set<String>> entry : byReason(participants).entrySet()) {
                page.element("li", String.join(", ", entry.getValue()) + ": " + entry.getKey());
            }
            page.close();
        }
        page.close().close();
        page.open("li").open("div", "class", "boxes");
        writeGroup(comparison.plan().contrast().focal());
        writeGroup(comparison.plan().contrast().reference());
        page.close().close();
        page.close();
    }

    private void writeGroup(Group group) {
        List<PersonResult> persons = comparison.persons(group);
        long withGaps = persons.stream()
                .filter(p -> p.exclusions().stream().anyMatch(e -> e.kind() == Exclusion.Kind.EPOCH))
                .count();
        List<Integer> sizes = comparison.outcomes().stream()
                .map(o -> o.focal().group().equals(group) ? o.focal() : o.reference())
                .map(GroupSummary::n)
                .sorted()
                .toList();
        page.open("div", "class", "box");
        page.element("strong", group.name() + ": " + Numbers.count(persons.size(), "participant"));
        page.open("ul");
        page.element("li", withGaps + " of them without at least one phase");
        if (!sizes.isEmpty()) {
            int least = sizes.get(0);
            int most = sizes.get(sizes.size() - 1);
            page.element("li", "n per outcome: " + (least == most ? most : least + " to " + most));
        }
        page.close().close();
    }

    /** One row per person. */
    void writeQuality() {
        page.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", "Data quality, table");
        page.open("table", "class", "numbers");
        page.element(
                "caption",
                "Beats inside the phases of the plan, after correction; covered: minutes of the phases that intervals cover."
                        + " By phase: the table quality.tsv");
        page.open("thead").open("tr");
        List.of(
                        "Participant",
                        "Group",
                        "Beats",
                        "Corrected",
                        "Dropped",
                        "Changed (%)",
                        "Gaps",
                        "Covered (min)",
                        "Phases (min)")
                .forEach(head ->
                        page.element("th", head, "scope", "col", "class", head.equals("Group") ? "words" : "figure"));
        page.close().close().open("tbody");
        comparison.persons().forEach(this::writeQuality);
        page.close().close().close();
    }

    private void writeQuality(PersonResult person) {
        List<PhaseQuality> phases =
                person.phases().stream().map(PhaseResult::quality).toList();
        int beats = phases.stream().mapToInt(PhaseQuality::beats).sum();
        int corrected = phases.stream().mapToInt(PhaseQuality::corrected).sum();
        int dropped = phases.stream().mapToInt(PhaseQuality::dropped).sum();
        int gaps = phases.stream().mapToInt(PhaseQuality::gaps).sum();
        double covered =
                phases.stream().mapToDouble(PhaseQuality::coveredSeconds).sum() / 60;
        double planned = person.phases().stream()
                        .flatMap(phase -> phase.window().stream())
                        .mapToDouble(window -> window.lengthSeconds())
                        .sum()
                / 60;
        page.open("tr").element("th", person.participant().id(), "scope", "row");
        page.element("td", person.participant().group().name(), "class", "words");
        number(beats, 0);
        number(corrected, 0);
        number(dropped, 0);
        if (beats + dropped > 0) {
            number(100.0 * (corrected + dropped) / (beats + dropped), 1);
        } else {
            page.element("td", "–", "class", "missing", "title", "no beats");
        }
        number(gaps, 0);
        number(covered, 1);
        number(planned, 1);
        page.close();
    }

    private void number(double value, int decimals) {
        page.open("td")
                .element("data", Numbers.fixed(value, decimals), "value", Double.toString(value))
                .close();
    }

    /** Everything that was recorded, or should have been, and does not count as it stands. */
    void writeExclusions() {
        page.element("h3", "Participants and phases");
        List<Exclusion> whole = new ArrayList<>(of(Exclusion.Kind.PARTICIPANT));
        whole.addAll(of(Exclusion.Kind.EPOCH));
        if (whole.isEmpty()) {
            page.element("p", "No participant and no phase was excluded.");
        } else {
            openTable("Participants and phases that give no value", "Participant", "Excluded", "Reason");
            for (Exclusion e : whole) {
                page.open("tr").element("th", e.participant(), "scope", "row");
                page.element(
                        "td", e.kind() == Exclusion.Kind.PARTICIPANT ? "the participant" : e.where(), "class", "words");
                page.element("td", e.reason(), "class", "words").close();
            }
            closeTable();
        }
        writeMissingValues();
        writeBeats();
    }

    private void writeMissingValues() {
        Map<String, Map<String, List<String>>> missing = new LinkedHashMap<>();
        comparison.persons().forEach(p -> missing.put(p.participant().id(), new LinkedHashMap<>()));
        for (OutcomeComparison o : comparison.outcomes()) {
            for (GroupSummary group : List.of(o.focal(), o.reference())) {
                group.excluded()
                        .forEach(e -> missing.computeIfAbsent(e.participant(), p -> new LinkedHashMap<>())
                                .computeIfAbsent(e.reason(), r -> new ArrayList<>())
                                .add(o.outcome().label()));
            }
        }
        page.element("h3", "Values that are missing");
        if (missing.values().stream().allMatch(Map::isEmpty)) {
            page.element("p", "Every participant has a value for every outcome.");
            return;
        }
        openTable("Who has no value for which outcome, and why", "Participant", "Reason", "Outcomes");
        missing.forEach((participant, reasons) -> reasons.forEach((reason, outcomes) -> {
            page.open("tr").element("th", participant, "scope", "row");
            page.element("td", reason, "class", "words");
            page.element("td", String.join("; ", outcomes), "class", "words").close();
        }));
        closeTable();
    }

    private void writeBeats() {
        Map<String, List<Exclusion>> byPerson = of(Exclusion.Kind.BEAT).stream()
                .collect(Collectors.groupingBy(Exclusion::participant, LinkedHashMap::new, Collectors.toList()));
        page.element("h3", "Beats");
        if (byPerson.isEmpty()) {
            page.element("p", "No beat was corrected.");
            return;
        }
        page.element(
                "p",
                "Every beat whose time was corrected, with its session time. Measured intervals stay in the files.");
        byPerson.forEach((participant, beats) -> {
            page.open("details");
            page.element("summary", participant + ": " + Numbers.count(beats.size(), "beat"));
            openTable("Corrected beats of " + participant, "Time (s)", "Class", "Reason");
            for (Exclusion beat : beats) {
                page.open("tr");
                if (beat.atSeconds().isPresent()) {
                    number(beat.atSeconds().getAsDouble(), 2);
                } else {
                    page.element("td", "–", "class", "missing");
                }
                page.element("td", beat.where(), "class", "words");
                page.element("td", beat.reason(), "class", "words").close();
            }
            closeTable();
            page.close();
        });
    }

    private void openTable(String caption, String... heads) {
        page.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", caption);
        page.open("table").element("caption", caption).open("thead").open("tr");
        for (String head : heads) {
            page.element("th", head, "scope", "col");
        }
        page.close().close().open("tbody");
    }

    private void closeTable() {
        page.close().close().close();
    }

    private List<Exclusion> of(Exclusion.Kind kind) {
        return comparison.exclusions().stream().filter(e -> e.kind() == kind).toList();
    }

    private static Map<String, Set<String>> byReason(List<Exclusion> exclusions) {
        Map<String, Set<String>> reasons = new LinkedHashMap<>();
        exclusions.forEach(e ->
                reasons.computeIfAbsent(e.reason(), r -> new LinkedHashSet<>()).add(e.participant()));
        return reasons;
    }
}
