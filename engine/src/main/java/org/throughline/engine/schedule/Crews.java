package org.throughline.engine.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.calendar.WorkingCalendar;

/** The people by number: what they can do, and when they are busy. */
final class Crews {

    static final int[] NOBODY = {};

    private final List<Person> people;
    private final ResourceProfile[] busy;
    /** False for a profile that belongs to others too and is copied before it changes. */
    private final boolean[] own;

    private final Network network;

    /** The people of a network, none of them busy. */
    Crews(Network network) {
        this.network = network;
        people = network.problem.people();
        busy = new ResourceProfile[people.size()];
        Arrays.setAll(busy, p -> new ResourceProfile(1));
        own = new boolean[people.size()];
        Arrays.fill(own, true);
    }

    /** Busy as others are, who do not change any more; what is taken here does not change them. */
    Crews(Crews others) {
        network = others.network;
        people = others.people;
        busy = others.busy.clone();
        own = new boolean[people.size()];
    }

    /** Who can do it: the lowest sufficient grade first, so that the better ones stay free. */
    List<Integer> able(Operation.Need need) {
        return IntStream.range(0, people.size())
                .filter(p -> people.get(p).can(need.skill(), need.grade()))
                .boxed()
                .sorted(Comparator.comparingInt(p -> people.get(p).skills().getOrDefault(need.skill(), 0)))
                .toList();
    }

    /** When the machine works and the person is there. */
    WorkingCalendar calendar(WorkingCalendar machine, int person) {
        return network.both(machine, people.get(person).calendar());
    }

    /**
     * People for all needs who are free from start to end and there whenever the calendar works.
     *
     * @return null if there are not enough
     */
    int @Nullable [] choose(List<Operation.Need> needs, WorkingCalendar calendar, long start, long end) {
        if (needs.isEmpty()) {
            return NOBODY;
        }
        var places = new ArrayList<Operation.Need>();
        needs.forEach(need -> IntStream.range(0, need.count()).forEach(k -> places.add(need)));
        long work = calendar.workBetween(start, end);
        int[] placeOf = new int[people.size()];
        Arrays.fill(placeOf, -1);
        for (int place = 0; place < places.size(); place++) {
            boolean[] asked = new boolean[people.size()];
            if (!seat(places, place, placeOf, asked, p -> isThere(p, calendar, work, start, end))) {
                return null;
            }
        }
        return IntStream.range(0, people.size()).filter(p -> placeOf[p] >= 0).toArray();
    }

    private interface Presence {
        boolean of(int person);
    }

    private boolean isThere(int person, WorkingCalendar calendar, long work, long start, long end) {
        return busy[person].retryAt(start, end, 1) == start
                && calendar(calendar, person).workBetween(start, end) == work;
    }

    /** Finds somebody for a place, if need be by finding another place for somebody who has one. */
    private boolean seat(List<Operation.Need> places, int place, int[] placeOf, boolean[] asked, Presence presence) {
        for (int person : able(places.get(place))) {
            if (!asked[person] && presence.of(person)) {
                asked[person] = true;
                if (placeOf[person] < 0 || seat(places, placeOf[person], placeOf, asked, presence)) {
                    placeOf[person] = place;
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The first minute after {@code minute} at which somebody comes to work, or will be free for as long as until {@code end}
     * from now.
     */
    long nextChance(List<Operation.Need> needs, WorkingCalendar calendar, long minute, long end) {
        long next = Long.MAX_VALUE;
        for (var need : needs) {
            for (int person : able(need)) {
                long free = busy[person].retryAt(minute, Math.max(end, minute + 1), 1);
                if (free > minute) {
                    next = Math.min(next, free);
                }
                var own = calendar(calendar, person);
                if (own.worksAfter(minute)) {
                    long pause = own.nextWorking(minute) == minute ? own.endOfWindow(minute) : minute;
                    next = Math.min(next, Math.max(minute + 1, own.nextWorking(pause)));
                }
            }
        }
        return next == Long.MAX_VALUE ? minute + 1 : next;
    }

    /** How many who can do it are there and not busy at a minute. */
    long free(Operation.Need need, long minute) {
        return able(need).stream()
                .filter(p ->
                        people.get(p).calendar().isWorking(minute) && busy[p].retryAt(minute, minute + 1, 1) == minute)
                .count();
    }

    void take(int[] crew, long start, long end) {
        for (int person : crew) {
            own(person).take(start, end, 1);
        }
    }

    void give(int[] crew, long start, long end) {
        for (int person : crew) {
            own(person).give(start, end, 1);
        }
    }

    private ResourceProfile own(int person) {
        if (!own[person]) {
            busy[person] = new ResourceProfile(busy[person]);
            own[person] = true;
        }
        return busy[person];
    }

    /** People by id; those who are not there any more are left out. */
    int[] numbers(List<String> ids) {
        return IntStream.range(0, people.size())
                .filter(p -> ids.contains(people.get(p).id()))
                .toArray();
    }
}
