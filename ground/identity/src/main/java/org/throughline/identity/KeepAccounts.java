package org.throughline.identity;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.kernel.Identity;

/** Use case: the administrator makes and changes accounts. */
@Service
public class KeepAccounts {

    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD_BYTES = 72; // bcrypt ignores the rest

    private final Accounts accounts;
    private final BCryptPasswordEncoder passwords = new BCryptPasswordEncoder();

    KeepAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * An account to be made.
     *
     * @param username      letters, digits, point, dash, underscore; kept in lower case
     * @param password      at least 8 characters
     * @param roles         codes of {@link Role}
     * @param partnerId     needed for external roles
     * @param demonstration goes when the demonstration factory goes
     */
    public record NewAccount(
            String username,
            String displayName,
            String password,
            String language,
            Set<String> roles,
            @Nullable UUID personId,
            @Nullable UUID partnerId,
            boolean demonstration) {}

    /**
     * Makes an account.
     *
     * @throws AccountRefused if the name is taken or unfit, the password too short, or a role unknown
     */
    @Transactional
    @Verb(type = "user", operation = "create")
    public Account create(NewAccount wanted) {
        var username = wanted.username().strip().toLowerCase(Locale.ROOT);
        if (!username.matches("[\\p{L}\\p{N}._-]{1,60}")) {
            throw AccountRefused.badName(wanted.username());
        }
        if (accounts.byUsername(username).isPresent()) {
            throw AccountRefused.nameTaken(username);
        }
        var account = new Account(
                Identity.fresh(),
                username,
                wanted.displayName().strip(),
                wanted.language(),
                wanted.roles(),
                wanted.personId(),
                wanted.partnerId(),
                true,
                wanted.demonstration(),
                0);
        check(account);
        accounts.insert(account, hash(wanted.password()));
        return account;
    }

    /**
     * Writes an account's name, language, roles, person, partner and whether it is active.
     *
     * @throws AccountRefused if a role is unknown, or nobody could administer any more
     */
    @Transactional
    @Verb(type = "user", operation = "edit")
    public Account change(Account account) {
        check(account);
        var saved = accounts.save(account);
        if (accounts.activeAdministrators() == 0) {
            throw AccountRefused.lastAdministrator();
        }
        return saved;
    }

    /** Gives an account a new password. */
    @Transactional
    @Verb(type = "user", operation = "edit")
    public void resetPassword(UUID id, String password) {
        accounts.setPassword(accounts.get(id).id(), hash(password));
    }

    /**
     * The account's owner replaces its own password.
     *
     * @throws AccountRefused if the old one is wrong
     */
    @Transactional
    public void changeOwnPassword(UUID id, String old, String password) {
        var known = accounts.passwordHash(id);
        if (known == null || !passwords.matches(old, known)) {
            throw AccountRefused.wrongOldPassword();
        }
        accounts.setPassword(id, hash(password));
    }

    /** The account's owner chooses its language. */
    @Transactional
    public Account changeOwnLanguage(UUID id, String language) {
        var account = accounts.get(id);
        var changed = new Account(
                id,
                account.username(),
                account.displayName(),
                language,
                account.roles(),
                account.personId(),
                account.partnerId(),
                account.active(),
                account.demonstration(),
                account.version());
        check(changed);
        return accounts.save(changed);
    }

    private static void check(Account account) {
        if (!Set.of("zh", "en").contains(account.language())) {
            throw AccountRefused.unknownLanguage(account.language());
        }
        var external = new HashSet<Boolean>();
        for (var code : account.roles()) {
            external.add(Role.of(code)
                    .orElseThrow(() -> AccountRefused.unknownRole(code))
                    .isExternal());
        }
        if (external.contains(true) && account.partnerId() == null) {
            throw AccountRefused.externalWithoutPartner(account.username());
        }
    }

    private String hash(String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw AccountRefused.passwordTooShort(SHORTEST_PASSWORD);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            throw AccountRefused.passwordTooLong(LONGEST_PASSWORD_BYTES);
        }
        return String.valueOf(passwords.encode(password));
    }
}
