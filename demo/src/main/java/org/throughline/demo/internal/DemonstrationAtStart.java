package org.throughline.demo.internal;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.throughline.demo.DemonstrationFactory;
import org.throughline.kernel.Actor;

/** Builds the demonstration at the first start, unless an empty house was asked for; prints how far it is. */
@Component
@ConditionalOnWebApplication
class DemonstrationAtStart implements ApplicationRunner {

    private static final int STEP_PERCENT = 5;

    private final DemonstrationFactory demonstration;
    private final Environment environment;
    private final boolean empty;

    DemonstrationAtStart(
            DemonstrationFactory demonstration,
            Environment environment,
            @Value("${throughline.empty:false}") boolean empty) {
        this.demonstration = demonstration;
        this.environment = environment;
        this.empty = empty;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!empty) {
            Actor.system().run(() -> {
                if (demonstration.isUnfinished() || demonstration.houseIsEmpty()) {
                    build();
                }
            });
        }
    }

    private void build() {
        System.out.printf("%n  Throughline 贯通  →  http://localhost:%s%n", environment.getProperty("local.server.port"));
        System.out.println("  示范工厂：正在建立，过去一年逐日重演 · The demonstration factory: replaying its last year …");
        var said = new AtomicInteger(-STEP_PERCENT);
        demonstration.build(progress -> {
            if (progress.percent() >= said.get() + STEP_PERCENT) {
                said.set(progress.percent());
                System.out.printf(
                        "  %3d %%  %s  订单 %d orders · 已交付 %d lines delivered%n",
                        progress.percent(), progress.day(), progress.orders(), progress.delivered());
            }
        });
    }
}
