package org.throughline.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a public method of a use case: a verb on a record, done only by those whose role permits it. Asked before the
 * transaction begins; see {@link Permissions#require}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Verb {

    /** The record type, e.g. {@code sales-order}. */
    String type();

    /** The verb, e.g. {@code confirm}. */
    String operation();
}
