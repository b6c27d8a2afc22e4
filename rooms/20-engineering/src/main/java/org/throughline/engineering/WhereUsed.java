package org.throughline.engineering;

import java.util.List;
import java.util.UUID;
import org.throughline.kernel.Quantity;

/**
 * A place where an item goes into.
 *
 * @param level       1 for a direct parent, 2 for the parent's parent …
 * @param path        from the direct parent up to {@code parentId}
 * @param quantityPer net, of the item asked for, in one base unit of {@code parentId}
 * @param top         nothing further uses the parent
 */
public record WhereUsed(UUID parentId, int level, List<UUID> path, Quantity quantityPer, boolean top) {

    public WhereUsed {
        path = List.copyOf(path);
    }
}
