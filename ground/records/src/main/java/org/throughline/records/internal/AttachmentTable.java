package org.throughline.records.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.kernel.NotFound;
import org.throughline.records.Attachment;
import org.throughline.records.Attachments;
import org.throughline.records.FileRefused;

/** Files, in tables {@code records.attachment} and {@code records.attachment_content}. */
@Repository
class AttachmentTable implements Attachments {

    private static final long MEGABYTE = 1024L * 1024;
    private static final long LIMIT = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    AttachmentTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Attachment add(String recordType, UUID recordId, String name, String mediaType, byte[] content) {
        var plainName = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        if (content.length == 0) {
            throw FileRefused.empty(plainName);
        }
        if (content.length > LIMIT * MEGABYTE) {
            throw FileRefused.tooLarge(plainName, content.length / MEGABYTE, LIMIT);
        }
        var actor = Actor.current();
        var file = new Attachment(
                Identity.fresh(),
                recordType,
                recordId,
                plainName.isEmpty() ? "file" : plainName,
                mediaType,
                content.length,
                sha256(content),
                actor.user(),
                actor.name(),
                clock.instant());
        jdbc.sql("""
                INSERT INTO records.attachment_content (sha256, content)
                VALUES (:hash, :content)
                ON CONFLICT DO NOTHING
                """).param("hash", file.sha256()).param("content", content).update();
        insert(file);
        return file;
    }

    private void insert(Attachment file) {
        jdbc.sql("""
                INSERT INTO records.attachment
                       (id, record_type, record_id, name, media_type, size, sha256, author_id, author_name, at)
                VALUES (:id, :type, :record, :name, :mediaType, :size, :hash, :author, :authorName, :at)
                """)
                .param("id", file.id())
                .param("type", file.recordType())
                .param("record", file.recordId())
                .param("name", file.name())
                .param("mediaType", file.mediaType())
                .param("size", file.size())
                .param("hash", file.sha256())
                .param("author", file.author())
                .param("authorName", file.authorName())
                .param("at", file.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Map<UUID, List<Attachment>> of(String recordType, Collection<UUID> recordIds) {
        return jdbc
                .sql("""
                SELECT id, record_type, record_id, name, media_type, size, sha256, author_id, author_name, at
                  FROM records.attachment
                 WHERE record_type = :type AND record_id = ANY (:records)
                 ORDER BY at, id
                """)
                .param("type", recordType)
                .param("records", recordIds.toArray(UUID[]::new))
                .query(AttachmentTable::map)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Attachment::recordId, LinkedHashMap::new, Collectors.toList()));
    }

    Optional<Attachment> find(UUID id) {
        return jdbc.sql("""
                SELECT id, record_type, record_id, name, media_type, size, sha256, author_id, author_name, at
                  FROM records.attachment
                 WHERE id = :id
                """).param("id", id).query(AttachmentTable::map).optional();
    }

    @Override
    public byte[] content(UUID id) {
        return jdbc.sql("""
                SELECT c.content
                  FROM records.attachment a
                  JOIN records.attachment_content c ON c.sha256 = a.sha256
                 WHERE a.id = :id
                """)
                .param("id", id)
                .query((row, index) -> row.getBytes("content"))
                .optional()
                .orElseThrow(() -> new NotFound("file", id));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Attachment map(ResultSet row, int index) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                row.getString("record_type"),
                row.getObject("record_id", UUID.class),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getObject("author_id", UUID.class),
                row.getString("author_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
