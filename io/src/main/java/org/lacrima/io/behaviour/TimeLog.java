package org.lacrima.io.behaviour;

import java.time.LocalTime;
import org.lacrima.core.study.Timeline;

/**
 * When the phases of one person's session were, from the protocol that the experimenter kept.
 *
 * @param participant the person
 * @param group the group or condition; empty where the log names none
 * @param start clock time of second 0, the begin of the first phase
 * @param timeline the phases
 */
public record TimeLog(String participant, String group, LocalTime start, Timeline timeline) {}
