package org.throughline.engine.schedule;

import org.throughline.engine.calendar.WorkingCalendar;

/**
 * People of a skill, tools or fixtures of a kind: a number that operations take while they run (not during setup).
 *
 * @param id unique among shared resources
 * @param capacity how many there are, at least 1
 * @param calendar when they are there; an operation that uses them works only while machine and resource both work
 */
public record SharedResource(String id, int capacity, WorkingCalendar calendar) {}
