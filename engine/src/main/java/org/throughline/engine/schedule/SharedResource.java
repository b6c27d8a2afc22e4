package org.throughline.engine.schedule;

import java.util.ArrayList;
import java.util.List;
import org.throughline.engine.calendar.Window;
import org.throughline.engine.calendar.WorkingCalendar;

/**
 * People of a skill, tools or fixtures of a kind: a number that operations take while they run (not during setup).
 *
 * @param id unique among shared resources
 * @param capacity how many there are, at least 1
 * @param calendar when they are there; an operation that uses them works only while machine and resource both work
 * @param absences when there are fewer: a night shift, a fixture in repair; operations do not pause over them but wait
 */
public record SharedResource(String id, int capacity, WorkingCalendar calendar, List<Absence> absences) {

    /**
     * So many are not there.
     *
     * @param count at least 1; absences of the same time add up
     */
    public record Absence(Window window, int count) {}

    public SharedResource {
        absences = List.copyOf(absences);
    }

    /** Always the same number. */
    public SharedResource(String id, int capacity, WorkingCalendar calendar) {
        this(id, capacity, calendar, List.of());
    }

    public SharedResource without(int count, Window window) {
        var more = new ArrayList<>(absences);
        more.add(new Absence(window, count));
        return new SharedResource(id, capacity, calendar, more);
    }
}
