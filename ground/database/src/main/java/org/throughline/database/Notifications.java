package org.throughline.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * What the database tells on the channel {@code throughline_live}, by one connection of its own for the whole process.
 * A lost connection is made again; then listeners are told that they may have missed something.
 */
public final class Notifications implements SmartLifecycle {

    /** Hears what is told; called one after the other by the listening thread, so it must not take long. */
    public interface Listener {

        /** Rows changed; {@code payload} is the JSON that {@code platform.tell_live} wrote. */
        void told(String payload);

        /** Notifications may have been lost, because the connection was. */
        void mayHaveMissed();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final int WAIT_MILLISECONDS = 500;
    private static final int RETRY_MILLISECONDS = 500;

    private final DataSource unpooled;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean running;
    private @Nullable Thread thread;

    /** @param unpooled every connection taken from it is a new one */
    public Notifications(DataSource unpooled) {
        this.unpooled = unpooled;
    }

    /** From now on {@code listener} hears everything. */
    public void hear(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("database-notifications").daemon().start(this::listen);
    }

    @Override
    public synchronized void stop() {
        running = false;
        var listening = thread;
        if (listening != null) {
            listening.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listen() {
        while (running) {
            try (var connection = unpooled.getConnection()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("LISTEN throughline_live");
                }
                listeners.forEach(Listener::mayHaveMissed);
                pass(connection);
            } catch (SQLException lost) {
                if (running) {
                    LOG.info("The database connection for live updates was lost; trying again: {}", lost.getMessage());
                    pause();
                }
            }
        }
    }

    private void pass(Connection connection) throws SQLException {
        var driver = connection.unwrap(PGConnection.class);
        while (running) {
            for (var told : driver.getNotifications(WAIT_MILLISECONDS)) {
                for (var listener : listeners) {
                    pass(listener, told.getParameter());
                }
            }
        }
    }

    private static void pass(Listener listener, String payload) {
        try {
            listener.told(payload);
        } catch (RuntimeException broken) {
            LOG.error("A listener of live updates failed on {}", payload, broken);
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
