package org.throughline.web.internal;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Commands that were answered already, in table {@code platform.idempotency_key}; written in the command's own transaction. */
@Repository
class AnsweredCommands {

    /** Old answers are cleared away with about every so many commands. */
    private static final int ONE_IN = 500;

    private final JdbcClient jdbc;

    AnsweredCommands(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was answered; {@code body} may be empty. */
    record Answer(
            String requestHash,
            int status,
            @Nullable String contentType,
            @Nullable String location,
            String body) {}

    /**
     * Takes the key for this command. Waits while another transaction holds the same key.
     *
     * @return false if the key was taken before
     */
    boolean take(String caller, String key, String requestHash) {
        if (ThreadLocalRandom.current().nextInt(ONE_IN) == 0) {
            forgetOld();
        }
        return jdbc.sql("""
                INSERT INTO platform.idempotency_key (caller, key, request_hash)
                VALUES (:caller, :key, :hash)
                ON CONFLICT DO NOTHING
                """)
                        .param("caller", caller)
                        .param("key", key)
                        .param("hash", requestHash)
                        .update()
                == 1;
    }

    private void forgetOld() {
        jdbc.sql("DELETE FROM platform.idempotency_key WHERE created_at < clock_timestamp() - interval '30 days'")
                .update();
    }

    void keep(String caller, String key, Answer answer) {
        jdbc.sql("""
                UPDATE platform.idempotency_key
                   SET status = :status, content_type = :contentType, location = :location, body = :body
                 WHERE caller = :caller AND key = :key
                """)
                .param("status", answer.status())
                .param("contentType", answer.contentType())
                .param("location", answer.location())
                .param("body", answer.body())
                .param("caller", caller)
                .param("key", key)
                .update();
    }

    Optional<Answer> of(String caller, String key) {
        return jdbc.sql("""
                SELECT request_hash, coalesce(status, 200) AS status, content_type, location, coalesce(body, '') AS body
                  FROM platform.idempotency_key
                 WHERE caller = :caller AND key = :key
                """)
                .param("caller", caller)
                .param("key", key)
                .query(Answer.class)
                .optional();
    }
}
