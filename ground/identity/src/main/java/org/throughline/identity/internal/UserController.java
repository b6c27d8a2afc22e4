package org.throughline.identity.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.identity.Account;
import org.throughline.identity.Accounts;
import org.throughline.identity.KeepAccounts;
import org.throughline.identity.KeepAccounts.NewAccount;
import org.throughline.identity.Permissions;
import org.throughline.identity.Role;
import org.throughline.web.Language;
import org.throughline.web.Page;

/** {@code /api/users}, {@code /api/roles}: the accounts and their roles. */
@RestController
@RequestMapping("/api")
class UserController {

    private static final int LARGEST_PAGE = 200;

    private final Accounts accounts;
    private final KeepAccounts keepAccounts;
    private final Permissions permissions;
    private final Sessions sessions;

    UserController(Accounts accounts, KeepAccounts keepAccounts, Permissions permissions, Sessions sessions) {
        this.accounts = accounts;
        this.keepAccounts = keepAccounts;
        this.permissions = permissions;
        this.sessions = sessions;
    }

    /** The accounts, by name. */
    @GetMapping("/users")
    Page<Account> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        permissions.require("user", "read");
        return accounts.list(q, Math.max(0, page), Math.clamp(size, 1, LARGEST_PAGE));
    }

    /** 201 the new account · 409 name taken, password too short, role unknown. */
    @PostMapping("/users")
    @ResponseStatus(HttpStatus.CREATED)
    Account create(@RequestBody NewUser wanted) {
        return keepAccounts.create(new NewAccount(
                wanted.username(),
                wanted.displayName(),
                wanted.password(),
                Objects.requireNonNullElse(wanted.language(), "zh"),
                wanted.roles(),
                wanted.personId(),
                wanted.partnerId(),
                false));
    }

    /** Changes what is given; the rest stays. */
    @PatchMapping("/users/{id}")
    Account change(@PathVariable UUID id, @RequestBody UserChange change) {
        var known = accounts.get(id);
        var saved = keepAccounts.change(new Account(
                id,
                known.username(),
                Objects.requireNonNullElse(change.displayName(), known.displayName()),
                Objects.requireNonNullElse(change.language(), known.language()),
                Objects.requireNonNullElse(change.roles(), known.roles()),
                change.personId() == null ? known.personId() : change.personId(),
                change.partnerId() == null ? known.partnerId() : change.partnerId(),
                change.active() == null ? known.active() : change.active(),
                known.demonstration(),
                change.version()));
        if (change.password() != null) {
            keepAccounts.resetPassword(id, change.password());
        }
        sessions.forget();
        return change.password() == null ? saved : accounts.get(id);
    }

    /** The roles that an account may have. */
    @GetMapping("/roles")
    List<RoleView> roles() {
        var language = Language.ofAnswer();
        return Arrays.stream(Role.values())
                .map(role -> new RoleView(role.code(), role.label(language), role.isExternal()))
                .toList();
    }

    record NewUser(
            String username,
            String displayName,
            String password,
            @Nullable String language,
            Set<String> roles,
            @Nullable UUID personId,
            @Nullable UUID partnerId) {}

    record UserChange(
            int version,
            @Nullable String displayName,
            @Nullable String password,
            @Nullable String language,
            @Nullable Set<String> roles,
            @Nullable UUID personId,
            @Nullable UUID partnerId,
            @Nullable Boolean active) {}

    record RoleView(String code, String label, boolean external) {}
}
