package org.throughline.exchange;

import java.util.List;
import org.springframework.stereotype.Service;
import org.throughline.exchange.internal.ForeignSource;
import org.throughline.identity.Verb;
import org.throughline.workflow.ProgressJobs.Progress;

/**
 * Use case: the files of another system are taken over. Importing the same files again changes nothing; a row that
 * cannot be taken over is listed with its reason and hinders no other.
 */
@Service
public class ImportForeignData {

    private final List<ForeignSource> sources;

    ImportForeignData(List<ForeignSource> sources) {
        this.sources = sources;
    }

    /**
     * Imports all files that the source knows. Every few hundred rows are kept at once: cancelled half-way, what was
     * imported stays, and the next import goes on.
     *
     * @param source   {@code adventureworks} or {@code frepple}
     * @param progress told after every table and every few hundred rows
     * @throws SourceRefused if there is no such source, or nothing in the files is known
     */
    @Verb(type = "exchange", operation = "import")
    public ImportReport run(String source, SourceFiles files, Progress progress) {
        return sources.stream()
                .filter(known -> known.name().equals(source))
                .findFirst()
                .orElseThrow(() -> SourceRefused.unknownSource(source))
                .run(files, progress);
    }

    /** Whether there is an importer of this name. */
    public boolean knows(String source) {
        return sources.stream().anyMatch(known -> known.name().equals(source));
    }
}
