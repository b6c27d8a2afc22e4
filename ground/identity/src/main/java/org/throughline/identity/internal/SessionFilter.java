package org.throughline.identity.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.throughline.identity.NotAllowed;
import org.throughline.identity.NotSignedIn;
import org.throughline.kernel.Actor;
import org.throughline.kernel.RuleViolation;
import org.throughline.web.ProblemWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds out who asks, and lets everything behind it run as that actor. Files of the face, the login and the health check
 * are open; all else needs a session, by cookie or bearer token. A write by cookie needs a header that only our own
 * pages send.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
class SessionFilter extends OncePerRequestFilter {

    static final String COOKIE = "throughline";
    private static final String OWN_HEADER = "X-Throughline";
    private static final Set<String> FOR_PARTNERS = Set.of("/api/session", "/api/portal", "/api/live", "/api/notices");
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final ProblemWriter problems;
    private final JsonMapper json;

    SessionFilter(Sessions sessions, ProblemWriter problems, JsonMapper json) {
        this.sessions = sessions;
        this.problems = problems;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        harden(response);
        var bearer = bearer(request);
        var token = bearer == null ? cookie(request) : bearer;
        var actor = token == null ? Optional.<Actor>empty() : sessions.actor(token, request.getRemoteAddr());
        if (actor.isEmpty()) {
            if (isOpen(request)) {
                chain.doFilter(request, response);
            } else {
                refuse(response, NotSignedIn.noSession());
            }
        } else if (bearer == null && isForeignWrite(request)) {
            refuse(response, NotAllowed.withoutOwnHeader());
        } else {
            runAs(actor.get(), request, response, chain);
        }
    }

    private void runAs(Actor actor, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            actor.call(() -> {
                if (actor.partner() == null || isForPartners(request)) {
                    chain.doFilter(request, response);
                } else {
                    refuse(response, NotAllowed.onlyThePortal());
                }
                return null;
            });
        } catch (IOException | ServletException | RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }

    private static boolean isForeignWrite(HttpServletRequest request) {
        return !HARMLESS.contains(request.getMethod()) && request.getHeader(OWN_HEADER) == null && !isLogin(request);
    }

    private static boolean isOpen(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (path.startsWith("/api/") || path.startsWith("/v3/")) {
            return isLogin(request) || path.equals("/api/session/hints") || path.equals("/api/health");
        }
        return path.equals("/actuator/health") || !path.startsWith("/actuator");
    }

    /** Customers and suppliers reach their own pages and nothing else, whatever a role or a rule may say. */
    private static boolean isForPartners(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !(path.startsWith("/api/") || path.startsWith("/v3/"))
                || FOR_PARTNERS.stream().anyMatch(open -> path.equals(open) || path.startsWith(open + "/"));
    }

    private static boolean isLogin(HttpServletRequest request) {
        return request.getRequestURI().equals("/api/session")
                && request.getMethod().equals("POST");
    }

    static @Nullable String token(HttpServletRequest request) {
        var bearer = bearer(request);
        return bearer == null ? cookie(request) : bearer;
    }

    private static @Nullable String bearer(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(BEARER)
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    private static @Nullable String cookie(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    private static void harden(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
                        + " font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'self';"
                        + " base-uri 'self'; form-action 'self'");
    }

    private void refuse(HttpServletResponse response, RuleViolation refusal) throws IOException {
        var problem = problems.problem(refusal);
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(json.writeValueAsString(problem));
    }
}
