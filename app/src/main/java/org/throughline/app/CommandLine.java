package org.throughline.app;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.event.ContextRefreshedEvent;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Command;
import org.throughline.kernel.RuleViolation;
import org.throughline.web.Sentences;

/** Reads the command line and either starts the server or does one thing and ends. */
final class CommandLine {

    /** The server runs on; main must not end the process. */
    static final int RUNNING = -1;

    private static final int REFUSED = 1;
    private static final int MISUSED = 2;
    private static final String USAGE = """
            ./run [--empty] [--port N] [--data DIR]      start; --empty without the demonstration factory
            ./run backup FILE  [--data DIR]              write everything into one file; the server may run
            ./run restore FILE [--data DIR]              replace everything by a backup; the server may run
            ./run COMMAND …    [--data DIR]              one of: check-stock, import""";

    private final List<String> words = new ArrayList<>();
    private boolean empty;
    private @Nullable Integer port;
    private String data = System.getProperty("throughline.data", "data");

    private CommandLine() {}

    /** Does what the command line says; answers the exit code, or {@link #RUNNING}. */
    static int run(String[] arguments) {
        var line = new CommandLine();
        try {
            line.read(List.of(arguments));
        } catch (IllegalArgumentException misused) {
            System.err.println(misused.getMessage());
            System.err.println(USAGE);
            return MISUSED;
        }
        return line.words.isEmpty() ? line.start() : line.doOneThing();
    }

    private void read(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            var word = arguments.get(i);
            switch (word) {
                case "--empty" -> empty = true;
                case "--port" -> port = number(following(arguments, i++, word));
                case "--data" -> data = following(arguments, i++, word);
                default -> {
                    if (word.startsWith("--") && words.isEmpty()) {
                        throw new IllegalArgumentException("There is no option " + word + ".");
                    }
                    words.add(word);
                }
            }
        }
    }

    private static String following(List<String> arguments, int index, String option) {
        if (index + 1 >= arguments.size()) {
            throw new IllegalArgumentException(option + " needs a value.");
        }
        return arguments.get(index + 1);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notNumber) {
            throw new IllegalArgumentException("--port needs a number, not " + text + ".", notNumber);
        }
    }

    private int start() {
        int wanted = port == null ? Integer.getInteger("server.port", Integer.parseInt(usualPort())) : port;
        if (wanted != 0 && isTaken(wanted)) {
            System.err.println("""
                    Port %d is in use by another program. Start with another one: ./run --port %d
                    端口 %d 已被其他程序占用，请换一个端口：./run --port %d""".formatted(wanted, wanted + 1, wanted, wanted + 1));
            return MISUSED;
        }
        try {
            context(WebApplicationType.SERVLET, Map.of("server.port", wanted));
            return RUNNING;
        } catch (RuntimeException failed) {
            return isRehearsal() ? 0 : explain(failed);
        }
    }

    /** {@code ./run} lets Java learn which classes a start needs: all is loaded and stopped again. */
    private static boolean isRehearsal() {
        return Boolean.getBoolean("throughline.rehearsal");
    }

    private static String usualPort() {
        var stated = System.getenv("THROUGHLINE_PORT");
        return stated == null ? "8080" : stated;
    }

    private int doOneThing() {
        try {
            return switch (words.getFirst()) {
                case "backup" -> new Archive(data).backup(argument());
                case "restore" -> new Archive(data).restore(argument());
                default -> command();
            };
        } catch (RuntimeException failed) {
            return explain(failed);
        }
    }

    private String argument() {
        if (words.size() < 2) {
            throw new IllegalArgumentException(words.getFirst() + " needs a file name.");
        }
        return words.get(1);
    }

    private int command() {
        try (var context = context(WebApplicationType.NONE, Map.of("throughline.attach", true))) {
            var commands =
                    context.getBeanProvider(Command.class).orderedStream().toList();
            for (var command : commands) {
                if (command.name().equals(words.getFirst())) {
                    return Actor.system().call(() -> command.run(words.subList(1, words.size()), System.out::println))
                            ? 0
                            : REFUSED;
                }
            }
            System.err.println("There is no command " + words.getFirst() + ".");
            commands.forEach(command -> System.err.println("  ./run " + command.help()));
            return MISUSED;
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private ConfigurableApplicationContext context(WebApplicationType type, Map<String, Object> properties) {
        var all = new HashMap<>(properties);
        all.put("throughline.data", data);
        all.put("throughline.empty", empty);
        var application = application(type);
        all.forEach((name, value) -> System.setProperty(name, String.valueOf(value)));
        if (isRehearsal()) {
            application.addListeners((ContextRefreshedEvent opened) -> {
                throw new IllegalStateException("The rehearsal ends where the door would open.");
            });
        }
        return application.run();
    }

    /** The whole house, not yet started. */
    static SpringApplication application(WebApplicationType type) {
        var application = new SpringApplication(Throughline.class);
        application.setWebApplicationType(type);
        application.setLogStartupInfo(false);
        application.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE); // rooms may repeat names
        return application;
    }

    private static boolean isTaken(int port) {
        try (var socket = new ServerSocket(port, 1)) {
            socket.setReuseAddress(true);
            return false;
        } catch (IOException taken) {
            return true;
        }
    }

    /** Says plainly, in both languages, what a user can act on; anything else with its trace. */
    private static int explain(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleViolation refusal) {
                var sentences = new Sentences();
                for (var language : List.of("en", "zh")) {
                    System.err.println(sentences.what(refusal, language));
                    System.err.println(Objects.requireNonNullElse(sentences.advice(refusal, language), ""));
                }
                return REFUSED;
            }
            if (cause instanceof IllegalArgumentException) {
                System.err.println(cause.getMessage());
                return REFUSED;
            }
        }
        failure.printStackTrace(System.err);
        return REFUSED;
    }
}
