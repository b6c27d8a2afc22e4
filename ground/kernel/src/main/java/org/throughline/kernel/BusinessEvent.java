package org.throughline.kernel;

/**
 * A fact that a room tells the rooms downstream: past tense, values only. Listeners run in the transaction of the one
 * who tells, so that a fact and its consequences are kept together or not at all.
 */
public interface BusinessEvent {}
