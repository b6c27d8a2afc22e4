package org.throughline.demo.internal;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.demo.DemonstrationFactory;
import org.throughline.demo.DemonstrationFactory.FirstAccount;

/** {@code /api/demonstration}: whether it is here, and its removal. */
@RestController
@RequestMapping("/api/demonstration")
class DemonstrationController {

    private final DemonstrationFactory demonstration;

    DemonstrationController(DemonstrationFactory demonstration) {
        this.demonstration = demonstration;
    }

    record DemonstrationView(boolean exists) {}

    /** Whether the demonstration factory is here. */
    @GetMapping
    DemonstrationView get() {
        return new DemonstrationView(demonstration.exists());
    }

    /** 200 the account that can enter afterwards, its password said this once · 403 for all but administrators. */
    @DeleteMapping
    FirstAccount remove() {
        return demonstration.remove();
    }
}
