package org.lacrima.core.study;

import java.util.List;

/**
 * A study: its plan and one session per participant, in the order of the participants table.
 *
 * @param name title, as {@code dataset_description.json} has it
 * @param plan how it is analysed
 * @param sessions one per participant
 */
public record Study(String name, AnalysisPlan plan, List<Session> sessions) {
    /** Copies the sessions. */
    public Study {
        sessions = List.copyOf(sessions);
    }

    /** The sessions of a group, in order. */
    public List<Session> of(Group group) {
        return sessions.stream()
                .filter(s -> s.participant().group().equals(group))
                .toList();
    }
}
