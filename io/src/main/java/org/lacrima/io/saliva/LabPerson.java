package org.lacrima.io.saliva;

import org.lacrima.core.cortisol.LabSeries;

/**
 * What a laboratory says of one person's samples of one day.
 *
 * @param id the person
 * @param day the day, as the file calls it, such as {@code T1}; empty where it names none
 * @param group the group, empty where the file names none
 * @param series the samples; {@link org.lacrima.core.cortisol.LabRules} turn them into concentrations
 */
public record LabPerson(String id, String day, String group, LabSeries series) {}
