package org.throughline.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a database is and as whom it is entered.
 *
 * @param host     name or address
 * @param port     TCP
 * @param database its name in the server
 * @param user     the owner role
 * @param password never printed
 * @param options  driver options after the question mark of the address, e.g. {@code sslmode=require}; may be empty
 */
public record DatabaseAddress(String host, int port, String database, String user, String password, String options) {

    private static final int USUAL_PORT = 5432;

    /**
     * Reads {@code postgresql://user:password@host:port/database?options}.
     *
     * @throws DatabaseRefused if it is not of this form; the message does not repeat the password
     */
    public static DatabaseAddress parse(String address) {
        var uri = uri(address.startsWith("jdbc:") ? address.substring("jdbc:".length()) : address);
        var login = uri.getRawUserInfo();
        var path = uri.getRawPath();
        if (!("postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme()))
                || uri.getHost() == null
                || login == null
                || path == null
                || path.length() < 2) {
            throw DatabaseRefused.notAnAddress();
        }
        int colon = login.indexOf(':');
        return new DatabaseAddress(
                uri.getHost(),
                uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
                decoded(path.substring(1)),
                decoded(colon < 0 ? login : login.substring(0, colon)),
                colon < 0 ? "" : decoded(login.substring(colon + 1)),
                uri.getRawQuery() == null ? "" : uri.getRawQuery());
    }

    private static URI uri(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException unreadable) {
            throw DatabaseRefused.notAnAddress(); // without the cause: its message repeats the password
        }
    }

    /** The same server and login, another database. */
    public DatabaseAddress withDatabase(String other) {
        return new DatabaseAddress(host, port, other, user, password, options);
    }

    /** For the driver; holds neither user nor password. */
    public String jdbcUrl() {
        var bracketed = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return "jdbc:postgresql://%s:%d/%s%s"
                .formatted(bracketed, port, database, options.isEmpty() ? "" : "?" + options);
    }

    /**
     * Looks whether this PostgreSQL, which is not ours, can be used.
     *
     * @return what works, but not as well as it could; usually nothing
     * @throws DatabaseRefused naming the first thing that is missing
     */
    public Optional<String> check() {
        return ExternalPostgres.check(this);
    }

    /** Unpooled connections with this login. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl());
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("throughline");
        return source;
    }

    @Override
    public String toString() {
        return "%s@%s:%d/%s".formatted(user, host, port, database);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
