package org.throughline.web.internal;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * {@code GET /api/live}: server-sent events {@code {"table": "sales.sales_order", "ids": ["…"]}}. No {@code ids}: some
 * rows; table {@code *}: anything may have changed. A comment every fifteen seconds says that the line is alive.
 */
@Hidden
@RestController
class LiveController {

    private final LiveHub hub;

    LiveController(LiveHub hub) {
        this.hub = hub;
    }

    /** What changes, as it changes, as server-sent events: type, id and operation. */
    @GetMapping(path = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(HttpServletResponse response) {
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader("Cache-Control", "no-store");
        return hub.open().start();
    }
}
