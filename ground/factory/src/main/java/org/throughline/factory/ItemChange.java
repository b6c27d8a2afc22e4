package org.throughline.factory;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Money;

/** Collects changed fields of an {@link Item}; {@link #done()} answers the changed item. Not thread-safe. */
public final class ItemChange {

    private final Item from;
    private String code;
    private String name;
    private @Nullable String nameEnglish;
    private @Nullable String specification;
    private @Nullable String drawingNumber;
    private @Nullable String revision;
    private Item.Kind kind;
    private String unit;
    private @Nullable UUID groupId;
    private int leadTimeDays;
    private BigDecimal safetyStock;
    private LotPolicy lots;
    private BigDecimal scrapRate;
    private Item.Tracking tracking;
    private boolean inspectOnReceipt;
    private boolean inspectOnCompletion;
    private Item.Peg peg;
    private Money standardCost;
    private Money listPrice;
    private int lowLevelCode;
    private boolean active;
    private @Nullable UUID pictureFileId;
    private @Nullable String externalId;

    ItemChange(Item from) {
        this.from = from;
        this.code = from.code();
        this.name = from.name();
        this.nameEnglish = from.nameEnglish();
        this.specification = from.specification();
        this.drawingNumber = from.drawingNumber();
        this.revision = from.revision();
        this.kind = from.kind();
        this.unit = from.unit();
        this.groupId = from.groupId();
        this.leadTimeDays = from.leadTimeDays();
        this.safetyStock = from.safetyStock();
        this.lots = from.lots();
        this.scrapRate = from.scrapRate();
        this.tracking = from.tracking();
        this.inspectOnReceipt = from.inspectOnReceipt();
        this.inspectOnCompletion = from.inspectOnCompletion();
        this.peg = from.peg();
        this.standardCost = from.standardCost();
        this.listPrice = from.listPrice();
        this.lowLevelCode = from.lowLevelCode();
        this.active = from.active();
        this.pictureFileId = from.pictureFileId();
        this.externalId = from.externalId();
    }

    public ItemChange code(String value) {
        code = value;
        return this;
    }

    public ItemChange name(String value) {
        name = value;
        return this;
    }

    public ItemChange nameEnglish(@Nullable String value) {
        nameEnglish = value;
        return this;
    }

    public ItemChange specification(@Nullable String value) {
        specification = value;
        return this;
    }

    public ItemChange drawing(@Nullable String number, @Nullable String itemRevision) {
        drawingNumber = number;
        revision = itemRevision;
        return this;
    }

    public ItemChange kind(Item.Kind value) {
        kind = value;
        return this;
    }

    public ItemChange unit(String value) {
        unit = value;
        return this;
    }

    public ItemChange group(@Nullable UUID value) {
        groupId = value;
        return this;
    }

    public ItemChange leadTimeDays(int value) {
        leadTimeDays = value;
        return this;
    }

    public ItemChange safetyStock(BigDecimal value) {
        safetyStock = value;
        return this;
    }

    public ItemChange lots(LotPolicy value) {
        lots = value;
        return this;
    }

    public ItemChange scrapRate(BigDecimal value) {
        scrapRate = value;
        return this;
    }

    public ItemChange tracking(Item.Tracking value) {
        tracking = value;
        return this;
    }

    public ItemChange inspection(boolean onReceipt, boolean onCompletion) {
        inspectOnReceipt = onReceipt;
        inspectOnCompletion = onCompletion;
        return this;
    }

    public ItemChange peg(Item.Peg value) {
        peg = value;
        return this;
    }

    public ItemChange standardCost(Money value) {
        standardCost = value;
        return this;
    }

    public ItemChange listPrice(Money value) {
        listPrice = value;
        return this;
    }

    public ItemChange lowLevelCode(int value) {
        lowLevelCode = value;
        return this;
    }

    public ItemChange active(boolean value) {
        active = value;
        return this;
    }

    public ItemChange picture(@Nullable UUID value) {
        pictureFileId = value;
        return this;
    }

    public ItemChange externalId(@Nullable String value) {
        externalId = value;
        return this;
    }

    /** The item with everything that was changed. */
    public Item done() {
        return new Item(
                from.id(),
                code,
                name,
                nameEnglish,
                specification,
                drawingNumber,
                revision,
                kind,
                unit,
                groupId,
                leadTimeDays,
                safetyStock,
                lots,
                scrapRate,
                tracking,
                inspectOnReceipt,
                inspectOnCompletion,
                peg,
                standardCost,
                listPrice,
                lowLevelCode,
                active,
                pictureFileId,
                externalId,
                from.version());
    }
}
