package org.throughline.exchange.internal.frepple;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The data sets are plans of years ago. Due dates move by as many days as lie between the plan's current date and today,
 * so that the plan begins today; calendars keep their dates.
 */
final class MovedDates {

    private static final int DATE_LENGTH = 10;

    private final LocalDate begins;
    private final long days;

    MovedDates(Dataset data, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        this.begins = data.parameter("currentdate")
                .filter(text -> text.matches("\\d{4}-\\d\\d-\\d\\d.*"))
                .map(text -> LocalDate.parse(text.substring(0, DATE_LENGTH)))
                .or(() -> data.rows(Model.DEMAND).stream()
                        .filter(row -> !row.text("status").orElse("open").equals("closed"))
                        .flatMap(row -> row.date("due").stream())
                        .min(LocalDate::compareTo))
                .orElse(today);
        this.days = ChronoUnit.DAYS.between(begins, today);
    }

    LocalDate begins() {
        return begins;
    }

    long days() {
        return days;
    }

    LocalDate moved(LocalDate date) {
        return date.plusDays(days);
    }
}
