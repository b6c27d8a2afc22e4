package org.throughline.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * One item of the requirements of an order line, and below it what making the missing part consumes. Quantities are this
 * line's share, in the item's base unit: {@code gross = stock + open supply + net}; what the item has altogether stands
 * beside it, so that the share can be checked.
 *
 * @param level             0 for the product
 * @param gross             needed
 * @param stock             of it covered by stock, reserved or free
 * @param supply            of it covered by what is already ordered
 * @param net               of it neither there nor ordered
 * @param onHand            of the item altogether: available stock, whoever it is for
 * @param safetyStock       of the item: what the plan keeps of it
 * @param onOrder           of the item altogether: open supply, whoever it is for
 * @param kind              where the net part would come from
 * @param needed            when it is wanted
 * @param orderBy           when the net part must be ordered or started; null if nothing is missing
 * @param possible          when all of it can be there
 * @param pastDue           true if it should have been ordered before today
 * @param suggestionId      the suggestion that proposes the net part; null if none does (yet)
 * @param supplierName      from whom the net part would come; null for what is made
 * @param operationSequence the operation of the parent that uses it; null: the first
 * @param incoming          what is already ordered, by date
 * @param components        what the net part and the open work orders consume
 */
public record RequirementNode(
        UUID itemId,
        String itemCode,
        String itemName,
        int level,
        Quantity gross,
        Quantity stock,
        Quantity supply,
        Quantity net,
        Quantity onHand,
        Quantity safetyStock,
        Quantity onOrder,
        SupplyKind kind,
        LocalDate needed,
        @Nullable LocalDate orderBy,
        LocalDate possible,
        boolean pastDue,
        @Nullable UUID suggestionId,
        @Nullable String supplierName,
        @Nullable Integer operationSequence,
        List<KitItem.Incoming> incoming,
        List<RequirementNode> components) {

    public RequirementNode {
        incoming = List.copyOf(incoming);
        components = List.copyOf(components);
    }
}
