package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The one rule of the house and its invariants, read from what the modules really are: their POMs, their imports, their
 * SQL. ARCHITECTURE.md explains them.
 */
class HouseRulesTest {

    private static final Path HOUSE =
            Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<groupId>org\\.throughline</groupId>\\s*<artifactId>([a-z-]+)</artifactId>(?!\\s*<type>test-jar)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([\\w.]+)");
    private static final List<String> GROUND =
            List.of("kernel", "database", "web", "identity", "records", "workflow", "factory", "stock");

    private final List<Module> modules = readModules();

    @Test
    void no_arrow_climbs() {
        var height = modules.stream().collect(Collectors.toMap(Module::artifact, Module::height));
        var climbing = modules.stream()
                .flatMap(module -> module.dependencies().stream()
                        .filter(other -> height.getOrDefault(other, Integer.MAX_VALUE) >= module.height())
                        .map(other -> module.artifact() + " -> " + other))
                .sorted();

        assertThat(climbing)
                .as("a module may know only modules with a smaller number")
                .isEmpty();
    }

    @Test
    void nobody_enters_the_internal_package_of_another() {
        assertThat(importsThat(this::entersAnotherInternal)).isEmpty();
    }

    @Test
    void engine_and_kernel_know_nothing_but_the_jdk_and_jspecify() {
        var pure = Set.of("engine", "kernel");
        assertThat(importsThat(use -> pure.contains(use.by().packageName())
                        && !use.type().startsWith("java.")
                        && !use.type().startsWith("org.jspecify.")
                        && !use.type().startsWith("org.throughline." + use.by().packageName())))
                .isEmpty();
    }

    /** The platform's own tables (organisations, audit, repeated commands) are the floor that all of the ground shares. */
    @Test
    void no_room_reads_another_rooms_tables() {
        var schemas = modules.stream()
                .collect(Collectors.toMap(Module::schema, Module::artifact, (one, other) -> one, TreeMap::new));
        var statement = Pattern.compile(
                "(?is)\\b(?:from|join|into|update|only)\\s+(" + String.join("|", schemas.keySet()) + ")\\.([a-z_]+)");
        var trespasses = new TreeSet<String>();
        for (var module : modules) {
            for (var source : module.javaSources()) {
                var matcher = statement.matcher(withoutImports(read(source)));
                while (matcher.find()) {
                    boolean commonFloor = matcher.group(1).equals("platform")
                            && module.artifact().startsWith("ground-");
                    if (!commonFloor && !module.artifact().equals(schemas.get(matcher.group(1)))) {
                        trespasses.add(module.artifact() + " reads " + matcher.group(1) + "." + matcher.group(2)
                                + " in " + source.getFileName());
                    }
                }
            }
        }
        assertThat(trespasses).isEmpty();
    }

    @Test
    void the_time_comes_from_the_injected_clock() {
        var now =
                Pattern.compile("\\b(?:Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime|Year)\\.now\\(\\)");
        assertThat(sourcesThat(text -> now.matcher(text).find())).isEmpty();
    }

    @Test
    void quantity_and_money_are_never_floating_point() {
        var floating = Pattern.compile(
                "\\b(?:double|float|Double|Float)\\s+\\w*(?:[qQ]uantity|[aA]mount|[pP]rice|[cC]ost|[gG]ood|[sS]crap)\\b");
        assertThat(sourcesThat(text -> floating.matcher(text).find())).isEmpty();
    }

    @Test
    void every_package_declares_what_may_be_null() {
        var bare = new TreeSet<String>();
        for (var module : modules) {
            for (var source : module.javaSources()) {
                if (!Files.exists(source.resolveSibling("package-info.java"))) {
                    bare.add(HOUSE.relativize(source.getParent()).toString());
                }
            }
        }
        assertThat(bare).isEmpty();
    }

    @Test
    void every_refusal_speaks_both_languages() {
        var chinese = refusalTexts("_zh.properties");
        var english = refusalTexts("_en.properties");

        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        assertThat(english.keySet().stream().filter(key -> !key.endsWith(".advice")))
                .allSatisfy(code -> assertThat(english).containsKey(code + ".advice"));
    }

    @Test
    void every_room_has_a_readme() {
        assertThat(modules.stream()
                        .filter(module -> !Files.exists(module.folder().resolve("README.md")))
                        .map(module -> HOUSE.relativize(module.folder()).toString()))
                .isEmpty();
    }

    private boolean entersAnotherInternal(Use use) {
        var matcher =
                Pattern.compile("org\\.throughline\\.(\\w+)\\.internal\\b.*").matcher(use.type());
        return matcher.matches() && !matcher.group(1).equals(use.by().packageName());
    }

    private Stream<String> importsThat(Predicate<Use> condition) {
        return modules.stream()
                .flatMap(module -> module.javaSources().stream()
                        .flatMap(source -> IMPORT.matcher(read(source))
                                .results()
                                .map(result -> new Use(module, source, result.group(1)))))
                .filter(condition)
                .map(use -> use.source().getFileName() + " imports " + use.type())
                .sorted();
    }

    private Stream<String> sourcesThat(Predicate<String> condition) {
        return modules.stream()
                .flatMap(module -> module.javaSources().stream())
                .filter(source -> condition.test(read(source)))
                .map(source -> HOUSE.relativize(source).toString())
                .sorted();
    }

    private Map<String, String> refusalTexts(String ending) {
        var texts = new TreeMap<String, String>();
        for (var module : modules) {
            files(module.folder().resolve("src/main/resources/refusals"))
                    .filter(file -> file.toString().endsWith(ending))
                    .forEach(file -> read(file)
                            .lines()
                            .filter(line -> line.contains("=") && !line.startsWith("#"))
                            .forEach(line -> texts.put(
                                    line.substring(0, line.indexOf('=')).trim(), line)));
        }
        return texts;
    }

    private static List<Module> readModules() {
        var modules = new ArrayList<Module>();
        var module = Pattern.compile("<module>([\\w/-]+)</module>").matcher(read(HOUSE.resolve("pom.xml")));
        while (module.find()) {
            modules.add(Module.in(module.group(1)));
        }
        return modules;
    }

    private static String withoutImports(String source) {
        return source.replaceAll("(?m)^import .*$", "");
    }

    private static Stream<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private record Use(Module by, Path source, String type) {}

    /** One Maven module: the engine and the ground stand below the rooms, rooms by their number, demo and app on top. */
    private record Module(Path folder, String artifact, int height, String packageName, List<String> dependencies) {

        static Module in(String path) {
            var folder = HOUSE.resolve(path);
            var name = folder.getFileName().toString();
            var pom = read(folder.resolve("pom.xml"));
            var artifact = path.startsWith("ground/") ? "ground-" + name : name.replaceFirst("^\\d+-", "room-");
            int own = pom.indexOf("<dependencies>");
            var dependencies = DEPENDENCY
                    .matcher(own < 0 ? "" : pom.substring(own))
                    .results()
                    .map(result -> result.group(1))
                    .toList();
            return new Module(folder, artifact, height(path, name), name.replaceFirst("^\\d+-", ""), dependencies);
        }

        private static int height(String path, String name) {
            if (path.startsWith("ground/")) {
                return GROUND.indexOf(name) - 100;
            }
            if (path.startsWith("rooms/")) {
                return Integer.parseInt(name.substring(0, name.indexOf('-')));
            }
            return switch (name) {
                case "engine" -> -1000;
                case "demo" -> 1000;
                case "app" -> 2000;
                default -> throw new IllegalStateException("Where does the module (%s) stand?".formatted(path));
            };
        }

        String schema() {
            return switch (packageName) {
                case "order" -> "sales";
                case "database" -> "platform";
                default -> packageName;
            };
        }

        List<Path> javaSources() {
            return files(folder.resolve("src/main/java"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
        }
    }
}
