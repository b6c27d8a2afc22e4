package org.throughline.factory;

import java.util.List;

/** Tools, fixtures and moulds. */
public interface Tools {

    /** Every kind of tool, by code. */
    List<Tool> all();
}
