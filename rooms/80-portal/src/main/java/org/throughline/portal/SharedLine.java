package org.throughline.portal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order line as its customer sees it: no prices, no staff but the contact, seven stations.
 *
 * @param promised latest promise
 * @param forecast when it will arrive as things stand; null while the order is on hold
 * @param daysLate from promise to forecast; 0 when it will be in time
 * @param percent  production done
 * @param contact  the salesperson's name
 * @param phone    the salesperson's; null if none is known
 */
public record SharedLine(
        UUID id,
        UUID orderId,
        String orderNumber,
        int position,
        String item,
        @Nullable String drawing,
        BigDecimal quantity,
        String unit,
        LocalDate promised,
        @Nullable LocalDate forecast,
        int daysLate,
        boolean done,
        int percent,
        @Nullable String contact,
        @Nullable String phone,
        List<Station> stations) {

    public SharedLine {
        stations = List.copyOf(stations);
    }

    /** The seven stations a customer cares about. */
    public enum StationKind {
        CONFIRMED,
        DRAWING,
        MATERIAL,
        PRODUCTION,
        INSPECTED,
        SHIPPED,
        DELIVERED
    }

    /** How far a station is. */
    public enum StationState {
        DONE,
        CURRENT,
        FUTURE
    }

    /**
     * One station.
     *
     * @param at when it was passed, before that the forecast
     */
    public record Station(
            StationKind kind, StationState state, @Nullable Instant at) {}
}
