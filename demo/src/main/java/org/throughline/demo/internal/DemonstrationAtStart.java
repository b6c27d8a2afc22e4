package org.throughline.demo.internal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.throughline.demo.DemonstrationFactory;
import org.throughline.kernel.Actor;

/** Builds the demonstration at the first start, unless an empty house was asked for; prints how far it is. */
@Component
@ConditionalOnWebApplication
class DemonstrationAtStart implements ApplicationRunner {

    private final DemonstrationFactory demonstration;
    private final boolean empty;

    DemonstrationAtStart(DemonstrationFactory demonstration, @Value("${throughline.empty:false}") boolean empty) {
        this.demonstration = demonstration;
        this.empty = empty;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!empty) {
            Actor.system().run(() -> {
                if (demonstration.houseIsEmpty()) {
                    demonstration.build(line -> System.out.println("  " + line));
                }
            });
        }
    }
}
