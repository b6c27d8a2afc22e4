package org.throughline.demo.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.demo.DemonstrationFactory;
import org.throughline.identity.Account;
import org.throughline.identity.Accounts;
import org.throughline.identity.Role;
import org.throughline.kernel.Actor;

/**
 * {@code GET /api/session/hints}: what a visitor may know before the login. The demonstration factory tells one account
 * a role with its password; a plant of its own tells nothing.
 */
@RestController
class LoginHintsController {

    private static final int LARGEST_LIST = 200;

    private final Accounts accounts;
    private final DemonstrationFactory demonstration;

    LoginHintsController(Accounts accounts, DemonstrationFactory demonstration) {
        this.accounts = accounts;
        this.demonstration = demonstration;
    }

    record Hint(String username, String name, String role, String password) {}

    /** @param building how far the demonstration is that is being built now; null: none is */
    record Hints(boolean demo, boolean empty, DemonstrationFactory.@Nullable Progress building, List<Hint> accounts) {}

    /** What the page before the sign-in may show: whether accounts of a demonstration are there. */
    @GetMapping("/api/session/hints")
    Hints hints() throws Exception {
        return Actor.system().call(() -> {
            var shown = accounts.list("", 0, LARGEST_LIST).items().stream()
                    .filter(Account::demonstration)
                    .sorted(Comparator.comparing(Account::id))
                    .toList();
            var hints = Arrays.stream(Role.values())
                    .flatMap(role -> shown.stream()
                            .filter(account -> account.roles().contains(role.code()))
                            .limit(1)
                            .map(account -> new Hint(
                                    account.username(),
                                    account.displayName(),
                                    role.code(),
                                    DemonstrationBuilder.PASSWORD)))
                    .toList();
            return new Hints(
                    !hints.isEmpty(),
                    demonstration.houseIsEmpty(),
                    demonstration.progress().orElse(null),
                    hints);
        });
    }
}
