package org.throughline.database;

import java.nio.file.Path;

/** Another Throughline works on this data folder; two on one folder would destroy it. */
public final class DataFolderInUse extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    DataFolderInUse(Path folder, String holder) {
        super("The data folder %s is in use by process %s. Stop that one first, or start with another --data folder."
                .formatted(folder, holder));
    }
}
