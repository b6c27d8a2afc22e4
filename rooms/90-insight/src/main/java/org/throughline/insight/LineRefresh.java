package org.throughline.insight;

/** Brings the lines up to date at once, for those who cannot wait for the refresher: replays and tests. */
public interface LineRefresh {

    /** Computes every marked line again; answers how many lines changed. Call outside any transaction. */
    int refreshNow();

    /** Marks every open line, then computes them all. */
    int refreshAll();
}
