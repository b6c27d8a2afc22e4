package org.throughline.factory.internal;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.throughline.factory.CalendarRefused;
import org.throughline.factory.Shift;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shifts as the table keeps them: {@code [{"day":1,"from":"08:00","to":"12:00"}, …]}. */
final class ShiftText {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private ShiftText() {}

    /** @throws CalendarRefused if the text is no list of shifts */
    static List<Shift> read(String text) {
        try {
            var shifts = new ArrayList<Shift>();
            for (JsonNode node : JSON.readTree(text)) {
                shifts.add(new Shift(
                        node.path("day").asInt(1),
                        time(node.path("from").asString()),
                        time(node.path("to").asString())));
            }
            return shifts;
        } catch (JacksonException | DateTimeException unreadable) {
            throw CalendarRefused.unreadableShifts(text);
        }
    }

    static String write(List<Shift> shifts) {
        return shifts.stream()
                .map(shift -> "{\"day\":%d,\"from\":\"%s\",\"to\":\"%s\"}"
                        .formatted(shift.day(), TIME.format(shift.from()), TIME.format(shift.to())))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /**
     * Shifts of a week must not overlap, the last one of Sunday with the first one of Monday included.
     *
     * @throws CalendarRefused naming the first two that do
     */
    static void checkNoOverlap(String calendar, List<Shift> shifts) {
        var sorted = shifts.stream()
                .sorted(Comparator.comparingInt(Shift::day).thenComparingInt(Shift::fromMinute))
                .toList();
        for (int i = 0; i < sorted.size(); i++) {
            Shift one = sorted.get(i);
            boolean last = i == sorted.size() - 1;
            Shift next = sorted.get(last ? 0 : i + 1);
            int nextStart = (next.day() - 1 + (last ? 7 : 0)) * 24 * 60 + next.fromMinute();
            int end = (one.day() - 1) * 24 * 60 + one.toMinute();
            if (sorted.size() > 1 && end > nextStart) {
                throw CalendarRefused.overlap(calendar, one, next);
            }
        }
    }

    private static LocalTime time(String text) {
        return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }
}
