package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A component that an order consumes: what is picked for it. */
public record Requirement(
        RequirementRef order,
        String component,
        BigDecimal quantity,
        LocalDate date,
        @Nullable String peg) {}
