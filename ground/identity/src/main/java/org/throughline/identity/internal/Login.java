package org.throughline.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Service;
import org.throughline.identity.Account;
import org.throughline.identity.Accounts;
import org.throughline.identity.NotSignedIn;
import org.throughline.kernel.Actor;

/** Use case: somebody signs in with name and password. */
@Service
class Login {

    private static final int FAILURES_UNTIL_LOCKED = 8;
    private static final Duration LOCKED = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final Sessions sessions;
    private final Attempts attempts;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final BCryptPasswordEncoder passwords = new BCryptPasswordEncoder();
    private final String nobodysHash = String.valueOf(passwords.encode("nobody has this password"));

    Login(Accounts accounts, Sessions sessions, Attempts attempts, JdbcClient jdbc, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.attempts = attempts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who signed in, in which organisation, with which token. */
    record SignedIn(Account account, UUID organisation, String token) {}

    /**
     * Opens a session.
     *
     * @throws NotSignedIn                                  if name or password is wrong, or the account is locked
     * @throws org.throughline.identity.TooManyAttempts if the address tries too often
     */
    SignedIn signIn(String username, String password, String origin) {
        attempts.count(origin);
        var organisation = jdbc.sql("SELECT identity.organisation_of(:username)")
                .param("username", username.strip())
                .query((row, index) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single();
        if (organisation.isEmpty()) {
            passwords.matches(password, nobodysHash); // the same time as for a known name
            throw NotSignedIn.wrongPassword();
        }
        return in(organisation.get(), () -> signIn(username, password, origin, organisation.get()));
    }

    private SignedIn signIn(String username, String password, String origin, UUID organisation) {
        var account = accounts.byUsername(username.strip()).orElseThrow(NotSignedIn::wrongPassword);
        refuseLocked(account.id());
        var hash = jdbc.sql("SELECT password_hash FROM identity.user_account WHERE id = :id")
                .param("id", account.id())
                .query(String.class)
                .single();
        if (!passwords.matches(password, hash) || !account.active()) {
            countFailure(account.id());
            throw NotSignedIn.wrongPassword();
        }
        jdbc.sql("DELETE FROM identity.login_attempt WHERE user_id = :id")
                .param("id", account.id())
                .update();
        attempts.forgive(origin);
        return new SignedIn(account, organisation, sessions.open(account, organisation, origin));
    }

    private void refuseLocked(UUID account) {
        var until = jdbc.sql("""
                SELECT locked_until FROM identity.login_attempt WHERE user_id = :id AND locked_until > :now
                """)
                .param("id", account)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, index) -> row.getTimestamp(1).toInstant())
                .optional();
        until.ifPresent(instant -> {
            throw NotSignedIn.locked(minutesUntil(instant));
        });
    }

    private long minutesUntil(Instant instant) {
        return Duration.between(clock.instant(), instant).toMinutes() + 1;
    }

    private void countFailure(UUID account) {
        jdbc.sql("""
                INSERT INTO identity.login_attempt (user_id, failed)
                VALUES (:id, 1)
                ON CONFLICT (user_id) DO UPDATE
                   SET failed = CASE WHEN login_attempt.failed >= :limit THEN 1 ELSE login_attempt.failed + 1 END,
                       locked_until = CASE WHEN login_attempt.failed + 1 >= :limit THEN :until::timestamptz END
                """)
                .param("id", account)
                .param("limit", FAILURES_UNTIL_LOCKED)
                .param("until", clock.instant().plus(LOCKED).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Looks into one organisation before it is known who acts. */
    static <T> T in(UUID organisation, Supplier<T> look) {
        var system = new Actor(null, "system", organisation, null, Set.of(), "login", "zh");
        try {
            return system.call(look::get);
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
