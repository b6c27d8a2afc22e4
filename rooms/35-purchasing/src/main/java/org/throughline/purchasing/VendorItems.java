package org.throughline.purchasing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Suppliers' terms. */
public interface VendorItems {

    /** The active terms of an item, first choice first. */
    List<VendorItem> ofItem(UUID itemId);

    /** The terms of this supplier for this item. */
    Optional<VendorItem> of(UUID supplierId, UUID itemId);

    /** Adds the terms, or writes them over those of the same supplier and item. */
    VendorItem save(VendorItem terms);
}
