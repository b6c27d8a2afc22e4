package org.throughline.engineering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.throughline.kernel.Quantity;

/**
 * What things consist of and how they are made. Every method reads the structure with a fixed number of statements,
 * however many items are asked for.
 */
public interface Structures {

    /** The released bill valid on {@code date}, with its lines valid on that date. */
    Optional<Bom> bomOf(UUID itemId, LocalDate date);

    /** The released bills valid on {@code date}, by item; items without one are missing from the answer. */
    Map<UUID, Bom> bomsOf(Collection<UUID> itemIds, LocalDate date);

    /**
     * For planning, everything that counts on {@code date} and later: the released bills of each item, one after the other, each with the days on
     * which it counts. Their lines have their own days and contain every choice of a group of alternatives, by position and
     * priority; lines that have ended before {@code date} are left out.
     */
    Map<UUID, List<Bom>> bomsFrom(LocalDate date);

    /**
     * Takes {@code quantity} of an item apart, level by level.
     *
     * @param quantity in the item's base unit
     * @throws StructureRefused if the structure contains itself
     */
    Explosion explode(UUID itemId, Quantity quantity, LocalDate date);

    /** Everything the item goes into on {@code date}, nearest first. */
    List<WhereUsed> whereUsed(UUID itemId, LocalDate date);

    /**
     * The deepest level at which each item of any released bill valid today appears: 0 for what nothing uses.
     *
     * @throws StructureRefused if the structure contains itself; the path is named
     */
    Map<UUID, Integer> lowLevelCodes();

    /** The same on another day. */
    Map<UUID, Integer> lowLevelCodes(LocalDate date);

    /**
     * How the item is made: its own released routing, or the default operation of its group, marked as defaulted.
     *
     * @throws StructureRefused if it has neither, so that nothing is ever planned with no time at all
     */
    Routing routingOf(UUID itemId);

    /** The routings of these items; items with neither routing nor default are missing from the answer. */
    Map<UUID, Routing> routingsOf(Collection<UUID> itemIds);

    /**
     * Keeps bill and routing of {@code itemId} for an order line as they are on {@code at}. Frozen once: a second call
     * answers what was frozen first.
     */
    FrozenStructure freeze(UUID orderLineId, UUID itemId, Instant at);

    /** What was frozen for the item under this order line. */
    Optional<FrozenStructure> frozenFor(UUID orderLineId, UUID itemId);

    /** Everything frozen for an order line, product first. */
    List<FrozenStructure> frozenFor(UUID orderLineId);
}
