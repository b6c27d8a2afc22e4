package org.throughline.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.database.Notifications;
import org.throughline.identity.Account;
import org.throughline.kernel.Actor;

/**
 * Open sessions, in table {@code identity.session}. Only the token's hash is kept. A session found is remembered for a
 * few seconds, so that a page's many requests ask the database once.
 */
@Repository
class Sessions implements Notifications.Listener {

    static final Duration LIFETIME = Duration.ofDays(14);
    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final int MOST_REMEMBERED = 10_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final ConcurrentHashMap<String, Remembered> remembered = new ConcurrentHashMap<>();

    private record Remembered(Actor actor, Instant until) {}

    Sessions(JdbcClient jdbc, Clock clock, ObjectProvider<Notifications> notifications) {
        this.jdbc = jdbc;
        this.clock = clock;
        notifications.ifAvailable(source -> source.hear(this));
    }

    /** Opens a session and answers its token: 256 random bits, known to nobody else. */
    String open(Account account, UUID organisation, String origin) {
        var bits = new byte[32];
        random.nextBytes(bits);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("DELETE FROM identity.session WHERE expires_at < :now")
                .param("now", now)
                .update();
        jdbc.sql("""
                INSERT INTO identity.session (token_hash, user_id, organisation_id, origin, created_at, expires_at)
                VALUES (:hash, :user, :organisation, :origin, :now, :expires)
                """)
                .param("hash", hash(token))
                .param("user", account.id())
                .param("organisation", organisation)
                .param("origin", origin)
                .param("now", now)
                .param("expires", now.plus(LIFETIME))
                .update();
        return token;
    }

    /** Who acts with this token now, if it is valid; {@code origin} is the address of this request. */
    Optional<Actor> actor(String token, String origin) {
        var hash = hash(token);
        var now = clock.instant();
        var known = remembered.get(hash);
        if (known != null && now.isBefore(known.until())) {
            return Optional.of(from(known.actor(), origin));
        }
        remembered.remove(hash);
        var found = find(hash, now, origin);
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.clear();
        }
        found.ifPresent(actor -> remembered.put(hash, new Remembered(actor, now.plus(REMEMBERED))));
        return found;
    }

    private Optional<Actor> find(String hash, Instant now, String origin) {
        var organisation = jdbc.sql("""
                SELECT organisation_id FROM identity.session WHERE token_hash = :hash AND expires_at > :now
                """)
                .param("hash", hash)
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
        return organisation.flatMap(within -> Login.in(within, () -> account(hash, within, origin)));
    }

    private Optional<Actor> account(String hash, UUID organisation, String origin) {
        return jdbc.sql("""
                SELECT u.id, u.display_name, u.partner_id, u.roles, u.language
                  FROM identity.session s
                  JOIN identity.user_account u ON u.id = s.user_id
                 WHERE s.token_hash = :hash AND u.active
                """)
                .param("hash", hash)
                .query((row, index) -> new Actor(
                        row.getObject("id", UUID.class),
                        row.getString("display_name"),
                        organisation,
                        row.getObject("partner_id", UUID.class),
                        Set.of((String[]) row.getArray("roles").getArray()),
                        origin,
                        row.getString("language")))
                .optional();
    }

    private static Actor from(Actor actor, String origin) {
        return new Actor(
                actor.user(),
                actor.name(),
                actor.organisation(),
                actor.partner(),
                actor.roles(),
                origin,
                actor.language());
    }

    /** Ends a session; an unknown token is no error. */
    void close(String token) {
        jdbc.sql("DELETE FROM identity.session WHERE token_hash = :hash")
                .param("hash", hash(token))
                .update();
        remembered.remove(hash(token));
    }

    void forget() {
        remembered.clear();
    }

    @Override
    public void told(String payload) {
        if (payload.contains("\"identity.user_account\"") || payload.contains("\"*\"")) {
            forget();
        }
    }

    @Override
    public void mayHaveMissed() {
        forget();
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
