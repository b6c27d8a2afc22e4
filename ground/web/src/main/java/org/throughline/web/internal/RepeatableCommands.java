package org.throughline.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.throughline.kernel.Actor;
import org.throughline.web.KeyReused;
import org.throughline.web.internal.AnsweredCommands.Answer;

/**
 * Commands with an {@code Idempotency-Key} are done once, however often a phone or machine sends them. The key, the work
 * and the answer are kept in one transaction, and the answer leaves after the commit: a crash at any moment loses nothing
 * that was acknowledged and doubles nothing that is repeated. Refusals are not kept; a repeat is judged anew.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 200)
class RepeatableCommands extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatableCommands.class);
    private static final String HEADER = "Idempotency-Key";
    private static final Set<String> COMMANDS = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final int LONGEST_KEY = 200;

    private final AnsweredCommands answered;
    private final TransactionTemplate transaction;
    private final HandlerExceptionResolver refusals;

    RepeatableCommands(
            AnsweredCommands answered,
            PlatformTransactionManager transactions,
            @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> refusals) {
        this.answered = answered;
        this.transaction = new TransactionTemplate(transactions);
        this.refusals = (request, response, handler, failure) -> {
            var resolver = refusals.getIfAvailable();
            return resolver == null ? null : resolver.resolveException(request, response, handler, failure);
        };
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null
                || !COMMANDS.contains(request.getMethod())
                || !request.getRequestURI().startsWith("/api/")
                || Actor.currentOrNull() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var command = isMultipart(request) ? request : new KeptBodyRequest(request);
        var answer = new ContentCachingResponseWrapper(response);
        try {
            once(command, answer, chain);
        } catch (ServletException | IOException | RuntimeException failure) {
            answer.reset();
            if (refusals.resolveException(request, answer, null, failure) == null) {
                throw failure;
            }
        }
        answer.copyBodyToResponse();
    }

    private void once(HttpServletRequest command, ContentCachingResponseWrapper answer, FilterChain chain)
            throws ServletException, IOException {
        var key = command.getHeader(HEADER).strip();
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw KeyReused.unfit(LONGEST_KEY);
        }
        var caller = Objects.toString(Actor.current().user(), "system");
        var hash = hash(command);
        try {
            transaction.executeWithoutResult(status -> {
                if (answered.take(caller, key, hash)) {
                    work(command, answer, chain, status);
                    if (!status.isRollbackOnly()) {
                        answered.keep(caller, key, kept(hash, answer));
                    }
                } else {
                    replay(answered.of(caller, key).orElseThrow(), key, hash, answer);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        } catch (WorkFailed failed) {
            throw new ServletException(failed.getCause());
        }
    }

    private static void work(
            HttpServletRequest command,
            ContentCachingResponseWrapper answer,
            FilterChain chain,
            TransactionStatus status) {
        try {
            chain.doFilter(command, answer);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (ServletException failed) {
            throw new WorkFailed(failed);
        }
        if (answer.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
            status.setRollbackOnly();
        }
    }

    private static Answer kept(String hash, ContentCachingResponseWrapper answer) {
        return new Answer(
                hash,
                answer.getStatus(),
                answer.getContentType(),
                answer.getHeader(HttpHeaders.LOCATION),
                new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private static void replay(Answer kept, String key, String hash, HttpServletResponse answer) {
        if (!kept.requestHash().equals(hash)) {
            throw KeyReused.forAnother(key);
        }
        LOG.debug("The command {} was answered before", key);
        answer.setStatus(kept.status());
        answer.setHeader("Idempotency-Replayed", "true");
        if (kept.contentType() != null) {
            answer.setContentType(kept.contentType());
        }
        if (kept.location() != null) {
            answer.setHeader(HttpHeaders.LOCATION, kept.location());
        }
        try {
            answer.getOutputStream().write(kept.body().getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isMultipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    /** Of method, address and body; of a file upload only the length, as its body can be read once only. */
    private static String hash(HttpServletRequest command) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var head = command.getMethod() + " " + command.getRequestURI() + "?" + command.getQueryString() + "\n";
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            digest.update(
                    command instanceof KeptBodyRequest kept
                            ? kept.body()
                            : Long.toString(command.getContentLengthLong()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Carries a checked failure of the work through the transaction. */
    private static final class WorkFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WorkFailed(ServletException cause) {
            super(cause);
        }
    }
}
