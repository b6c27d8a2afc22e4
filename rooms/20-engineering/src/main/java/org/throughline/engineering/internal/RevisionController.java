package org.throughline.engineering.internal;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.engineering.ConfirmDrawing;
import org.throughline.engineering.ReleaseBom;
import org.throughline.engineering.ReleaseRouting;

/** Releases and next revisions of bills and routings; confirmation of drawings. */
@RestController
@RequestMapping("/api")
class RevisionController {

    private final ReleaseBom releaseBom;
    private final ReleaseRouting releaseRouting;
    private final ConfirmDrawing confirmDrawing;

    RevisionController(ReleaseBom releaseBom, ReleaseRouting releaseRouting, ConfirmDrawing confirmDrawing) {
        this.releaseBom = releaseBom;
        this.releaseRouting = releaseRouting;
        this.confirmDrawing = confirmDrawing;
    }

    /** The bill of material is valid from now on. */
    @PostMapping("/boms/{id}/release")
    Done release(@PathVariable UUID id) {
        releaseBom.release(id);
        return new Done(id);
    }

    /** A draft of the next revision. */
    @PostMapping("/boms/{id}/revise")
    @ResponseStatus(HttpStatus.CREATED)
    Done revise(@PathVariable UUID id) {
        return new Done(releaseBom.revise(id));
    }

    /** The routing is valid from now on. */
    @PostMapping("/routings/{id}/release")
    Done releaseRouting(@PathVariable UUID id) {
        releaseRouting.release(id);
        return new Done(id);
    }

    /** A draft of the next revision. */
    @PostMapping("/routings/{id}/revise")
    @ResponseStatus(HttpStatus.CREATED)
    Done reviseRouting(@PathVariable UUID id) {
        return new Done(releaseRouting.revise(id));
    }

    /** The drawing may be worked by. */
    @PostMapping("/drawings/{id}/confirm")
    Done confirm(@PathVariable UUID id) {
        confirmDrawing.confirm(id);
        return new Done(id);
    }

    record Done(UUID id) {}
}
