package org.throughline.scheduling.internal;

import org.springframework.stereotype.Service;
import org.throughline.engineering.Structures;
import org.throughline.factory.Items;
import org.throughline.order.PromiseDates;
import org.throughline.planning.Requirements;

/** Where promises are asked for. */
@Service
class PromiseDesk implements PromiseDates {

    private final Requirements requirements;
    private final Structures structures;
    private final Items items;
    private final PromiseBoards boards;

    PromiseDesk(Requirements requirements, Structures structures, Items items, PromiseBoards boards) {
        this.requirements = requirements;
        this.structures = structures;
        this.items = items;
        this.boards = boards;
    }

    @Override
    public Asking together() {
        return new PromiseRound(requirements.inquiries(), structures, items, boards);
    }
}
