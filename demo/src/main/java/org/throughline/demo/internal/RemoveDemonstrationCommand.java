package org.throughline.demo.internal;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.throughline.demo.DemonstrationFactory;
import org.throughline.kernel.Command;

/** {@code ./run remove-demonstration}. */
@Component
class RemoveDemonstrationCommand implements Command {

    private final DemonstrationFactory demonstration;

    RemoveDemonstrationCommand(DemonstrationFactory demonstration) {
        this.demonstration = demonstration;
    }

    @Override
    public String name() {
        return "remove-demonstration";
    }

    @Override
    public String help() {
        return "remove-demonstration — takes away everything that was entered and starts with an empty factory";
    }

    @Override
    public boolean run(List<String> arguments, Consumer<String> tell) {
        var account = demonstration.remove();
        tell.accept("The factory is empty. Sign in as %s with the password %s and change it."
                .formatted(account.username(), account.password()));
        return true;
    }
}
