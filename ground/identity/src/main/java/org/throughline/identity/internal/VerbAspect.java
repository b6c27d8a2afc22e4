package org.throughline.identity.internal;

import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.throughline.identity.Permissions;
import org.throughline.identity.Verb;

/**
 * Asks for permission before a verb, outside the verb's transaction. What a permitted verb sets in motion (a report that
 * completes an order) needs no further permission of the same person: only the outermost verb is asked for.
 */
@Aspect
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class VerbAspect {

    private static final ScopedValue<Verb> PERMITTED = ScopedValue.newInstance();

    private final Permissions permissions;

    VerbAspect(Permissions permissions) {
        this.permissions = permissions;
    }

    @Around("@annotation(verb)")
    @Nullable
    Object permitted(ProceedingJoinPoint method, Verb verb) throws Throwable {
        if (PERMITTED.isBound()) {
            return method.proceed();
        }
        permissions.require(verb.type(), verb.operation());
        return ScopedValue.where(PERMITTED, verb).call(method::proceed);
    }
}
