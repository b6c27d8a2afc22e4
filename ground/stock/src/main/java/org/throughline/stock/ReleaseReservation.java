package org.throughline.stock;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;

/** Use case: somebody gives back what one reservation still keeps. */
@Service
public class ReleaseReservation {

    private final Reservations reservations;

    ReleaseReservation(Reservations reservations) {
        this.reservations = reservations;
    }

    /** Closes the reservation; nothing happens when it is closed already. */
    @Verb(type = "reservation", operation = "release")
    @Transactional
    public Reservation release(UUID reservationId) {
        Reservation reservation = reservations.get(reservationId);
        return reservation.open().isZero() ? reservation : reservations.reduce(reservationId, reservation.open());
    }
}
