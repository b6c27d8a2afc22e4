package org.throughline.database.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Keeps a second process off a data folder. The system releases it when the process ends, however it ends. */
public final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, or nothing if somebody else has it. */
    public static Optional<FolderLock> take(Path folder) throws IOException {
        Files.createDirectories(folder);
        var channel = FileChannel.open(file(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                channel.truncate(0);
                channel.write(StandardCharsets.UTF_8.encode(
                        Long.toString(ProcessHandle.current().pid())));
                return Optional.of(new FolderLock(channel));
            }
        } catch (OverlappingFileLockException ours) {
            // another part of this process holds it: the same answer as another process
        }
        channel.close();
        return Optional.empty();
    }

    /** The number of the process that took the lock last, as written by it. */
    public static String holder(Path folder) throws IOException {
        try (var channel = FileChannel.open(file(folder), StandardOpenOption.READ)) {
            var text = ByteBuffer.allocate(32);
            channel.read(text);
            return StandardCharsets.UTF_8.decode(text.flip()).toString().strip();
        }
    }

    private static Path file(Path folder) {
        return folder.resolve("throughline.lock");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
