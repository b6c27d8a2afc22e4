package org.throughline.engineering;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.engineering.internal.BomDesk;
import org.throughline.engineering.internal.StructureGuard;

/** Use case: bills of material are written, one or many thousand at once; the importers' and generators' way in. */
@Service
public class SaveBoms {

    private final BomDesk desk;
    private final StructureGuard guard;
    private final Structures structures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SaveBoms(BomDesk desk, StructureGuard guard, Structures structures, ApplicationEventPublisher events, Clock clock) {
        this.desk = desk;
        this.guard = guard;
        this.structures = structures;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes each item's bill of that revision what the draft says; saving the same again changes nothing. The structure is
     * checked once, after all are written: with a cycle nothing is written at all.
     *
     * @return per item what was done, in the order of the drafts
     * @throws StructureRefused if an item would contain itself; the path is named
     */
    @Transactional
    public Map<UUID, Saved> save(List<BomDraft> drafts) {
        var done = new LinkedHashMap<UUID, Saved>();
        var changed = new ArrayList<UUID>();
        for (var draft : drafts) {
            var saved = desk.save(draft);
            done.put(draft.itemId(), saved);
            if (saved != Saved.UNCHANGED) {
                changed.add(draft.itemId());
            }
        }
        if (!changed.isEmpty()) {
            guard.refuseCycles();
            guard.writeLevels(structures.lowLevelCodes(LocalDate.now(clock)));
            events.publishEvent(new StructureChanged(List.copyOf(changed), clock.instant()));
        }
        return done;
    }
}
