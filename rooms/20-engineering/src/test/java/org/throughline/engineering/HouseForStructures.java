package org.throughline.engineering;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.throughline.kernel.Identity;
import org.throughline.records.Comments;
import org.throughline.records.Numbers;
import org.throughline.workflow.Acknowledgements;
import org.throughline.workflow.ApprovalGranted;
import org.throughline.workflow.ApprovalRequest;
import org.throughline.workflow.Approvals;
import org.throughline.workflow.Notices;
import tools.jackson.databind.json.JsonMapper;

/** A ground that numbers orders, grants every approval at once and is silent about everything else. */
@TestConfiguration(proxyBeanMethods = false)
class HouseForStructures {

    @Bean
    JsonMapper jsonMapper() {
        return JsonMapper.builder().build();
    }

    @Bean
    Numbers numbers() {
        var counter = new AtomicInteger();
        return rule -> rule + "-" + counter.incrementAndGet();
    }

    @Bean
    Approvals approvals(ApplicationEventPublisher events) {
        return silent(Approvals.class, events);
    }

    @Bean
    Notices notices(ApplicationEventPublisher events) {
        return silent(Notices.class, events);
    }

    @Bean
    Comments comments(ApplicationEventPublisher events) {
        return silent(Comments.class, events);
    }

    @Bean
    Acknowledgements acknowledgements(ApplicationEventPublisher events) {
        return silent(Acknowledgements.class, events);
    }

    private static <T> T silent(Class<T> door, ApplicationEventPublisher events) {
        return door.cast(Proxy.newProxyInstance(
                door.getClassLoader(), new Class<?>[] {door}, (proxy, method, given) -> {
                    if (given != null && given.length > 0 && given[0] instanceof ApprovalRequest request) {
                        events.publishEvent(new ApprovalGranted(
                                request.recordType(), request.recordId(), Identity.fresh(), Instant.EPOCH));
                    }
                    return method.getReturnType() == Map.class
                            ? Map.of()
                            : method.getReturnType() == List.class ? List.of() : answer(method.getName());
                }));
    }

    private static @Nullable Object answer(String method) {
        return method.equals("hashCode") ? Integer.valueOf(1) : null;
    }
}
