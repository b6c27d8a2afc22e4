/**
 * Ground: the only shared web code — refusals as problem+json, pages of lists, repeated commands, live updates, the
 * description of the API, and the face's files.
 */
@NullMarked
package org.throughline.web;

import org.jspecify.annotations.NullMarked;
