package org.throughline.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file as an answer: named in any script, and never taken by a browser for something else than it is. */
public final class Download {

    private Download() {}

    /** To be saved under its name, as what the house itself made. */
    public static ResponseEntity<byte[]> saved(String name, MediaType mediaType, byte[] content) {
        return answer(ContentDisposition.attachment(), name, mediaType, content);
    }

    /** To be saved under its name; whatever somebody brought here is only bytes. */
    public static ResponseEntity<byte[]> saved(String name, byte[] content) {
        return saved(name, MediaType.APPLICATION_OCTET_STREAM, content);
    }

    /** Shown in the page if it is a picture that cannot run anything or a PDF; else to be saved. */
    public static ResponseEntity<byte[]> shown(String name, String mediaType, byte[] content) {
        boolean harmless = (mediaType.startsWith("image/") && !mediaType.contains("svg"))
                || MediaType.APPLICATION_PDF_VALUE.equals(mediaType);
        return harmless
                ? answer(ContentDisposition.inline(), name, MediaType.parseMediaType(mediaType), content)
                : saved(name, content);
    }

    private static ResponseEntity<byte[]> answer(
            ContentDisposition.Builder disposition, String name, MediaType mediaType, byte[] content) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(mediaType)
                .body(content);
    }
}
