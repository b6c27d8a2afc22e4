package org.throughline.exchange.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.throughline.exchange.ImportForeignData;
import org.throughline.exchange.ImportReport;
import org.throughline.exchange.SourceFiles;
import org.throughline.kernel.Command;

/** {@code ./run import adventureworks DIR}. */
@Component
class ImportCommand implements Command {

    private static final int SHOWN = 20;

    private final ImportForeignData importForeignData;

    ImportCommand(ImportForeignData importForeignData) {
        this.importForeignData = importForeignData;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String help() {
        return "import adventureworks|frepple PATH [--all] — imports a folder, zip or file; --all lists every row left out";
    }

    @Override
    public boolean run(List<String> arguments, Consumer<String> tell) {
        if (arguments.size() < 2) {
            tell.accept(help());
            return false;
        }
        boolean all = arguments.contains("--all");
        var said = new AtomicReference<>("");
        var report = importForeignData.run(
                arguments.getFirst(), SourceFiles.at(Path.of(arguments.get(1))), (done, total, message) -> {
                    if (!said.getAndSet(message).equals(message)) {
                        tell.accept("  " + message);
                    }
                });
        report.tables().forEach(table -> tell(table, all ? Integer.MAX_VALUE : SHOWN, tell));
        return true;
    }

    private static void tell(ImportReport.Table table, int shown, Consumer<String> tell) {
        tell.accept("%-32s read %6d  inserted %6d  updated %6d  unchanged %6d  not imported %6d"
                .formatted(
                        table.name(),
                        table.read(),
                        table.inserted(),
                        table.updated(),
                        table.unchanged(),
                        table.rejected().size() + table.leftOut()));
        table.remarks().forEach(remark -> tell.accept("    " + remark));
        table.rejected().stream()
                .limit(shown)
                .forEach(row -> tell.accept("    %s:%d  %s".formatted(row.file(), row.row(), row.reason())));
        if (table.rejected().size() > shown) {
            tell.accept(
                    "    … %d more, shown with --all".formatted(table.rejected().size() - shown));
        }
    }
}
