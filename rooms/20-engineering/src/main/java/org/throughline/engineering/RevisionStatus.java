package org.throughline.engineering;

/** The life of one revision of a bill of material or routing. */
public enum RevisionStatus {
    DRAFT,
    RELEASED,
    OBSOLETE
}
