package org.throughline.demo.internal;

/**
 * How much is replayed: a quiet year that only fills the charts, then the present volume.
 *
 * @param days                 calendar days that are replayed
 * @param busyDays             calendar days since which orders come as today
 * @param scheduledDays        calendar days since which the floor works by a published schedule
 * @param quietOrdersInTenDays orders in ten working days at the beginning
 * @param busyOrdersInTenDays  orders in ten working days today
 */
record Shape(int days, int busyDays, int scheduledDays, int quietOrdersInTenDays, int busyOrdersInTenDays) {

    /** How long the shop grew from the quiet to the present volume. */
    private static final int GROWTH_DAYS = 30;

    /** What a newcomer sees. */
    static final Shape FULL = new Shape(365, 54, 26, 6, 62);

    /** Enough for every station to be occupied, in a few seconds. */
    static final Shape SMALL = new Shape(75, 55, 12, 4, 9);

    /** {@code SMALL}, else the whole. */
    static Shape of(String size) {
        return "SMALL".equalsIgnoreCase(size) ? SMALL : FULL;
    }

    /** Orders that come in ten working days, so many days ago. */
    int ordersInTenDays(long daysAgo) {
        if (daysAgo <= busyDays) {
            return busyOrdersInTenDays;
        }
        long before = Math.min(GROWTH_DAYS, daysAgo - busyDays);
        return busyOrdersInTenDays - (int) ((busyOrdersInTenDays - quietOrdersInTenDays) * before / GROWTH_DAYS);
    }

    boolean isScheduled(long daysAgo) {
        return daysAgo <= scheduledDays;
    }

    boolean isBusy(long daysAgo) {
        return daysAgo <= busyDays;
    }
}
