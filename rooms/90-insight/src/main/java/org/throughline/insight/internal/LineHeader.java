package org.throughline.insight.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/** What a line is called and for whom it is made, as the list shows it. */
record LineHeader(
        UUID line,
        UUID order,
        String orderNumber,
        int position,
        String orderClass,
        UUID customer,
        String customerName,
        UUID item,
        String itemCode,
        String itemName,
        @Nullable String drawingNumber,
        @Nullable String revision,
        Quantity quantity,
        @Nullable LocalDate firstPromise,
        @Nullable UUID salesOwner) {}
