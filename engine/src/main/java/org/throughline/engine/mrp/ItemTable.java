package org.throughline.engine.mrp;

/** To come. */
record ItemTable(MrpInput input) {
    static ItemTable of(MrpInput input) {
        return new ItemTable(input);
    }
}
