package org.throughline.engine.bench;

/**
 * The numbers of one line of a file.
 *
 * @param number of the line, from 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ShopLine(int number, int[] numbers) {}
