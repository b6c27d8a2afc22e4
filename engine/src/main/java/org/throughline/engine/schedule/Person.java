package org.throughline.engine.schedule;

import java.util.Map;
import org.throughline.engine.calendar.WorkingCalendar;

/**
 * Somebody by name, who does one operation at a time.
 *
 * @param id unique among people
 * @param skills the grade by skill; a higher grade can do what a lower one can
 */
public record Person(String id, WorkingCalendar calendar, Map<String, Integer> skills) {

    public Person {
        skills = Map.copyOf(skills);
    }

    /** Whether the person has the skill in at least this grade. */
    public boolean can(String skill, int grade) {
        return skills.getOrDefault(skill, Integer.MIN_VALUE) >= grade;
    }
}
