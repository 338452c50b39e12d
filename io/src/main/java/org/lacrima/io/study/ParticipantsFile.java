package org.lacrima.io.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lacrima.core.study.AnalysisPlan;
import org.lacrima.core.study.Group;
import org.lacrima.core.study.Participant;
import org.lacrima.io.ReadLog;
import org.lacrima.io.text.DelimitedTable;
import org.lacrima.io.text.Nearest;
import org.lacrima.io.text.Quote;
import org.lacrima.io.text.SourceText;

/**
 * The people of {@code participants.tsv}, in its order.
 *
 * @param lines line of each participant by id
 * @param participants the participants
 */
record ParticipantsFile(Map<String, Integer> lines, List<Participant> participants) {
    static final String NAME = "participants.tsv";
    private static final String ID = "participant_id";
    private static final String GROUP = "group";

    static Optional<ParticipantsFile> read(StudyFolder folder, PlanFile plan, ReadLog log) throws IOException {
        Optional<SourceText> text = folder.text(NAME);
        if (text.isEmpty()) {
            if (!folder.has(NAME)) {
                log.error(
                        NAME,
                        0,
                        "",
                        "is missing: " + folder.name() + " is no study folder without it",
                        "write a table with the columns participant_id and group, separated by tabs");
            }
            return Optional.empty();
        }
        Optional<DelimitedTable> table = DelimitedTable.parse(text.get(), '\t', log);
        if (table.isEmpty() || !table.get().requires(log, ID, GROUP)) {
            return Optional.empty();
        }
        Sidecar sidecar = Sidecar.read(folder, "participants.json", log);
        Map<String, Integer> lines = new LinkedHashMap<>();
        List<Participant> participants = new ArrayList<>();
        for (DelimitedTable.Row row : table.get().rows()) {
            participant(table.get(), row, plan, sidecar, lines, log).ifPresent(participants::add);
        }
        if (participants.isEmpty() && !log.hasErrors()) {
            log.error(NAME, 0, "", "names no participant", "write one row per participant");
        }
        warnOfMissingGroups(participants, plan.plan(), log);
        requireCovariates(table.get().header(), plan.plan().models().covariates(), log);
        return participants.isEmpty() ? Optional.empty() : Optional.of(new ParticipantsFile(lines, participants));
    }

    /** Reports who has no row in another table. */
    void requireRows(String table, Set<String> met, ReadLog log) {
        lines.forEach((id, line) -> {
            if (!met.contains(id)) {
                log.error(
                        NAME,
                        line,
                        ID,
                        Quote.of(id) + " has no row in " + table,
                        "add rows there, with n/a where nothing was measured, or delete the participant");
            }
        });
    }

    private static Optional<Participant> participant(
            DelimitedTable table,
            DelimitedTable.Row row,
            PlanFile plan,
            Sidecar sidecar,
            Map<String, Integer> lines,
            ReadLog log) {
        String id = table.cell(row, ID);
        String group = table.cell(row, GROUP);
        if (!isUsable(id, plan, row.line(), log)) {
            return Optional.empty();
        }
        Integer before = lines.putIfAbsent(id, row.line());
        if (before != null) {
            log.error(NAME, row.line(), ID, Quote.of(id) + " is on line " + before + " already", "delete one of them");
            return Optional.empty();
        }
        if (DelimitedTable.isMissing(group)) {
            log.error(NAME, row.line(), GROUP, "is missing for " + id, "name the group");
            return Optional.empty();
        }
        List<String> levels = sidecar.levels(GROUP);
        if (!levels.isEmpty() && !levels.contains(group)) {
            log.warning(
                    NAME,
                    row.line(),
                    GROUP,
                    Quote.of(group) + " is none of the levels in participants.json",
                    Nearest.remedy(group, levels));
        }
        Map<String, String> covariates = new LinkedHashMap<>();
        for (String column : table.header()) {
            String cell = table.cell(row, column);
            if (!column.equals(ID) && !column.equals(GROUP) && !DelimitedTable.isMissing(cell)) {
                covariates.put(column, cell);
            }
        }
        return Optional.of(new Participant(id, new Group(group), covariates));
    }

    private static boolean isUsable(String id, PlanFile plan, int line, ReadLog log) {
        if (DelimitedTable.isMissing(id)) {
            log.error(NAME, line, ID, "is missing", "name the participant");
            return false;
        }
        if (id.contains("..") || id.chars().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))) {
            log.error(NAME, line, ID, Quote.of(id) + " cannot be part of a file name", "use letters and digits");
            return false;
        }
        if (plan.recordings().isEmpty() && !id.matches("sub-[A-Za-z0-9]+")) {
            log.error(
                    NAME,
                    line,
                    ID,
                    Quote.of(id) + " is no label of BIDS",
                    "write sub- and letters or digits, such as sub-001, or name the recordings in lacrima.json");
            return false;
        }
        return true;
    }

    private static void warnOfMissingGroups(List<Participant> participants, AnalysisPlan plan, ReadLog log) {
        Set<String> groups = new LinkedHashSet<>();
        participants.forEach(p -> groups.add(p.group().name()));
        Map<Group, String> wanted = new LinkedHashMap<>();
        wanted.put(plan.contrast().focal(), "a group of the contrast");
        wanted.put(plan.contrast().reference(), "a group of the contrast");
        plan.models().arms().forEach(arm -> wanted.putIfAbsent(arm, "one of the arms"));
        wanted.forEach((group, what) -> {
            if (!participants.isEmpty() && !groups.contains(group.name())) {
                log.warning(
                        NAME,
                        0,
                        GROUP,
                        "has nobody in " + Quote.of(group.name()) + ", " + what,
                        "name it in lacrima.json as it is here: the groups are " + String.join(", ", groups));
            }
        });
    }

    private static void requireCovariates(List<String> header, List<String> covariates, ReadLog log) {
        List<String> columns =
                header.stream().filter(c -> !c.equals(ID) && !c.equals(GROUP)).toList();
        for (String covariate : covariates) {
            if (!columns.contains(covariate)) {
                log.error(
                        NAME,
                        1,
                        covariate,
                        "is a covariate of lacrima.json and no column here",
                        columns.isEmpty() ? "add the column" : Nearest.remedy(covariate, columns));
            }
        }
    }
}
