package org.throughline.app;

import java.nio.file.Path;
import java.util.function.Function;
import org.throughline.database.Backup;
import org.throughline.database.DatabaseAddress;
import org.throughline.database.EmbeddedPostgres;

/** {@code backup FILE} and {@code restore FILE}: beside a running server, or with the database alone. */
final class Archive {

    private final Path data;

    Archive(String data) {
        this.data = Path.of(data);
    }

    int backup(String file) {
        return with(address -> {
            var written = new Backup(address).write(Path.of(file));
            System.out.printf("%,d rows of %d tables are in %s.%n", written.rows(), written.tables(), Path.of(file));
            return 0;
        });
    }

    int restore(String file) {
        return with(address -> {
            var read = new Backup(address).restore(Path.of(file));
            System.out.printf("%,d rows of %d tables are back from %s.%n", read.rows(), read.tables(), Path.of(file));
            return 0;
        });
    }

    private int with(Function<DatabaseAddress, Integer> work) {
        var external = System.getenv("THROUGHLINE_DB");
        if (external != null && !external.isBlank()) {
            var address = DatabaseAddress.parse(external);
            address.check();
            return work.apply(address);
        }
        var running = EmbeddedPostgres.running(data);
        if (running.isPresent()) {
            return work.apply(running.get());
        }
        try (var server = EmbeddedPostgres.start(data, sentence -> System.out.println(sentence))) {
            return work.apply(server.address());
        }
    }
}
